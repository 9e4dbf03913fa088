import type { Fact } from '../facts/index.js';
import type {
  Circumstances,
  Dimension,
  Policy,
  Requirement,
  RuleSource,
  WorkflowTransition,
} from '../policy/index.js';
import { conditionOf, failing, holds } from '../policy/index.js';
import type { Instant } from '../time/index.js';
import type { ApprovalStatus } from './approval-standing.js';
import { approvalRule, approvalStanding, standingSince } from './approval-standing.js';
import { historyOf } from './history.js';
import type { Actor } from './ownership.js';
import { ownerOf } from './ownership.js';

/** Where the house asks for something that no clause states. */
const ours: RuleSource = { kind: 'default' };

/** One thing that a step still waits for, and what asks for it (workflow.md, "Which steps are possible"). */
export type Missing = { readonly source: RuleSource } & (
  | { readonly kind: 'NOT_OFFERED'; readonly dimension: Dimension; readonly allowed: readonly string[] }
  | { readonly kind: 'ROLE'; readonly roles: readonly string[] }
  | {
      readonly kind: 'RECORD';
      readonly record: string;
      /** It must be later than this; `null`: whenever it was. */
      readonly since: Instant | null;
    }
  | {
      readonly kind: 'APPROVAL';
      readonly approval: string;
      /** `none` and `refused`: it has to be asked for first. */
      readonly status: Exclude<ApprovalStatus, 'given'>;
      /** Roles that decide next. */
      readonly by: readonly string[];
      readonly deputies: readonly string[];
      /** How many must still agree. */
      readonly count: number;
    }
  | { readonly kind: 'OWNER' }
  | { readonly kind: 'OPEN_CHILDREN'; readonly count: number }
);

/** A ticket as far as its steps depend on it, and who would take one. */
export interface StepInput {
  readonly policy: Policy;
  /** Key of the state in which the ticket is. */
  readonly state: string;
  readonly circumstances: Circumstances;
  /** All that has happened, in any order. */
  readonly facts: readonly Fact[];
  readonly actor: Actor;
  /** How many of its child tickets are not closed. */
  readonly openChildren: number;
}

/** What a step waits for, and the approvals that it goes before because of danger to people. */
export interface Verdict {
  readonly missing: readonly Missing[];
  readonly owed: readonly string[];
}

export function judge(input: StepInput, step: WorkflowTransition): Verdict {
  const { policy, state, circumstances, facts, actor, openChildren } = input;
  const { when = {}, by: roles, source = ours } = step;
  const closing = policy.workflow.states.some(
    ({ key, category }) => key === step.to && category === 'closed',
  );
  const missing: Missing[] = failing(when, circumstances).map((dimension) => ({
    kind: 'NOT_OFFERED',
    source,
    dimension,
    allowed: when[conditionOf[dimension]] ?? [],
  }));
  if (roles && !roles.some((role) => actor.roles.includes(role))) {
    missing.push({ kind: 'ROLE', source, roles });
  }
  const owed: string[] = [];
  for (const requirement of requirements(input, step, closing)) {
    const { source } = requirement;
    if (requirement.kind === 'owner') {
      if (ownerOf(facts) === null) missing.push({ kind: 'OWNER', source });
      continue;
    }
    const since = requirement.fresh ? lastEntered(facts, state) : null;
    if (requirement.kind === 'record') {
      const { record } = requirement;
      const latest = historyOf(facts, 'recorded').findLast((fact) => fact.record === record);
      if (!latest || latest.at <= (since ?? -Infinity))
        missing.push({ kind: 'RECORD', source, record, since });
      continue;
    }
    const { approval } = requirement;
    const { status, awaited, missing: count, ...standing } = standingSince(policy, approval, facts, since);
    if (status === 'given') continue;
    if (standing.owed && !closing) owed.push(approval);
    else {
      const deputies = approvalRule(policy, approval).deputies ?? [];
      missing.push({ kind: 'APPROVAL', source, approval, status, by: awaited, deputies, count });
    }
  }
  if (closing && openChildren > 0) missing.push({ kind: 'OPEN_CHILDREN', source: ours, count: openChildren });
  return { missing, owed };
}

/** Those of the step for this ticket; and a ticket is not closed over an approval that is owed. */
function requirements(
  { policy, circumstances, facts }: StepInput,
  { requires = [] }: WorkflowTransition,
  closing: boolean,
): Requirement[] {
  const required = requires.filter(({ when = {} }) => holds(when, circumstances));
  if (!closing) return required;
  for (const { key: approval, source } of policy.workflow.approvals ?? []) {
    const named = required.some((each) => each.kind === 'approval' && each.approval === approval);
    if (!named && approvalStanding(policy, approval, facts).owed)
      required.push({ kind: 'approval', approval, source });
  }
  return required;
}

function lastEntered(facts: readonly Fact[], key: string): Instant | null {
  return historyOf(facts, 'state-entered').findLast(({ state }) => state === key)?.at ?? null;
}
