import type { Calendar, ClockTime, Shift } from '../src/calendar/calendar.js';
import type { Duration } from '../src/time/index.js';
import { BeyondWindow, Minutes, minuteOf } from './minutes.js';
import type { Minute, Window } from './minutes.js';

export const dayLength = 1440;
/** Days that no walk exceeds. */
export const longestWalk = 4400;
export const noShift = -1_000_000;
const weekdayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Days since 1970-01-01. */
export type DayNumber = number;
export const dayNumber = (date: string): DayNumber => Date.parse(date) / 86_400_000;
export const weekdayOf = (day: DayNumber) => weekdayNames[(((day + 3) % 7) + 7) % 7] ?? 'mon';

const minuteOfDay = (time: ClockTime) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** A shift in minutes from the midnight of its date; the end is beyond 1440 after midnight. */
export function shiftMinutes({ from, to }: Shift): { from: number; to: number } {
  const start = minuteOfDay(from);
  const end = minuteOfDay(to);
  return { from: start, to: end > start ? end : end + dayLength };
}

/** One calendar, minute by minute. */
export class WorkingTime {
  readonly calendar: Calendar;
  /** The date on which the shift of a minute begins; `noShift` outside working time. */
  readonly shiftDate: Minutes;
  readonly #local: Minutes;
  readonly #plans = new Map<DayNumber, readonly { from: number; to: number }[]>();
  readonly #points = new Map<string, Minute>();
  readonly #extent = new Map<DayNumber, { first: Minute; last: Minute }>();

  constructor(calendar: Calendar, window: Window) {
    this.calendar = calendar;
    const length = window.to - window.from;
    this.#local = new Minutes(window, new Int32Array(length));
    this.shiftDate = new Minutes(window, new Int32Array(length).fill(noShift));
    const offsets = calendar.zone.offsets.map(({ from, minutes }) => ({ from: minuteOf(from), minutes }));
    let date = 0;
    let shifts: readonly { from: number; to: number; date: DayNumber }[] = [];
    for (let minute = window.from; minute < window.to; minute++) {
      const offset = offsets.findLast(({ from }) => from <= minute) ?? offsets[0];
      const local = minute + (offset?.minutes ?? 0);
      this.#local.put(minute, local);
      if (Math.floor(local / dayLength) !== date) {
        date = Math.floor(local / dayLength);
        shifts = [date - 1, date].flatMap((day) => this.plan(day).map((shift) => ({ ...shift, date: day })));
      }
      const shift = shifts.find(({ from, to, date: day }) => {
        const time = local - day * dayLength;
        return time >= from && time < to;
      });
      if (!shift) continue;
      this.shiftDate.put(minute, shift.date);
      const extent = this.#extent.get(shift.date);
      if (extent) extent.last = minute;
      else this.#extent.set(shift.date, { first: minute, last: minute });
    }
  }

  plan(date: DayNumber): readonly { from: number; to: number }[] {
    const known = this.#plans.get(date);
    if (known) return known;
    const { week, days } = this.calendar;
    const special = days.find((day) => dayNumber(day.date) === date);
    const hours = special?.kind === 'working' ? special.hours : weekdayOf(date);
    const shifts = special?.kind === 'holiday' ? [] : typeof hours === 'string' ? (week[hours] ?? []) : hours;
    const plan = shifts.map(shiftMinutes);
    this.#plans.set(date, plan);
    return plan;
  }

  works(minute: Minute): boolean {
    return this.shiftDate.at(minute) !== noShift;
  }

  localDate(minute: Minute): DayNumber {
    return Math.floor(this.#local.at(minute) / dayLength);
  }

  /** Whether a clock starts before the days that are known, or is due after them. */
  leavesKnown(start: Minute, due: Minute | null): boolean {
    const { from, through } = this.calendar.known;
    return (
      this.localDate(start) < dayNumber(from) ||
      (due !== null && this.localDate(due - 1) > dayNumber(through))
    );
  }

  /** The start as it counts: where it is, on which date, and the time seen from the midnight of that date. */
  #countedStart(start: Minute, outside: 'next-opening' | 'previous-closing') {
    let at = start;
    let owner = start;
    if (!this.works(start) && outside === 'next-opening') {
      while (!this.works(at)) at++;
      owner = at;
    } else if (!this.works(start)) {
      while (!this.works(at - 1)) at--;
      owner = at - 1;
    }
    const date = this.shiftDate.at(owner);
    const closes = owner === at - 1 && this.#closing(date) === at;
    return { at, date, time: closes ? ('closing' as const) : this.#local.at(at) - date * dayLength };
  }

  /** The first minute of a date's working time and the last. @throws BeyondWindow */
  #extentOf(date: DayNumber): { first: Minute; last: Minute } | null {
    const { window } = this.#local;
    if ((date + 4) * dayLength > window.to || (date - 2) * dayLength < window.from) throw new BeyondWindow();
    return this.#extent.get(date) ?? null;
  }

