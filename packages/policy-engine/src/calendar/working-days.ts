import type { Block, DayEnd, Instant, OutsideStart } from '../time/index.js';
import { timeline, walk } from '../time/index.js';
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
  workingTime,
  workOn,
} from './working-time.js';

/** How a target of working days counts (A3). */
export interface DayCount {
  readonly endsAt: DayEnd;
  readonly startOutside: OutsideStart;
}

/** The clock time of a start on a later working day. */
interface SameTime {
  readonly at: Instant;
  readonly work: readonly WorkStretch[];
  /** It is the beginning of working time, and belongs to what follows. */
  readonly opens: boolean;
}

/**
 * The moment at which so many working days have passed since a start: the same clock time on the last of them, later by
 * the working time that was blocked (C8); or the end of the work of the day on which that lies.
 * @returns `null` when it is not reached within the horizon
 */
export function afterDays(
  calendar: Calendar,
  start: Instant,
  { endsAt, startOutside }: DayCount,
  blocks: readonly Block[],
  days: number,
): Instant | null {
  const last = sameTimeAfter(calendar, start, startOutside, days);
  if (!last) return null;
  const [all, open] = [timeline(workingTime(calendar), []), timeline(workingTime(calendar), blocks)];
  const amount = walk(all, start, { at: last.at }).running;
  const blocked = walk(open, start, { at: last.at }).running < amount;
  if (!blocked && endsAt === 'same-time') return last.at;
  const reached = blocked ? reachedAfter(open, start, amount, last.opens) : last.at;
  if (reached === null || endsAt === 'same-time') return reached;
  const work = blocked ? workOf(calendar, reached, last.opens) : last.work;
  return walk(open, reached, { running: walk(all, reached, { at: closingOf(work) }).running }).end;
}

/**
 * How many working days have passed since a start by a moment: as many as `afterDays` puts not after it, so that
 * deadline and elapsed days cannot disagree (B1).
 */
export function daysUntil(
  calendar: Calendar,
  start: Instant,
  count: DayCount,
  blocks: readonly Block[],
  at: Instant,
): number {
  const passed = (days: number) => (afterDays(calendar, start, count, blocks, days) ?? Infinity) <= at;
  let [known, beyond] = [0, 1];
  while (passed(beyond)) [known, beyond] = [beyond, beyond * 2];
  while (beyond - known > 1) {
    const middle = (known + beyond) >> 1;
    if (passed(middle)) known = middle;
    else beyond = middle;
  }
  return known;
}

function sameTimeAfter(
  calendar: Calendar,
  start: Instant,
  startOutside: OutsideStart,
  days: number,
): SameTime | undefined {
  const counted = countedStart(calendar, start, startOutside);
  if (!counted) return undefined;
  const sinceMidnight = localTime(calendar.zone, counted.at) - counted.day * dayLength;
  const atClosing = counted.at === closingOf(workOn(calendar, counted.day));
  let left = days;
  for (let day = counted.day + 1; day <= counted.day + horizonDays; day += 1) {
    const work = workOn(calendar, day);
    if (work.length > 0) left -= 1;
    if (left > 0) continue;
    return atClosing
      ? { at: closingOf(work), work, opens: false }
      : sameTime(work, instantAt(calendar.zone, day, sinceMidnight));
  }
  return undefined;
}

function closingOf(work: readonly WorkStretch[]): Instant {
  return Math.max(...work.map(({ to }) => to));
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

function sameTime(work: readonly WorkStretch[], at: Instant): SameTime {
  const within = work.find(({ from, to }) => from <= at && at <= to);
  if (within) return { at, work, opens: within.from === at };
  const before = work.findLast(({ to }) => to < at);
  return before ? { at: before.to, work, opens: false } : { at: work[0]?.from ?? at, work, opens: true };
}

/** The moment at which so much has run, or, for an opening, the one from which more would run. */
function reachedAfter(
  along: ReturnType<typeof timeline>,
  start: Instant,
  amount: number,
  opens: boolean,
): Instant | null {
  if (!opens) return walk(along, start, { running: amount }).end;
  const beyond = walk(along, start, { running: amount + 1 }).end;
  return beyond === null ? null : beyond - 1;
}

/** The working time of the day to which a moment belongs, itself at the end or at the beginning of it. */
function workOf(calendar: Calendar, at: Instant, opens: boolean): readonly WorkStretch[] {
  const inside = workAt(calendar, opens ? at : at - 1);
  return inside ? workOn(calendar, inside.day) : [];
}
