/** Where a ticket may go next, what is missing for it, who approves and who answers for it. Specified in docs/workflow.md. */
export { approvalStanding, approvalStatuses, notDecidedReasons } from './approval-standing.js';
export type { ApprovalStanding, ApprovalStatus, Decision, NotDecided } from './approval-standing.js';
export type { Missing, StepInput } from './missing.js';
export * from './ownership.js';
export * from './reopen.js';
export * from './transition.js';
