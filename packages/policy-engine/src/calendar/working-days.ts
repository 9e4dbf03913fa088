import type { Block, DayEnd, Instant, OutsideStart } from '../time/index.js';
import type { Calendar } from './calendar.js';
import type { DayNumber } from './civil.js';
import type { WorkStretch } from './working-time.js';
import {
  dayAt,
  dayLength,
  horizonDays,
  instantAt,
  localTime,
  workAt,
  workFrom,
  workOn,
} from './working-time.js';

/** How a target of working days counts (A3). */
export interface DayCount {
  readonly endsAt: DayEnd;
  readonly startOutside: OutsideStart;
}

interface EndPoint {
  readonly at: Instant;
  /** The point lies on the beginning of working time, so that what follows decides whether it counts. */
  readonly opens: boolean;
}

/** Where counting ends: at a moment, or as soon as so many end points have counted. */
export type DayGoal = { readonly at: Instant } | { readonly days: number };

/**
 * Counts working days from a start: the end points of the days after it, less those at which the clock was blocked.
 * Deadline and elapsed days are both read from it, so they cannot disagree (B1).
 * @returns the days counted, and the moment of the goal, `null` when it is not reached within the horizon
 */
export function countDays(
  calendar: Calendar,
  start: Instant,
  count: DayCount,
  blocks: readonly Block[],
  goal: DayGoal,
): { readonly days: number; readonly end: Instant | null } {
  let days = 0;
  for (const point of endPoints(calendar, start, count)) {
    if ('at' in goal && point.at > goal.at) break;
    if (blocks.some((block) => covers(block, point))) continue;
    days += 1;
    if ('days' in goal && days === goal.days) return { days, end: point.at };
  }
  return { days, end: 'at' in goal ? goal.at : null };
}

function covers({ from, to }: Block, { at, opens }: EndPoint): boolean {
  return opens ? from <= at && at < to : from < at && at <= to;
}

function* endPoints(
  calendar: Calendar,
  start: Instant,
  { endsAt, startOutside }: DayCount,
): Generator<EndPoint> {
  const counted = countedStart(calendar, start, startOutside);
  if (!counted) return;
  const sinceMidnight = localTime(calendar.zone, counted.at) - counted.day * dayLength;
  for (let day = counted.day + 1; day <= counted.day + horizonDays; day += 1) {
    const work = workOn(calendar, day);
    if (work.length === 0) continue;
    yield endsAt === 'end-of-day'
      ? { at: closing(work), opens: false }
      : sameTime(work, instantAt(calendar.zone, day, sinceMidnight));
  }
}

/** The start as it counts, and the day to which it belongs. */
function countedStart(
  calendar: Calendar,
  start: Instant,
  outside: OutsideStart,
): { at: Instant; day: DayNumber } | undefined {
  const inside = workAt(calendar, start);
  if (inside) return { at: start, day: inside.day };
  if (outside === 'next-opening') {
    for (const { from, day } of workFrom(calendar, start)) if (from >= start) return { at: from, day };
    return undefined;
  }
  const latest = dayAt(calendar, start);
  for (let day = latest; day >= latest - horizonDays; day -= 1) {
    // where summer time ends, the working time of the day before may end later
    const before = [...workOn(calendar, day), ...workOn(calendar, day - 1)].filter(({ to }) => to <= start);
    const last = before.reduce<WorkStretch | undefined>((a, b) => (a && a.to >= b.to ? a : b), undefined);
    if (last) return { at: last.to, day: last.day };
  }
  return undefined;
}

function sameTime(work: readonly WorkStretch[], at: Instant): EndPoint {
  const within = work.find(({ from, to }) => from <= at && at <= to);
  if (within) return { at, opens: within.from === at };
  const before = work.findLast(({ to }) => to < at);
  return before ? { at: before.to, opens: false } : { at: work[0]?.from ?? at, opens: true };
}

function closing(work: readonly WorkStretch[]): Instant {
  return Math.max(...work.map(({ to }) => to));
}
