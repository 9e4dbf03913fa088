import { daysUntil, instantsOf } from '../calendar/index.js';
import { notAResponse } from '../facts/index.js';
import { countsWorkingTime } from '../policy/index.js';
import type { Instant, Span } from '../time/index.js';
import { walk } from '../time/index.js';
import { reference } from './choose-rules.js';
import type { ClockCalendar, ClockResult, ClockState, Elapsed } from './clock-result.js';
import type { Course, Setting, Terms } from './course.js';
import { afterDuration, courseOf, foldedAt, isLate, settingAt } from './course.js';
import { stepsOf } from './steps.js';
import type { Targets } from './targets.js';
import { hasTarget } from './targets.js';

/** How a clock stands at a moment by its last target, with all that led there. */
export function resultOf(whole: Setting, targets: Targets, now: Instant): ClockResult {
  const { terms, unpromisedAt } = targets;
  const known = unpromisedAt === null ? whole : foldedAt(unpromisedAt, settingAt(whole, unpromisedAt));
  const course = courseOf(known, terms);
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
  const earlier = targets.superseded.flatMap(({ terms: old, course: its, result }) =>
    stepsOf(old, its, Math.min(result.at, its.end ?? Infinity)),
  );
  return {
    key,
    kind,
    life: life.number,
    version: terms.version,
    rule: reference(rule),
    losing,
    target: rule.target,
    startsAt: rule.startsAt,
    stopsAt: rule.stopsAt,
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
    days: byDays && calendar ? daysUntil(calendar, start.at, target, setting.blocks, until) : null,
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
