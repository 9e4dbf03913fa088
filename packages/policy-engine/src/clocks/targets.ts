import type { FactOf } from '../facts/index.js';
import type { ClockRule } from '../policy/index.js';
import { countsWorkingTime } from '../policy/index.js';
import type { Instant } from '../time/index.js';
import { chooseCalendar, chooseRules, reference } from './choose-rules.js';
import { circumstancesAt } from './circumstances.js';
import type { ClockExplanation, SupersededTarget, SupersedingReason } from './clock-result.js';
import type { Course, Setting, Terms } from './course.js';
import { courseOf, endOf, isLate, settingAt } from './course.js';

type Change = FactOf<
  'severity-set' | 'site-corrected' | 'customer-corrected' | 'coverage-decided' | 'agreed'
>;

const reasonOf = {
  'severity-set': 'severity',
  'site-corrected': 'site',
  'customer-corrected': 'customer',
  'coverage-decided': 'coverage',
  agreed: 'agreement',
} as const satisfies Record<Change['kind'], SupersedingReason>;

/** A target that another took the place of, with its course by the facts of that moment. */
export interface Superseded {
  readonly terms: Terms;
  readonly course: Course;
  readonly result: SupersededTarget;
}

type Refused = { at: Instant; reason: ClockExplanation['refused'][number]['reason'] }[];

/** The targets that a clock had in a life, the last one current. */
export interface Targets {
  readonly terms: Terms;
  /** Those before it, the oldest first, with the terms that they had. */
  readonly superseded: readonly Superseded[];
  readonly refused: ClockExplanation['refused'];
  /** When its kind stopped being promised. */
  readonly unpromisedAt: Instant | null;
}

/**
 * Follows the changes of a ticket through one life (clocks.md, "Targets").
 * @returns nothing when no rule ever covered this kind
 */
export function targetsOf(setting: Setting, firstVersion: number): Targets | undefined {
  const superseded: Superseded[] = [];
  const refused: Refused = [];
  let terms = firstTerms(setting, firstVersion, refused);
  const done = (unpromisedAt: Instant | null): Targets | undefined =>
    terms && { terms, superseded, refused, unpromisedAt };

  for (const changes of changesOf(setting)) {
    const at = changes[0].at;
    const before: Terms | undefined = terms;
    if (before) {
      const end = endOf(setting, before);
      if (end !== null && end <= at) break;
    }
    const countsFrom = restarts(setting, at) ? at : (before?.countsFrom ?? null);
    const version = before ? before.version + 1 : firstVersion;
    const next = before?.agreement ? undefined : choose(setting, at, version, countsFrom);
    const agreed = acceptable(setting, before, changes, refused);
    const named = next ?? before;
    if (agreed && named) {
      terms = { ...named, version, since: at, countsFrom, ...agreedTerms(agreed, before?.agreedSince ?? at) };
    } else if (before?.agreement) {
      continue;
    } else if (before && !next) {
      return done(at);
    } else if (!before || !next || samePromise(before, next)) {
      terms = before ?? next;
      continue;
    } else {
      terms = next;
    }
    if (before) superseded.push(supersede(setting, before, changes, agreed));
  }
  return done(null);
}

/** The terms from the beginning of a life on, a date that was agreed by then included. */
function firstTerms(setting: Setting, version: number, refused: Refused): Terms | undefined {
  const { life, facts, kind } = setting;
  const terms = choose(setting, life.begin, version, null);
  const early = facts.filter(
    (fact): fact is FactOf<'agreed'> =>
      fact.kind === 'agreed' &&
      fact.clock === kind &&
      (life.number === 1 ? fact.at <= life.begin : fact.at === life.begin),
  );
  const agreed = terms && acceptable(setting, undefined, early, refused);
  return agreed ? { ...terms, ...agreedTerms(agreed, life.begin) } : terms;
}

function agreedTerms({ at, due, by, why, confirmedBy }: FactOf<'agreed'>, agreedSince: Instant) {
  return { agreement: { at, due, by, why, confirmedBy }, agreedSince };
}

