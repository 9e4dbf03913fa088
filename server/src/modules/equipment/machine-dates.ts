import type { MachineDates } from '@aftercare/policy-engine';
import type { Equipment } from './equipment.entity';
import { dateInFuture, dateOrder } from './equipment.errors';

/** Dates of a machine's life, in the order in which they happen. */
export const dateFields = ['shippedOn', 'receivedOn', 'installedOn', 'acceptedOn'] as const;
export type DateField = (typeof dateFields)[number];
export type KnownDates = Pick<Equipment, DateField>;

/** The dates as the policy engine names them. */
export function datesOf({ shippedOn, receivedOn, installedOn, acceptedOn }: KnownDates): MachineDates {
  return {
    ...(shippedOn && { shipment: shippedOn }),
    ...(receivedOn && { receipt: receivedOn }),
    ...(installedOn && { installation: installedOn }),
    ...(acceptedOn && { acceptance: acceptedOn }),
  };
}

/**
 * None lies after today, and none before one that happens earlier.
 * @throws Refusal INVALID naming the later of two
 */
export function mustBeInOrder(dates: KnownDates, today: string): void {
  let earlier: { field: DateField; day: string } | undefined;
  for (const field of dateFields) {
    const day = dates[field];
    if (day === null) continue;
    if (day > today) throw dateInFuture(field, today);
    if (earlier && day < earlier.day) throw dateOrder(field, earlier.field, earlier.day);
    earlier = { field, day };
  }
}
