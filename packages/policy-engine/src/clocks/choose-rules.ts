import type {
  CalendarRule,
  Circumstances,
  ClockKind,
  ClockRule,
  EventKey,
  Policy,
  PrecedenceRule,
  RuleConditions,
  RuleReference,
  RuleSource,
  Target,
} from '../policy/index.js';
import { clockKinds, holds } from '../policy/index.js';
import type { LosingReason, LosingRule } from './clock-result.js';

/** The rule that decides, and those that also applied. */
export interface Chosen<Rule> {
  readonly rule: Rule;
  readonly losing: readonly LosingRule[];
}

export type ChosenRule = Chosen<ClockRule>;

/** One promise for given circumstances, before anything is filed. */
export interface PolicyPromise {
  readonly kind: ClockKind;
  readonly target: Target;
  /** From what it counts; only what starts with the report has a due moment before anything happens. */
  readonly startsAt: EventKey;
  readonly rule: RuleReference;
}

/** What every rule that is chosen among others has. */
export interface Rankable extends RuleReference {
  readonly when: RuleConditions;
  readonly rank: number;
}

/** Number of conditions that a rule names. */
export function specificity({ when }: Pick<Rankable, 'when'>): number {
  return Object.keys(when).length;
}

export function reference({ id, source }: RuleReference): RuleReference {
  return { id, source };
}

/** The place of a rule's rulebook, 0 prevailing over all others. Without precedence every rule has the same. */
export function placeOf({ source }: { readonly source: RuleSource }, policy: Policy): number {
  const order = rulebooksInOrder(policy.precedence);
  const own = order.indexOf(policy.rulebook);
  if (source.kind === 'default') return own;
  const place = order.indexOf(source.clause.slice(0, source.clause.indexOf('-')));
  return place === -1 ? own : place;
}

function rulebooksInOrder(precedence: PrecedenceRule | undefined): string[] {
  const listed = [...(precedence?.rulebooks ?? [])];
  // ISO dates sort as text; sorting keeps the order listed where they are equal
  if (precedence?.by === 'newest')
    listed.sort((a, b) => (a.inForceFrom < b.inForceFrom ? 1 : a.inForceFrom > b.inForceFrom ? -1 : 0));
  return listed.map(({ id }) => id);
}

/** Winner first: place of the rulebook, rank, specificity, then the id, never the order in which rules are stored. */
export function chooseAmong<Rule extends Rankable>(
  rules: readonly Rule[],
  policy: Policy,
): Chosen<Rule> | undefined {
  const [winner, ...losers] = [...rules].sort(
    (a, b) =>
      placeOf(a, policy) - placeOf(b, policy) ||
      b.rank - a.rank ||
      specificity(b) - specificity(a) ||
      (a.id < b.id ? -1 : 1),
  );
  if (!winner) return undefined;
  const why = (loser: Rule): LosingReason => {
    if (placeOf(loser, policy) > placeOf(winner, policy)) return 'OVERRULED';
    if (loser.rank < winner.rank) return 'LOWER_RANK';
    return specificity(loser) < specificity(winner) ? 'LESS_SPECIFIC' : 'SAME_PROMISE';
  };
  return { rule: winner, losing: losers.map((rule) => ({ rule: reference(rule), reason: why(rule) })) };
}

/**
 * The rules that decide in given circumstances, one per kind that any rule covers, in the order of `clockKinds`.
 * @throws RangeError when the policy has no such request type
 */
export function chooseRules(policy: Policy, circumstances: Circumstances): ChosenRule[] {
  const known = policy.requestTypes.map(({ key }) => key);
  if (!known.includes(circumstances.requestType)) {
    throw new RangeError(
      `Request type "${circumstances.requestType}" is not in policy ${policy.rulebook}; it has ${known.join(', ')}.`,
    );
  }
  const applying = policy.clockRules.filter(({ when }) => holds(when, circumstances));
  const best =
    policy.precedence?.scope === 'whole'
      ? Math.min(...applying.map((rule) => placeOf(rule, policy)))
      : undefined;
  return clockKinds.flatMap((kind) => {
    const ofKind = applying.filter((rule) => rule.kind === kind);
    const chosen = chooseAmong(ofKind, policy);
    return !chosen || (best !== undefined && placeOf(chosen.rule, policy) > best) ? [] : [chosen];
  });
}

/** The calendar that counts for a kind of clock in given circumstances; nothing if no rule names one. */
export function chooseCalendar(
  policy: Policy,
  kind: ClockKind,
  circumstances: Circumstances,
): Chosen<CalendarRule> | undefined {
  const applying = (policy.calendarRules ?? []).filter(
    ({ kinds, when }) => (kinds?.includes(kind) ?? true) && holds(when, circumstances),
  );
  return chooseAmong(applying, policy);
}

/**
 * What a policy promises in given circumstances; shown before anything is filed.
 * @throws RangeError when the policy has no such request type
 */
export function promisesFor(policy: Policy, circumstances: Circumstances): PolicyPromise[] {
  return chooseRules(policy, circumstances).map(({ rule }) => ({
    kind: rule.kind,
    target: rule.target,
    startsAt: rule.startsAt,
    rule: reference(rule),
  }));
}
