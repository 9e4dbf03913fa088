import type { Instant } from '../time/index.js';
import type { LocalDate, Zone } from './calendar.js';
import { dateOf } from './civil.js';

const minute = 60_000;

/** Minutes that local time is ahead of UTC at an instant. */
export function offsetAt({ offsets }: Zone, at: Instant): number {
  let index = offsets.length - 1;
  while (index > 0 && at < (offsets[index]?.from ?? at)) index -= 1;
  return offsets[index]?.minutes ?? 0;
}

/** The date that a clock on the wall shows at an instant. */
export function localDate(zone: Zone, at: Instant): LocalDate {
  return dateOf(Math.floor((at + offsetAt(zone, at) * minute) / (24 * 60 * minute)));
}
