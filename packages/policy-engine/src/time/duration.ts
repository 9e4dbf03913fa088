/** A moment: milliseconds since 1970-01-01T00:00:00Z, a whole number. */
export type Instant = number;

export const durationUnits = ['minutes', 'hours', 'days'] as const;
export type DurationUnit = (typeof durationUnits)[number];

/** What a duration counts: all time, or only the time (or days) in which work is done. */
export const durationBases = ['natural', 'working-hours', 'working-days'] as const;
export type DurationBasis = (typeof durationBases)[number];

/** Where a working day of a target ends: at the clock time of the start, or with the day's work (A3). */
export const dayEnds = ['same-time', 'end-of-day'] as const;
export type DayEnd = (typeof dayEnds)[number];

/** From where working days count when the start lies outside working time (A3). */
export const outsideStarts = ['next-opening', 'previous-closing'] as const;
export type OutsideStart = (typeof outsideStarts)[number];

/** A length of time that always says what it counts, so that "2 days" never silently means 48 hours of work. */
export type Duration =
  | { readonly amount: number; readonly unit: DurationUnit; readonly basis: 'natural' }
  | { readonly amount: number; readonly unit: 'minutes' | 'hours'; readonly basis: 'working-hours' }
  | {
      readonly amount: number;
      readonly unit: 'days';
      readonly basis: 'working-days';
      readonly endsAt: DayEnd;
      readonly startOutside: OutsideStart;
    };

const minute = 60_000;
const unitLength: Record<DurationUnit, number> = {
  minutes: minute,
  hours: 60 * minute,
  days: 24 * 60 * minute,
};

/**
 * Milliseconds that a duration counts; a natural day is 24 hours.
 * @throws RangeError for working days, which have no fixed length.
 */
export function milliseconds({ amount, unit, basis }: Duration): number {
  if (basis === 'working-days') {
    throw new RangeError('A duration of basis "working-days" has no fixed length; count days on a calendar.');
  }
  return amount * unitLength[unit];
}
