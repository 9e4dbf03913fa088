/** Where a ticket may go next, what is missing for it, who approves and who answers for it. Specified in docs/workflow.md. */
export { approvalStanding } from './approval-standing.js';
export type { ApprovalStanding, ApprovalStatus, Decision, NotDecided } from './approval-standing.js';
export type { Missing, StepInput } from './judge-step.js';
export * from './ownership.js';
export * from './reopen.js';
export * from './transition.js';
