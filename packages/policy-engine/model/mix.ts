import type { Calendar } from '../src/calendar/calendar.js';
import type { Case } from './target.js';
import { minuteOf } from './minutes.js';
import type { Minute } from './minutes.js';
import type { Verdict } from './verdict.js';
import { dayLength, dayNumber, shiftMinutes, weekdayOf } from './working-time.js';

/** What a case shows, and counts only where it bears on a clock. */
export const features = [
  'make-up day inside a clock',
  'holiday inside a clock',
  'midnight shift inside a clock',
  'change of summer time inside a clock',
  'overlapping pauses of a clock',
  'paused working time',
  'provisional result',
  'target superseded by severity',
  'target superseded by site or coverage',
  'agreement in force',
  'agreement refused',
  'reopened: continue',
  'reopened: restart',
  'reopened: new-cycle',
  'absorbed earlier start',
  'merged',
  'never started',
  'calendar pinned',
  'no target',
  'precedence overrules',
  'precedence whole',
  'planned date',
  'reminder before',
  'working days: same-time, next-opening',
  'working days: same-time, previous-closing',
  'working days: end-of-day, next-opening',
  'working days: end-of-day, previous-closing',
  'state: not-started',
  'state: running',
  'state: paused',
  'state: met',
  'state: missed',
  'state: cancelled',
  'months long',
] as const;
export type Feature = (typeof features)[number];

function daysWithin(calendar: Calendar, from: Minute, to: Minute, found: Set<Feature>): void {
  const offset = calendar.zone.offsets[0]?.minutes ?? 0;
  const first = Math.floor((from + offset) / dayLength);
  const last = Math.floor((to + offset) / dayLength);
  const special = new Map(calendar.days.map((day) => [dayNumber(day.date), day]));
  for (let date = first + 1; date < last; date++) {
    const day = special.get(date);
    const usual = calendar.week[weekdayOf(date)] ?? [];
    if (day?.kind === 'working' && usual.length === 0) found.add('make-up day inside a clock');
    if (day?.kind === 'holiday' && usual.length > 0) found.add('holiday inside a clock');
    const hours = day?.kind === 'working' ? day.hours : weekdayOf(date);
    const shifts =
      day?.kind === 'holiday' ? [] : typeof hours === 'string' ? (calendar.week[hours] ?? []) : hours;
    if (shifts.some((shift) => shiftMinutes(shift).to > dayLength))
      found.add('midnight shift inside a clock');
  }
  for (const { from: change } of calendar.zone.offsets.slice(1)) {
    if (minuteOf(change) > from && minuteOf(change) < to) found.add('change of summer time inside a clock');
  }
}

/** Pauses of different ids of which one begins while another lasts, within the time of a clock. */
function pausesOverlap(input: Case, verdict: Verdict, from: Minute, to: Minute): boolean {
  const { policy } = input;
  const mode = policy.reopening?.mode;
  const intervals = input.facts.flatMap((fact) => {
    if (fact.kind !== 'paused') return [];
    const reason = policy.pauseReasons?.find(({ key }) => key === fact.reason);
    if (!reason || (reason.clocks && !reason.clocks.includes(verdict.kind))) return [];
    const ends = input.facts
      .filter(
        (other) =>
          other.at >= fact.at &&
          ((other.kind === 'resumed' && other.pause === fact.pause) ||
            (mode !== 'continue' && (other.kind === 'closed' || other.kind === 'merged'))),
      )
      .map(({ at }) => minuteOf(at));
    const limit = reason.limit.amount * { minutes: 1, hours: 60, days: dayLength }[reason.limit.unit];
    const begin = minuteOf(fact.at);
    return [{ from: Math.max(from, begin), to: Math.min(to, begin + limit, ...ends) }];
  });
  return intervals.some((one, index) =>
    intervals.slice(index + 1).some((two) => Math.max(one.from, two.from) < Math.min(one.to, two.to)),
  );
}

/** The features of a case, by what the model says about it. */
export function featuresOf(input: Case, verdicts: readonly Verdict[]): Set<Feature> {
  const found = new Set<Feature>();
  const { policy, facts } = input;
  for (const verdict of verdicts) {
    const rule = policy.clockRules.find(({ id }) => id === verdict.rule);
    found.add(verdict.state === 'no-target' ? 'no target' : `state: ${verdict.state}`);
    if (verdict.provisional) found.add('provisional result');
    if (verdict.losing.some(({ reason }) => reason === 'OVERRULED')) {
      found.add('precedence overrules');
      if (policy.precedence?.scope === 'whole') found.add('precedence whole');
    }
    for (const { because } of verdict.superseded) {
      if (because === 'severity') found.add('target superseded by severity');
      else if (because === 'agreement') found.add('agreement in force');
      else if (because === 'reopened') found.add('reopened: restart');
      else found.add('target superseded by site or coverage');
    }
    if (verdict.refused.length > 0) found.add('agreement refused');
    if (verdict.key.includes('/')) found.add('reopened: new-cycle');
    if (verdict.spans.some(({ kind }) => kind === 'closed')) found.add('reopened: continue');
    if (verdict.plannedAt !== null) found.add('planned date');
    if (
      rule?.reminders?.some(
        ({ id, at }) => at === 'before' && verdict.steps.some((step) => step.key.endsWith(`/${id}`)),
      )
    ) {
      found.add('reminder before');
    }
    if (verdict.startedAt === null) {
      if (verdict.state === 'cancelled' && verdict.stoppedAt === null) found.add('never started');
      continue;
    }
    const from = minuteOf(verdict.startedAt);
    const to = minuteOf(Math.max(verdict.stoppedAt ?? input.now, verdict.dueAt ?? 0));
    if (to - from > 30 * dayLength) found.add('months long');
    if (facts.some((fact) => fact.kind === 'absorbed' && fact.reportedAt === verdict.startedAt)) {
      found.add('absorbed earlier start');
    }
    if (pausesOverlap(input, verdict, from, to)) found.add('overlapping pauses of a clock');
    if (facts.some(({ kind, at }) => kind === 'merged' && at === verdict.stoppedAt)) found.add('merged');
    const calendar = input.calendars.find(
      ({ key, version }) => key === verdict.calendar?.key && version === verdict.calendar.version,
    );
    if (!calendar || !rule || rule.target === 'no-target') continue;
    daysWithin(calendar, from, to, found);
    if (verdict.elapsed.paused > 0) found.add('paused working time');
    if (
      facts.some(
        (fact) =>
          fact.kind === 'calendar-pinned' &&
          fact.calendar === calendar.key &&
          fact.version === calendar.version,
      )
    ) {
      found.add('calendar pinned');
    }
    if (rule.target.basis === 'working-days') {
      found.add(`working days: ${rule.target.endsAt}, ${rule.target.startOutside}`);
    }
  }
  return found;
}