  #closing(date: DayNumber): Minute {
    return (this.#extentOf(date)?.last ?? Number.NaN) + 1;
  }

  /** The same-time point on a date that has working time. */
  #sameTime(date: DayNumber, time: number | 'closing'): Minute {
    const name = `${date} ${time}`;
    const known = this.#points.get(name);
    if (known !== undefined) return known;
    const point = time === 'closing' ? this.#closing(date) : this.#findSameTime(date, time);
    this.#points.set(name, point);
    return point;
  }

  #findSameTime(date: DayNumber, time: number): Minute {
    const first = this.#extentOf(date)?.first ?? Number.NaN;
    const wanted = date * dayLength + time;
    let moment = (date - 1) * dayLength;
    while (this.#local.at(moment) < wanted) moment++;
    const ofDay = (minute: Minute) => this.shiftDate.at(minute) === date;
    if (ofDay(moment) || ofDay(moment - 1)) return moment;
    for (let minute = moment - 1; minute >= first; minute--) if (ofDay(minute)) return minute + 1;
    return first;
  }

  /**
   * When a number of working days is due. `blocked`: whether a minute is paused or closed.
   * @returns `null` when it is not reached within the limit of every walk
   */
  dueAfter(
    start: Minute,
    { amount, endsAt, startOutside }: Extract<Duration, { basis: 'working-days' }>,
    blocked: (minute: Minute) => boolean,
  ): Minute | null {
    const { at, date, time } = this.#countedStart(start, startOutside);
    let day = date;
    for (let left = amount; left > 0;) {
      day++;
      if (day - date > longestWalk) return null;
      if (this.#extentOf(day)) left--;
    }
    let point = this.#sameTime(day, time);
    const opens = this.shiftDate.at(point) === day && this.shiftDate.at(point - 1) !== day;
    if (this.#anyBlocked(at, point, blocked)) {
      const moved = this.#reach(at, this.#worked(at, point), blocked);
      if (moved === null) return null;
      point = moved;
      if (opens) while (!this.works(point) || blocked(point)) point++;
      day = this.shiftDate.at(opens ? point : point - 1);
    }
    if (endsAt === 'same-time') return point;
    const closing = this.#closing(day);
    if (!this.#anyBlocked(point, closing, blocked)) return closing;
    return this.#reach(point, this.#worked(point, closing), blocked);
  }

  #worked(from: Minute, to: Minute): number {
    let sum = 0;
    for (let minute = from; minute < to; minute++) if (this.works(minute)) sum++;
    return sum;
  }

  #anyBlocked(from: Minute, to: Minute, blocked: (minute: Minute) => boolean): boolean {
    for (let minute = from; minute < to; minute++) if (this.works(minute) && blocked(minute)) return true;
    return false;
  }

  #reach(from: Minute, amount: number, blocked: (minute: Minute) => boolean): Minute | null {
    let minute = from;
    for (let left = amount; left > 0; minute++) {
      if (minute - from > longestWalk * dayLength) return null;
      if (this.works(minute) && !blocked(minute)) left--;
    }
    return minute;
  }
}

const seen = new WeakMap<Calendar, Map<string, WorkingTime>>();

/** A calendar through a window; kept for the next question about the same, unless the window is wide. */
export function workingTime(calendar: Calendar, window: Window): WorkingTime {
  const known = seen.get(calendar) ?? new Map<string, WorkingTime>();
  seen.set(calendar, known);
  const name = `${window.from} ${window.to}`;
  const made = known.get(name) ?? new WorkingTime(calendar, window);
  known.set(name, made);
  return made;
}
