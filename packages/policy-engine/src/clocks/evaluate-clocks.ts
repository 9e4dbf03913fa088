import type { Calendar } from '../calendar/index.js';
import { countDays, instantsOf, workingTime } from '../calendar/index.js';
import type { Fact, FactOf } from '../facts/index.js';
import { inOrder, notAResponse } from '../facts/index.js';
import type { ClockKind, Policy } from '../policy/index.js';
import { clockKinds } from '../policy/index.js';
import type { Instant, Span } from '../time/index.js';
import { timeline, walk } from '../time/index.js';
import { reference } from './choose-rules.js';
import type { ClockCalendar, ClockResult, ClockState, Elapsed, SupersededTarget } from './clock-result.js';
import type { Course, Setting, Terms } from './course.js';
import { afterDuration, countsWorkingTime, courseOf, isLate } from './course.js';
import type { Life } from './lives.js';
import { joined, livesOf } from './lives.js';
import { blocksOf, pausesOf } from './pauses.js';
import { stepsOf } from './steps.js';
import type { Targets } from './targets.js';
import { hasTarget, settingAt, targetsOf } from './targets.js';

export interface ClockInput {
  readonly policy: Policy;
  /** Every version of a calendar that the policy or a pin names; none for natural time alone. */
  readonly calendars?: readonly Calendar[];
  /** In any order. Facts later than `now` have not happened yet and are left out. */
  readonly facts: readonly Fact[];
  readonly now: Instant;
}

/** What is the same for all clocks of a ticket. */
interface Ticket {
  readonly policy: Policy;
  readonly calendars: readonly Calendar[];
  readonly report: FactOf<'reported'>;
  readonly facts: readonly Fact[];
  readonly now: Instant;
}

/**
 * The clocks of a ticket at a moment, in the order of `clockKinds`: one per kind of promise that the policy makes, and
 * one per life where reopening makes new ones; none before it was reported. The specification is docs/clocks.md.
 * @throws RangeError when the request type is not in the policy, or a calendar that is needed was not given
 */
export function evaluateClocks({ policy, calendars = [], facts, now }: ClockInput): ClockResult[] {
  const known = inOrder(facts).filter(({ at }) => at <= now);
  const report = known.find((fact) => fact.kind === 'reported');
  if (!report) return [];
  const ticket: Ticket = { policy, calendars, report, facts: known, now };
  const lives = livesOf(policy, report, known);
  return clockKinds.flatMap((kind) => {
    if (lives.length === 0) return neverRan(ticket, kind);
    if (policy.reopening?.mode === 'new-cycle') return lives.flatMap((life) => inLife(ticket, kind, life));
    if (policy.reopening?.mode === 'restart') return restarted(ticket, kind, lives);
    return joined(lives).flatMap((life) => inLife(ticket, kind, life));
  });
}

/** Clocks that wait for something, the most urgent first and those without a target last; late ones stay in. */
export function openClocks(clocks: readonly ClockResult[]): ClockResult[] {
  return clocks
    .filter(({ startedAt, stoppedAt }) => startedAt !== null && stoppedAt === null)
    .sort((a, b) =>
      a.dueAt === b.dueAt ? (a.key < b.key ? -1 : 1) : (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity),
    );
}

/**
 * What has yet to run until the due moment of a clock, in milliseconds, at a moment after it was evaluated: for a
 * countdown, which must use the server's time (H5). `null` when nothing runs towards anything.
 */
export function timeLeft(
  { state, dueAt, elapsed, calendar }: ClockResult,
  calendars: readonly Calendar[],
  now: Instant,
): number | null {
  if (state !== 'running' || dueAt === null) return elapsed.left;
  if (now >= dueAt) return 0;
  const version =
    calendar && calendars.find(({ key, version: n }) => key === calendar.key && n === calendar.version);
  if (calendar && !version) return elapsed.left;
  return walk(timeline(version ? workingTime(version) : null, []), now, { at: dueAt }).running;
}

