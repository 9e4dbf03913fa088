import { isLocalDate } from '../calendar/index.js';
import type { WarrantyStamp } from './stamp.js';

/**
 * Callers parse what they give; nothing is computed on dates that are none all the same.
 * @throws RangeError that names the field
 */
export function mustBeDates(fields: { readonly [field: string]: string | undefined }): void {
  for (const [field, date] of Object.entries(fields)) {
    if (date !== undefined && !isLocalDate(date)) throw new RangeError(`${field} "${date}" is no date.`);
  }
}

/** The same for the days of stamps. */
export function mustBeDated(stamps: readonly WarrantyStamp[]): void {
  for (const stamp of stamps) {
    if (stamp.state === 'begun')
      stamp.covers.forEach(({ firstDay, lastDay }) => mustBeDates({ firstDay, lastDay }));
  }
}
