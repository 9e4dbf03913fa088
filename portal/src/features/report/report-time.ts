import dayjs from 'dayjs';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';
import type { Target } from '../../shared/format/duration';

dayjs.extend(utc);
dayjs.extend(timezone);

/** What a date-and-time field holds: `2026-11-20T09:30`, meant in the house's time zone. */
export type WallTime = string;

const wallFormat = 'YYYY-MM-DDTHH:mm';

/** @returns ISO instant, or undefined when the field holds no whole date and time */
export function instantOf(wall: WallTime, timeZone: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(wall)) return undefined;
  const instant = dayjs.tz(wall, timeZone);
  return instant.isValid() ? instant.toISOString() : undefined;
}

/** @param instant milliseconds since the epoch */
export function wallTimeOf(instant: number, timeZone: string): WallTime {
  return dayjs(instant).tz(timeZone).format(wallFormat);
}

const minutesPer = { MINUTES: 1, HOURS: 60, DAYS: 24 * 60 } as const;

/**
 * When a promise would fall due if the report counted from `start`. Only for natural time: the rest needs the
 * house's calendar, which the server holds.
 * @param start milliseconds since the epoch
 */
export function previewDue(target: Target, start: number): string | undefined {
  if (target.basis !== 'NATURAL') return undefined;
  return new Date(start + target.amount * minutesPer[target.unit] * 60_000).toISOString();
}