function settingOf(
  { policy, calendars, report, facts }: Ticket,
  kind: ClockKind,
  life: Life,
  key: string,
): Setting {
  const pauses = pausesOf(policy, kind, facts, life);
  const blocks = blocksOf(pauses, life.gaps);
  return { policy, calendars, kind, key, life, report, facts, pauses, blocks };
}

function inLife(ticket: Ticket, kind: ClockKind, life: Life): ClockResult[] {
  const setting = settingOf(ticket, kind, life, life.number === 1 ? kind : `${kind}/${life.number}`);
  const targets = targetsOf(setting, 1);
  return targets ? [resultOf(ticket, setting, targets)] : [];
}

/** A clock whose end is undone by reopening begins again; what it came to before is kept. */
function restarted(ticket: Ticket, kind: ClockKind, lives: readonly Life[]): ClockResult[] {
  let result: ClockResult | undefined;
  for (const life of lives) {
    const setting = settingOf(ticket, kind, life, kind);
    const targets = targetsOf(setting, (result?.version ?? 0) + 1);
    if (!targets) continue;
    const next = resultOf(ticket, setting, targets);
    const earlier: SupersededTarget[] = result ? [...result.superseded, outcome(result, life)] : [];
    result = {
      ...next,
      superseded: [...earlier, ...next.superseded],
      steps: [...(result?.steps ?? []), ...next.steps],
    };
    const { stoppedBy } = result.explanation;
    const undone = stoppedBy === null || ['resolved', 'closed', 'merged', 'no-rule'].includes(stoppedBy);
    if (!undone) break;
  }
  return result ? [result] : [];
}

function outcome(result: ClockResult, { begin }: Life): SupersededTarget {
  const { version, rule, losing, target, agreement, startedAt, dueAt, state } = result;
  const ended = state === 'met' || state === 'missed' || state === 'no-target' ? state : 'cancelled';
  const because = 'reopened';
  return {
    version,
    rule,
    losing,
    target,
    agreement,
    startedAt,
    dueAt,
    at: begin,
    because,
    why: null,
    state: ended,
  };
}

function resultOf({ now }: Ticket, whole: Setting, targets: Targets): ClockResult {
  const { terms, unpromisedAt } = targets;
  const course = courseOf(unpromisedAt === null ? whole : settingAt(whole, unpromisedAt), terms);
  const { setting } = course;
  const { life, blocks, kind, key, pauses } = setting;
  const { start, due, time } = course;
  const stop = unpromisedAt === null ? course.stop : null;
  const end = unpromisedAt ?? course.end;
  const until = end ?? now;
  const spans = start ? walk(time, start.at, { at: until }).spans : [];
  const paused = pauses.some(({ from, to }) => from <= until && until < to);
  const { rule, losing } = terms.chosen;
  const planned = start && !terms.agreement && rule.planned;
  const earlier = targets.superseded.flatMap(({ terms: old, result }) =>
    stepsOf(old, courseOf(settingAt(whole, result.at), old), result.at),
  );
  return {
    key,
    kind,
    life: life.number,
    version: terms.version,
    rule: reference(rule),
    losing,
    target: rule.target,
    agreement: terms.agreement,
    calendar: calendarOf(terms, course),
    state: verdict(terms, course, { late: isLate(setting, due, until), met: stop !== null, end, paused }),
    startedAt: start?.at ?? null,
    plannedAt: planned ? afterDuration(planned, start.at, course.calendar, blocks) : null,
    dueAt: due,
    stoppedAt: start ? end : null,
    spans: end === null ? withoutEnd(spans) : spans.filter(({ from, to }) => from !== to),
    elapsed: elapsedOf(terms, course, until, end === null),
    provisional: isProvisional(terms, course),
    superseded: targets.superseded.map(({ result }) => result),
    steps: [...earlier, ...stepsOf(terms, course, end)],
    explanation: {
      circumstances: terms.circumstances,
      startedBy: start?.by ?? null,
      startRecordedAt: start?.recordedAt ?? null,
      stoppedBy: stop ? stop.by : unpromisedAt === null ? (end === null ? null : life.endedBy) : 'no-rule',
      notCounted: rule.stopsAt === 'responded' ? notCounted(setting, until) : [],
      pauses: start ? pauses.filter(({ from, to }) => to > start.at && from <= until) : [],
      refused: targets.refused,
      closedBetween: life.gaps.map(({ from, to }) => ({ from, to })),
    },
  };
}

