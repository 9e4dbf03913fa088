import type { Instant, Stretch } from '../time/index.js';
import type { Calendar, LocalDate, Shift, Zone } from './calendar.js';
import { weekdays } from './calendar.js';
import type { DayNumber } from './civil.js';
import { dayNumber, weekdayOf } from './civil.js';
import { offsetAt } from './zone.js';

const minute = 60_000;
export const dayLength = 24 * 60 * minute;

/** No walk goes further than this many days: twelve years, so that every computation ends. */
export const horizonDays = 4_400;

/** A stretch of working time, with the day to which it belongs. */
export interface WorkStretch extends Stretch {
  readonly day: DayNumber;
}

/** A calendar made ready: shifts in milliseconds from midnight, for every weekday and every special day. */
interface Plan {
  readonly week: readonly (readonly Stretch[])[];
  readonly special: ReadonlyMap<DayNumber, readonly Stretch[]>;
  /** What was found before; at most the days of the walks, which end at the horizon. */
  readonly work: Map<DayNumber, readonly WorkStretch[]>;
}

// a version never changes, so what was once made ready stays right
const plans = new WeakMap<Calendar, Plan>();

function planOf(calendar: Calendar): Plan {
  const ready = plans.get(calendar);
  if (ready) return ready;
  const ordinary = (day: (typeof weekdays)[number]) => (calendar.week[day] ?? []).map(fromMidnight);
  const plan: Plan = {
    week: weekdays.map(ordinary),
    special: new Map(
      calendar.days.map((day) => [
        dayNumber(day.date),
        day.kind === 'holiday'
          ? []
          : typeof day.hours === 'string'
            ? ordinary(day.hours)
            : day.hours.map(fromMidnight),
      ]),
    ),
    work: new Map(),
  };
  plans.set(calendar, plan);
  return plan;
}

/** A shift in milliseconds from the midnight of its date; one that is not after its beginning ends on the next. */
export function fromMidnight({ from, to }: Shift): Stretch {
  const [start, end] = [timeOfDay(from), timeOfDay(to)];
  return { from: start, to: end > start ? end : end + dayLength };
}

/** Milliseconds from midnight of a time such as `09:30`. */
export function timeOfDay(time: string): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * minute;
}

/** Local time as milliseconds since the midnight of day 0 on the wall. */
export function localTime(zone: Zone, at: Instant): number {
  return at + offsetAt(zone, at) * minute;
}

/** The day that a clock on the wall shows at an instant. */
export function dayAt({ zone }: Calendar, at: Instant): DayNumber {
  return Math.floor(localTime(zone, at) / dayLength);
}

/** The first instant whose local time is so many milliseconds after a day's midnight, or past it where it is skipped. */
export function instantAt({ offsets }: Zone, day: DayNumber, sinceMidnight: number): Instant {
  const local = day * dayLength + sinceMidnight;
  for (let index = 0; ; index += 1) {
    const shift = (offsets[index]?.minutes ?? 0) * minute;
    const next = offsets[index + 1]?.from;
    if (next === undefined || local < next + shift) {
      const begin = index === 0 ? -Infinity : (offsets[index]?.from ?? -Infinity);
      return Math.max(local - shift, begin);
    }
  }
}

/** The instants of a date from its midnight to the next. */
export function instantsOf({ zone }: Calendar, date: LocalDate): Stretch {
  const day = dayNumber(date);
  return { from: instantAt(zone, day, 0), to: instantAt(zone, day + 1, 0) };
}

/** The working time that belongs to a day, in order; stretches that touch are one. */
export function workOn(calendar: Calendar, day: DayNumber): readonly WorkStretch[] {
  const { work } = planOf(calendar);
  const known = work.get(day);
  if (known) return known;
  const found = findWork(calendar, day);
  work.set(day, found);
  return found;
}

function findWork(calendar: Calendar, day: DayNumber): WorkStretch[] {
  const { week, special } = planOf(calendar);
  const shifts = special.get(day) ?? week[weekdayOf(day)] ?? [];
  const { offsets } = calendar.zone;
  const found: WorkStretch[] = [];
  for (const shift of shifts) {
    // local time lies in the shift: for every offset, as far as it holds
    for (let index = 0; index < offsets.length; index += 1) {
      const midnight = day * dayLength - (offsets[index]?.minutes ?? 0) * minute;
      const from = Math.max(midnight + shift.from, index === 0 ? -Infinity : (offsets[index]?.from ?? 0));
      const to = Math.min(midnight + shift.to, offsets[index + 1]?.from ?? Infinity);
      if (from < to) found.push({ from, to, day });
    }
  }
  found.sort((a, b) => a.from - b.from);
  return found.reduce<WorkStretch[]>((merged, stretch) => {
    const last = merged.at(-1);
    if (last && last.to >= stretch.from) merged[merged.length - 1] = { ...last, to: stretch.to };
    else merged.push(stretch);
    return merged;
  }, []);
}

/** Working time from the day before an instant on, in order, up to the horizon. */
export function* workFrom(calendar: Calendar, at: Instant): Generator<WorkStretch> {
  const first = dayAt(calendar, at) - 1;
  let waiting: readonly WorkStretch[] = [];
  for (let day = first; day <= first + horizonDays; day += 1) {
    const today = workOn(calendar, day);
    const begin = today[0]?.from;
    if (begin === undefined) continue;
    if (waiting.every(({ to }) => to <= begin)) {
      yield* waiting;
      waiting = today;
      continue;
    }
    // where summer time ends, the stretches of two days can alternate
    yield* waiting.filter(({ to }) => to <= begin);
    waiting = [...waiting.filter(({ to }) => to > begin), ...today].sort((a, b) => a.from - b.from);
  }
  yield* waiting;
}

/** The stretch of working time that an instant lies in. */
export function workAt(calendar: Calendar, at: Instant): WorkStretch | undefined {
  const day = dayAt(calendar, at);
  return [day - 1, day]
    .flatMap((each) => workOn(calendar, each))
    .find(({ from, to }) => from <= at && at < to);
}

/** The stretches that could count from an instant on, for a timeline. */
export const workingTime =
  (calendar: Calendar) =>
  (from: Instant): Iterable<Stretch> =>
    (function* () {
      for (const stretch of workFrom(calendar, from)) if (stretch.to > from) yield stretch;
    })();
