import type { ApprovalFact, Fact } from '../facts/index.js';
import type { ApprovalRule, Policy } from '../policy/index.js';
import type { Instant } from '../time/index.js';
import { historyOf } from './history.js';

export type ApprovalStatus = 'none' | 'asked' | 'given' | 'refused';

/** A decision that counts. */
export interface Decision {
  readonly decision: 'given' | 'refused';
  readonly by: string;
  readonly role: string;
  /** The role of the rule's `by` that it fills; another than `role` when a deputy decided. */
  readonly standsFor: string;
  readonly at: Instant;
  /** Made by word of mouth and not yet confirmed in writing. */
  readonly toWriteDown: boolean;
}

/** Why a decision does not count. */
export type NotDecided =
  | 'TOO_LATE'
  | 'OWN_MATTER'
  | 'NOT_ENTITLED'
  | 'NOT_IN_TURN'
  | 'SAME_PERSON'
  | 'NOT_ORAL';

/** How an approval stands. */
export interface ApprovalStanding {
  readonly status: ApprovalStatus;
  /** The asking that counts; `null` for the status `none`. */
  readonly asked: { readonly by: string; readonly at: Instant } | null;
  readonly decisions: readonly Decision[];
  /** Roles that may decide next; for `none` and `refused`, once it is asked for. */
  readonly awaited: readonly string[];
  /** How many must still agree. */
  readonly missing: number;
  /** The step may go first because of danger to people; the approval has to follow. */
  readonly owed: boolean;
  /** It was asked for, and the case is graver now: it has to be asked for again. */
  readonly outdated: boolean;
  readonly notCounted: readonly { readonly by: string; readonly at: Instant; readonly reason: NotDecided }[];
}

/**
 * How an approval of the policy stands after these facts (workflow.md, "Approvals").
 * @throws RangeError when the policy has no approval of this key
 */
export function approvalStanding(policy: Policy, key: string, facts: readonly Fact[]): ApprovalStanding {
  return standingSince(policy, key, facts, null);
}

/** The same, of what was asked for after a moment. */
export function standingSince(
  policy: Policy,
  key: string,
  facts: readonly Fact[],
  since: Instant | null,
): ApprovalStanding {
  const rule = approvalRule(policy, key);
  const about = historyOf(facts, 'approval').filter(({ approval }) => approval === key);
  const latest = about.findLast(({ decision }) => decision === 'asked');
  const asked = latest && latest.at > (since ?? -Infinity) ? latest : undefined;
  const standing = asked && round(rule, asked, about, facts);
  const outdated =
    asked !== undefined && severityAt(policy, facts, asked.at) < severityAt(policy, facts, Infinity);
  if (standing && !outdated) return standing;
  return {
    status: 'none',
    asked: null,
    decisions: [],
    ...stillToCome(rule, []),
    // Danger does not wait because the case turned out graver.
    owed: outdated && standing?.status !== 'refused' && goesFirst(rule, asked),
    outdated,
    notCounted: [],
  };
}

export function approvalRule({ workflow, rulebook }: Policy, key: string): ApprovalRule {
  const rule = workflow.approvals?.find((each) => each.key === key);
  if (!rule) throw new RangeError(`Policy ${rulebook} has no approval "${key}".`);
  return rule;
}

/** What came of one asking. */
function round(
  rule: ApprovalRule,
  asked: ApprovalFact,
  about: readonly ApprovalFact[],
  facts: readonly Fact[],
): ApprovalStanding {
  const decisions: Decision[] = [];
  const notCounted: { by: string; at: Instant; reason: NotDecided }[] = [];
  for (const { at, by, role = '', decision, oral = false } of about) {
    if (decision === 'asked' || at < asked.at) continue;
    const said = decisions.findIndex(
      (each) =>
        each.by === by && (each.decision === decision || (each.toWriteDown && each.decision === 'given')),
    );
    const spoken = decisions[said];
    if (spoken?.toWriteDown && !oral) {
      // the same in writing confirms it; a refusal takes back what was said
      const since = spoken.decision === decision ? spoken.at : at;
      decisions[said] = { ...spoken, decision, at: since, toWriteDown: false };
      continue;
    }
    const { awaited, missing } = stillToCome(rule, decisions);
    const deputy = rule.deputies?.includes(role) ?? false;
    const standsFor = awaited.includes(role) ? role : deputy ? awaited[0] : undefined;
    const refuse = (reason: NotDecided) => notCounted.push({ by, at, reason });
    if (missing === 0 || isRefused(decisions)) refuse('TOO_LATE');
    else if (by === asked.by || by === assigneeAt(facts, at)) refuse('OWN_MATTER');
    else if (!deputy && !rule.by.includes(role)) refuse('NOT_ENTITLED');
    else if (standsFor === undefined) refuse('NOT_IN_TURN');
    else if (spoken?.decision === decision) refuse('SAME_PERSON');
    else if (oral && !rule.oral) refuse('NOT_ORAL');
    else decisions.push({ decision, by, role, standsFor, at, toWriteDown: oral });
  }
  const refused = isRefused(decisions);
  const { awaited, missing } = stillToCome(rule, refused ? [] : decisions);
  const status = refused ? 'refused' : missing === 0 ? 'given' : 'asked';
  return {
    status,
    asked: { by: asked.by, at: asked.at },
    decisions,
    awaited,
    missing,
    owed: status === 'asked' && goesFirst(rule, asked),
    outdated: false,
    notCounted,
  };
}

const goesFirst = (rule: ApprovalRule, asked: ApprovalFact): boolean =>
  rule.safetyException && asked.safety === true;

const isRefused = (decisions: readonly Decision[]): boolean =>
  decisions.some(({ decision }) => decision === 'refused');

function stillToCome(
  { by, mode, quorum = by.length }: ApprovalRule,
  decisions: readonly Decision[],
): { awaited: readonly string[]; missing: number } {
  const needed = mode === 'one' ? 1 : mode === 'quorum' ? quorum : by.length;
  const missing = needed - decisions.length;
  const open = by.filter((role) => !decisions.some(({ standsFor }) => standsFor === role));
  return { awaited: missing === 0 ? [] : mode === 'in-order' ? open.slice(0, 1) : open, missing };
}

function assigneeAt(facts: readonly Fact[], moment: Instant): string | undefined {
  return historyOf(facts, 'assigned').findLast(({ at }) => at <= moment)?.to;
}

/** The place of the severity at a moment; the policy lists its classes from the least to the gravest. */
function severityAt({ severity }: Policy, facts: readonly Fact[], moment: Instant): number {
  const named = historyOf(facts, 'reported', 'severity-set').findLast(
    (fact) => fact.at <= moment && fact.severity !== undefined,
  );
  const current = named?.severity ?? severity?.unclassified;
  return severity?.classes.findIndex(({ key }) => key === current) ?? 0;
}
