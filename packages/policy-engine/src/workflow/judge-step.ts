import type { Fact } from '../facts/index.js';
import type {
  Circumstances,
  ClockKind,
  Dimension,
  Policy,
  Requirement,
  RuleSource,
  WorkflowTransition,
} from '../policy/index.js';
import { conditionOf, failing, holds } from '../policy/index.js';
import type { Instant } from '../time/index.js';
import type { ApprovalStanding, ApprovalStatus } from './approval-standing.js';
import { approvalRule, approvalStanding, standingSince } from './approval-standing.js';
import { historyOf } from './history.js';
import type { Actor } from './ownership.js';
import { ownerOf } from './ownership.js';
import { reopen } from './reopen.js';

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
      /** `none` and `refused`: it has to be asked for first. `given`: it has to be written down. */
      readonly status: ApprovalStatus;
      /** Roles that decide next. */
      readonly by: readonly string[];
      readonly deputies: readonly string[];
      /** How many must still agree. */
      readonly count: number;
      /** Who agreed by word of mouth only; each has to write it down before the ticket is closed. */
      readonly toWriteDown: readonly string[];
    }
  | {
      readonly kind: 'AGREEMENT';
      readonly clock: ClockKind;
      /** It must have been agreed later than this; `null`: whenever it was. */
      readonly since: Instant | null;
    }
  | { readonly kind: 'OWNER' }
  | { readonly kind: 'OPEN_CHILDREN'; readonly count: number }
  | {
      readonly kind: 'WINDOW';
      /** The last moment at which it could have been reopened; `null` where the policy offers no reopening. */
      readonly endedAt: Instant | null;
      readonly remedy: 'NEW_TICKET';
    }
  | {
      /** Nothing is possible any more: another ticket goes on in its place. */
      readonly kind: 'MERGED';
      readonly into: string;
    }
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
  readonly now: Instant;
}

/** What a step waits for, and the approvals that it goes before because of danger to people. */
export interface Verdict {
  readonly missing: readonly Missing[];
  readonly owed: readonly string[];
}

export function judgeStep(input: StepInput, step: WorkflowTransition): Verdict {
  const { policy, state, circumstances, facts, actor, openChildren } = input;
  const merged = historyOf(facts, 'merged').at(-1);
  if (merged) return { missing: [{ kind: 'MERGED', source: ours, into: merged.into }], owed: [] };

  const { when = {}, by: roles, source = ours } = step;
  const closing = isClosed(policy, step.to);
  const missing: Missing[] = failing(when, circumstances).map((dimension) => ({
    kind: 'NOT_OFFERED',
    source,
    dimension,
    allowed: when[conditionOf[dimension]] ?? [],
  }));
  if (roles && !roles.some((role) => actor.roles.includes(role))) {
    missing.push({ kind: 'ROLE', source, roles });
  }
  if (!closing) missing.push(...windowOver(input));
  const owed: string[] = [];
  for (const requirement of requirements(input, step, closing)) {
    const { kind, source } = requirement;
    if (kind === 'owner') {
      if (ownerOf(facts) === null) missing.push({ kind: 'OWNER', source });
      continue;
    }
    const since = requirement.fresh ? lastEntered(facts, state) : null;
    if (kind !== 'approval') {
      const latest =
        kind === 'record'
          ? historyOf(facts, 'recorded').findLast(({ record }) => record === requirement.record)
          : historyOf(facts, 'agreed').findLast(({ clock }) => clock === requirement.clock);
      if (latest && latest.at > (since ?? -Infinity)) continue;
      missing.push(
        kind === 'record'
          ? { kind: 'RECORD', source, record: requirement.record, since }
          : { kind: 'AGREEMENT', source, clock: requirement.clock, since },
      );
      continue;
    }
    const { approval } = requirement;
    const standing = standingSince(policy, approval, facts, since);
    const { status, awaited: by, missing: count } = standing;
    const toWriteDown = closing ? spokenIn(standing) : [];
    if (status === 'given' && toWriteDown.length === 0) continue;
    if (standing.owed && !closing) owed.push(approval);
    else {
      const { deputies = [] } = approvalRule(policy, approval);
      missing.push({ kind: 'APPROVAL', source, approval, status, by, deputies, count, toWriteDown });
    }
  }
  if (closing && openChildren > 0) missing.push({ kind: 'OPEN_CHILDREN', source: ours, count: openChildren });
  return { missing, owed };
}

const isClosed = ({ workflow }: Policy, state: string): boolean =>
  workflow.states.some(({ key, category }) => key === state && category === 'closed');

/** That a closed ticket can no longer be reopened (E1). */
function windowOver({ policy, state, facts, now }: StepInput): Missing[] {
  const closedAt = historyOf(facts, 'closed').at(-1)?.at;
  if (closedAt === undefined || !isClosed(policy, state)) return [];
  const answer = reopen(policy, { closedAt, at: now });
  if ('mode' in answer) return [];
  const endedAt = 'endedAt' in answer ? answer.endedAt : null;
  return [{ kind: 'WINDOW', source: policy.reopening?.source ?? ours, endedAt, remedy: answer.remedy }];
}

/** Who agreed by word of mouth and has not written it down. */
const spokenIn = ({ decisions }: ApprovalStanding): string[] =>
  decisions.filter(({ decision, toWriteDown }) => toWriteDown && decision === 'given').map(({ by }) => by);

/** Those of the step for this ticket; and none is closed over an approval that is owed or to be written down. */
function requirements(
  { policy, circumstances, facts }: StepInput,
  { requires = [] }: WorkflowTransition,
  closing: boolean,
): Requirement[] {
  const required = requires.filter(({ when = {} }) => holds(when, circumstances));
  if (!closing) return required;
  for (const { key: approval, source } of policy.workflow.approvals ?? []) {
    const named = required.some((each) => each.kind === 'approval' && each.approval === approval);
    const standing = approvalStanding(policy, approval, facts);
    if (!named && (standing.owed || spokenIn(standing).length > 0))
      required.push({ kind: 'approval', approval, source });
  }
  return required;
}

function lastEntered(facts: readonly Fact[], key: string): Instant | null {
  return historyOf(facts, 'state-entered').findLast(({ state }) => state === key)?.at ?? null;
}