function verdict(
  terms: Terms,
  { start }: Course,
  { late, met, end, paused }: { late: boolean; met: boolean; end: Instant | null; paused: boolean },
): ClockState {
  if (!hasTarget(terms)) return 'no-target';
  if (!start) return end === null ? 'not-started' : 'cancelled';
  if (late) return 'missed';
  if (met) return 'met';
  if (end !== null) return 'cancelled';
  return paused ? 'paused' : 'running';
}

function elapsedOf(
  terms: Terms,
  { setting, start, due, time, dueTime, calendar }: Course,
  until: Instant,
  open: boolean,
): Elapsed {
  const { target } = terms.chosen.rule;
  const byDays = !terms.agreement && target !== 'no-target' && target.basis === 'working-days';
  if (!start) return { actual: 0, working: 0, paused: 0, overrun: 0, days: byDays ? 0 : null, left: null };
  const walked = walk(time, start.at, { at: until });
  return {
    actual: until - start.at,
    working: walked.running,
    paused: walked.paused,
    overrun: due !== null && until > due ? walk(time, Math.max(due, start.at), { at: until }).running : 0,
    days:
      byDays && calendar ? countDays(calendar, start.at, target, setting.blocks, { at: until }).days : null,
    left: !open || due === null ? null : until >= due ? 0 : walk(dueTime, until, { at: due }).running,
  };
}

function calendarOf({ agreement, calendar, chosen }: Terms, course: Course): ClockCalendar | null {
  if (agreement || !countsWorkingTime(chosen.rule.target) || !calendar || !course.calendar) return null;
  const { rule, losing } = calendar;
  return { key: rule.calendar, version: course.calendar.version, rule: reference(rule), losing };
}

/** Beyond the days whose holidays are published, every due moment in working time may still move (B5). */
function isProvisional(terms: Terms, { start, due, calendar }: Course): boolean {
  if (!start || !calendar || terms.agreement || !countsWorkingTime(terms.chosen.rule.target)) return false;
  const first = instantsOf(calendar, calendar.known.from).from;
  const last = instantsOf(calendar, calendar.known.through).to;
  return due === null || start.at < first || due > last;
}

/** A ticket that was recorded as closed never had an open promise (C2). */
function neverRan(ticket: Ticket, kind: ClockKind): ClockResult[] {
  const { report, facts } = ticket;
  const { at, recordedAt } = report;
  const life: Life = {
    number: 1,
    begin: at,
    lastBegin: at,
    end: at,
    endedBy: 'closed',
    recordedAt,
    gaps: [],
  };
  const setting = settingOf({ ...ticket, facts: facts.filter((fact) => fact.at <= at) }, kind, life, kind);
  const targets = targetsOf(setting, 1);
  if (!targets) return [];
  const result = resultOf(ticket, setting, targets);
  return [
    {
      ...result,
      state: result.state === 'no-target' ? 'no-target' : 'cancelled',
      startedAt: null,
      plannedAt: null,
      dueAt: null,
      stoppedAt: null,
      spans: [],
      provisional: false,
      steps: [],
      explanation: {
        ...result.explanation,
        startedBy: null,
        startRecordedAt: null,
        stoppedBy: null,
        notCounted: [],
        pauses: [],
      },
    },
  ];
}

function withoutEnd(spans: readonly Span[]): Span[] {
  return spans.map((span, index) => (index === spans.length - 1 ? { ...span, to: null } : span));
}

/** What was said from the beginning of the life on and is not a response (C4). */
function notCounted({ facts, life }: Setting, until: Instant) {
  return facts.flatMap((fact) => {
    if (fact.kind !== 'responded' || fact.at < life.begin || fact.at > until) return [];
    const reason = notAResponse(fact);
    return reason === null ? [] : [{ at: fact.at, reason }];
  });
}
