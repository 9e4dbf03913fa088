import type { Instant, Problem, Zone } from '@aftercare/policy-engine';
import { tabulateZone } from '@aftercare/policy-engine';

/** Minutes that local time is ahead of UTC, as the platform's own tables know it; `null` for an unknown name. */
function offsetsOf(name: string): (at: Instant) => number | null {
  let clock: Intl.DateTimeFormat;
  try {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return () => null;
  }
  return (at) => {
    const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const { year = NaN, month = NaN, day = NaN, hour = NaN, minute = NaN, second = NaN } = parts;
    const local = Date.UTC(year, month - 1, day, hour, minute, second);
    return Math.round((local - at) / 60_000);
  };
}

/**
 * A zone's name as data for a calendar, from the tables of the platform that runs this. A name that it does not know is
 * refused, with the remedy.
 */
export const zoneOf = (
  name: string,
  from: Instant,
  through: Instant,
): { readonly zone: Zone } | { readonly problems: readonly Problem[] } =>
  tabulateZone({ name, offsetAt: offsetsOf(name), from, through });