/** Changes after the beginning of the life, those of one moment together. */
function changesOf({ facts, life, kind }: Setting): [Change, ...Change[]][] {
  const groups: [Change, ...Change[]][] = [];
  for (const fact of facts) {
    const changes = fact.kind in reasonOf && (fact.kind !== 'agreed' || fact.clock === kind);
    if (!changes || fact.at <= life.begin || (life.end !== null && fact.at > life.end)) continue;
    const group = groups.at(-1);
    if (group?.[0].at === fact.at) group.push(fact as Change);
    else groups.push([fact as Change]);
  }
  return groups;
}

/** Whether the severity changed at a moment, and promises then count from there (D1). */
function restarts({ policy, report, facts }: Setting, at: Instant): boolean {
  const severity = (when: Instant) => circumstancesAt(policy, report, facts, when).severity;
  return policy.severity?.countsFrom === 'change' && severity(at) !== severity(at - 1);
}

function choose(
  setting: Setting,
  at: Instant,
  version: number,
  countsFrom: Instant | null,
): Terms | undefined {
  const { policy, report, facts, kind } = setting;
  const circumstances = circumstancesAt(policy, report, facts, at);
  const chosen = chooseRules(policy, circumstances).find(({ rule }) => rule.kind === kind);
  if (!chosen) return undefined;
  const calendar = chooseCalendar(policy, kind, circumstances);
  return {
    version,
    since: at,
    chosen,
    calendar,
    circumstances,
    agreement: null,
    agreedSince: null,
    countsFrom,
  };
}

function samePromise(a: Terms, b: Terms): boolean {
  const calendarOf = ({ chosen, calendar }: Terms) =>
    countsWorkingTime(chosen.rule.target) ? calendar?.rule.calendar : undefined;
  return a.chosen.rule.id === b.chosen.rule.id && calendarOf(a) === calendarOf(b);
}

/** The agreement that counts among the changes of one moment; the others are noted as refused. */
function acceptable(
  setting: Setting,
  before: Terms | undefined,
  changes: readonly Change[],
  refused: Refused,
): FactOf<'agreed'> | undefined {
  const rule = setting.policy.agreements;
  let accepted: FactOf<'agreed'> | undefined;
  for (const fact of changes) {
    if (fact.kind !== 'agreed') continue;
    const { at, due } = fact;
    const then = settingAt(setting, at);
    const late = before !== undefined && isLate(then, courseOf(then, before).due, at);
    if (!rule?.kinds.includes(setting.kind)) refused.push({ at, reason: 'NOT_AGREEABLE' });
    else if (due <= at) refused.push({ at, reason: 'IN_THE_PAST' });
    else if (late && !rule.afterDue) refused.push({ at, reason: 'TOO_LATE' });
    else accepted = fact;
  }
  return accepted;
}

function supersede(
  setting: Setting,
  terms: Terms,
  changes: readonly [Change, ...Change[]],
  agreed: FactOf<'agreed'> | undefined,
): Superseded {
  const change =
    agreed ??
    changes.find(({ kind }) => kind === 'severity-set') ??
    changes.find(({ kind }) => kind !== 'agreed') ??
    changes[0];
  const then = settingAt(setting, change.at);
  const course = courseOf(then, terms);
  const { start, due } = course;
  const late = isLate(then, due, change.at);
  const result: SupersededTarget = {
    ...asSuperseded(terms),
    startedAt: start?.at ?? null,
    dueAt: due,
    at: change.at,
    because: reasonOf[change.kind],
    why: 'reason' in change ? change.reason : 'why' in change ? change.why : null,
    state: hasTarget(terms) ? (late ? 'missed' : 'cancelled') : 'no-target',
  };
  return { terms, course, result };
}

export function hasTarget({ agreement, chosen }: Terms): boolean {
  return agreement !== null || chosen.rule.target !== 'no-target';
}

function asSuperseded({ version, chosen, agreement }: Terms) {
  const rule: ClockRule = chosen.rule;
  return { version, rule: reference(rule), losing: chosen.losing, target: rule.target, agreement };
}
