import type { ClockKind, ClockRule, Policy, Target } from '../policy/index.js';
import { clockKinds } from '../policy/index.js';
import type { LosingReason, LosingRule, RuleReference } from './clock-result.js';

/** The rule that decides one kind of clock, and those that also applied. */
export interface ChosenRule {
  readonly rule: ClockRule;
  readonly losing: readonly LosingRule[];
}

/** One promise of a request type, before anything is filed. */
export interface PolicyPromise {
  readonly kind: ClockKind;
  readonly target: Target;
  readonly rule: RuleReference;
}

/** Number of conditions that a rule names. */
export function specificity({ when }: ClockRule): number {
  return Object.keys(when).length;
}

export function appliesTo({ when }: ClockRule, requestType: string): boolean {
  return when.requestTypes === undefined || when.requestTypes.includes(requestType);
}

export function reference({ id, source }: ClockRule): RuleReference {
  return { id, source };
}

/** Winner first: rank, then specificity, then the id, so that the order never depends on how rules are stored. */
function byPrecedence(a: ClockRule, b: ClockRule): number {
  return b.rank - a.rank || specificity(b) - specificity(a) || (a.id < b.id ? -1 : 1);
}

function losingReason(loser: ClockRule, winner: ClockRule): LosingReason {
  if (loser.rank < winner.rank) return 'LOWER_RANK';
  return specificity(loser) < specificity(winner) ? 'LESS_SPECIFIC' : 'SAME_PROMISE';
}

/**
 * The rules that decide for a request type, one per kind that any rule covers.
 * @throws RangeError when the policy has no such request type.
 */
export function chooseRules(policy: Policy, requestType: string): ChosenRule[] {
  const known = policy.requestTypes.map(({ key }) => key);
  if (!known.includes(requestType)) {
    throw new RangeError(
      `Request type "${requestType}" is not in policy ${policy.rulebook}; it has ${known.join(', ')}.`,
    );
  }
  const applying = policy.clockRules.filter((rule) => appliesTo(rule, requestType));
  return clockKinds.flatMap((kind) => {
    const [winner, ...losers] = applying.filter((rule) => rule.kind === kind).sort(byPrecedence);
    if (!winner) return [];
    const losing = losers.map((rule) => ({ rule: reference(rule), reason: losingReason(rule, winner) }));
    return [{ rule: winner, losing }];
  });
}

/**
 * What a policy promises for a request type; shown before anything is filed.
 * @throws RangeError when the policy has no such request type.
 */
export function promisesFor(policy: Policy, requestType: string): PolicyPromise[] {
  return chooseRules(policy, requestType).map(({ rule }) => ({
    kind: rule.kind,
    target: rule.target,
    rule: reference(rule),
  }));
}
