/** A moment: milliseconds since 1970-01-01T00:00:00Z, a whole number. */
export type Instant = number;

export const durationUnits = ['minutes', 'hours', 'days'] as const;
export type DurationUnit = (typeof durationUnits)[number];

/** What a duration counts: all time, or only the time (or days) in which work is done. */
export const durationBases = ['natural', 'working-hours', 'working-days'] as const;
export type DurationBasis = (typeof durationBases)[number];

/** A length of time that always says what it counts, so that "2 days" never silently means 48 hours of work. */
export interface Duration {
  /** A whole number above zero. */
  readonly amount: number;
  readonly unit: DurationUnit;
  readonly basis: DurationBasis;
}

const minute = 60_000;
const unitLength: Record<DurationUnit, number> = {
  minutes: minute,
  hours: 60 * minute,
  days: 24 * 60 * minute,
};

/**
 * Milliseconds of a natural duration; a natural day is 24 hours.
 * @throws RangeError when the basis is not natural: working time has no fixed length.
 */
export function naturalMilliseconds({ amount, unit, basis }: Duration): number {
  if (basis !== 'natural') {
    throw new RangeError(
      `A duration of basis "${basis}" has no fixed length; only "natural" can be converted.`,
    );
  }
  return amount * unitLength[unit];
}
