import type { Duration } from '../src/time/index.js';
import { instantOf } from './minutes.js';
import type { Minute, Minutes } from './minutes.js';
import type { VerdictSpan } from './verdict.js';
import { longestWalk } from './working-time.js';
import type { WorkingTime } from './working-time.js';

/** What time is measured along: by a calendar or by natural time, with the pauses before the stop. */
export interface Timeline {
  readonly by: WorkingTime | null;
  readonly pauses: Minutes;
  readonly closed: Minutes;
  readonly stop: Minute | null;
}

const limit = longestWalk * 1440;

/** Minutes of a duration that has a fixed length. */
export const length = ({ amount, unit }: Duration) => amount * { minutes: 1, hours: 60, days: 1440 }[unit];

/** What a minute is on a timeline. Pauses end with the clock. */
export function kindAt(minute: Minute, line: Timeline): VerdictSpan['kind'] {
  if (line.by && !line.by.works(minute)) return 'outside';
  if (line.closed.at(minute) > 0) return 'closed';
  if (line.pauses.at(minute) > 0 && (line.stop === null || minute < line.stop)) return 'paused';
  return 'running';
}

/** How many minutes ran, and how many would have and were paused. */
export function count(line: Timeline, from: Minute, to: Minute): { running: number; paused: number } {
  const sum = { running: 0, paused: 0 };
  for (let minute = from; minute < to; minute++) {
    const kind = kindAt(minute, line);
    if (kind === 'running' || kind === 'paused') sum[kind]++;
  }
  return sum;
}

/** The moment at which `amount` minutes have run. */
export function reach(line: Timeline, from: Minute, amount: number): Minute | null {
  let left = amount;
  let minute = from;
  while (left > 0) {
    if (minute - from >= limit) return null;
    if (kindAt(minute, line) === 'running') left--;
    minute++;
  }
  return minute;
}

/** The moment at which a duration is due; `null` when it is not reached. */
export function measure(duration: Duration, line: Timeline, from: Minute): Minute | null {
  if (duration.basis === 'natural') return reach({ ...line, by: null }, from, length(duration));
  if (!line.by) return null;
  if (duration.basis === 'working-hours') return reach(line, from, length(duration));
  return line.by.dueAfter(from, duration, (minute) => stands(minute, line));
}

/** Whether nothing counts at a minute because of a pause or of closing. */
export function stands(minute: Minute, { pauses, closed, stop }: Omit<Timeline, 'by'>): boolean {
  return (pauses.at(minute) > 0 && (stop === null || minute < stop)) || closed.at(minute) > 0;
}

/** How many working days have passed at `until`. */
export function daysUntil(
  duration: Extract<Duration, { basis: 'working-days' }>,
  line: Timeline & { readonly by: WorkingTime },
  start: Minute,
  until: Minute,
): number {
  for (let amount = 1; ; amount++) {
    const due = line.by.dueAfter(start, { ...duration, amount }, (minute) => stands(minute, line));
    if (due === null || due > until) return amount - 1;
  }
}

/** From start to stop, or of an open clock to now, without an end. */
export function spans(line: Timeline, start: Minute, end: Minute | null, nowMinute: Minute): VerdictSpan[] {
  const until = end ?? nowMinute;
  const last = end === null ? Math.max(start, until - 1) : until - 1;
  const spans: VerdictSpan[] = [];
  let from = start;
  let kind = kindAt(start, line);
  for (let minute = start; minute <= last; minute++) {
    const next = minute < last ? kindAt(minute + 1, line) : null;
    if (next === kind) continue;
    const to = next !== null ? instantOf(minute + 1) : end === null ? null : instantOf(end);
    spans.push({ kind, from: instantOf(from), to });
    from = minute + 1;
    kind = next ?? kind;
  }
  return spans;
}
