import type { EntityManager } from 'typeorm';
import { changeRow, isGiven } from '../../platform/aggregates';
import type { RequestContext } from '../../platform/context';
import { decodeId } from '../../platform/graphql';
import { customerOf, siteOf } from '../party';
import { dayInHouse } from '../tenancy';
import { sheetOf } from './components';
import type { Equipment } from './equipment.entity';
import { dateStands, otherDealersCustomer } from './equipment.errors';
import type {
  EquipmentConfigureInput,
  EquipmentDatesSetInput,
  EquipmentUpdateInput,
} from './equipment.inputs';
import { texts } from './equipment.texts';
import { expireByShelf } from './limits';
import type { KnownDates } from './machine-dates';
import { dateFields, datesOf, mustBeInOrder } from './machine-dates';
import { modelOf } from './models';
import { pinnedNow } from './register-equipment';
import { units } from './units';
import type { WarrantyAt } from './warranty-stamps';
import { beginWaiting, stampMachine, stampsOf } from './warranty-stamps';

/**
 * Changes where a machine stands, whose it is, and the numbers it was sold by.
 * @throws Refusal naming the field to mend, CONFLICT with what changed
 */
export function updateEquipment(ctx: RequestContext, input: EquipmentUpdateInput): Promise<string> {
  const { equipmentId, expectedVersion } = input;
  const change = { id: decodeId('Equipment', equipmentId), expectedVersion };
  return changeRow(ctx, units, change, async (unit, manager) => ({
    ...(await placeOf(ctx, manager, unit, input)),
    batch: texts.optionalIfGiven('batch', input.batch),
    orderNumber: texts.optionalIfGiven('orderNumber', input.orderNumber),
    materialNumber: texts.optionalIfGiven('materialNumber', input.materialNumber),
  }));
}

async function placeOf(
  ctx: RequestContext,
  manager: EntityManager,
  unit: Equipment,
  { customerId, siteId }: EquipmentUpdateInput,
) {
  const customer = customerId
    ? await customerOf(ctx, manager, customerId)
    : { id: unit.customerId, dealerId: unit.dealerId };
  if (customer.dealerId !== unit.dealerId) throw otherDealersCustomer();
  if (isGiven(siteId))
    return { customerId: customer.id, siteId: await siteOf(ctx, manager, customer.id, siteId) };
  return customer.id === unit.customerId ? {} : { customerId: customer.id, siteId: null };
}

/**
 * Enters dates of a machine's life; warranty terms that waited for one begin (W2). A date by which a term
 * has begun stands.
 * @throws Refusal naming the date to mend, CONFLICT with what changed
 */
export function setDates(ctx: RequestContext, input: EquipmentDatesSetInput): Promise<string> {
  const { equipmentId, expectedVersion } = input;
  const change = { id: decodeId('Equipment', equipmentId), expectedVersion };
  return changeRow(ctx, units, change, async (unit, manager) => {
    const dates = Object.fromEntries(
      dateFields.map((field) => [field, isGiven(input[field]) ? input[field] : unit[field]]),
    ) as unknown as KnownDates;
    await mustNotHaveBegun(ctx, manager, unit, dates);
    mustBeInOrder(dates, await dayInHouse(ctx, manager, ctx.now));
    await beginWaiting(ctx, manager, unit.id, datesOf(dates));
    const model = await modelOf(ctx, manager, unit.modelId);
    await expireByShelf(ctx, manager, { ...unit, ...dates }, model);
    return dates;
  });
}

async function mustNotHaveBegun(
  ctx: RequestContext,
  manager: EntityManager,
  unit: Equipment,
  dates: KnownDates,
): Promise<void> {
  const changed = dateFields.filter((field) => unit[field] !== null && unit[field] !== dates[field]);
  if (changed.length === 0) return;
  const stamps = await stampsOf(ctx, manager, unit.id);
  const firstDays = stamps.flatMap((stamp) =>
    stamp.state === 'begun' ? stamp.covers.map(({ firstDay }) => firstDay) : [],
  );
  for (const field of changed) {
    const day = unit[field];
    if (day !== null && firstDays.includes(day)) throw dateStands(field, day);
  }
}

/**
 * Replaces the configuration sheet of a machine; components that are new to it are stamped by the policy in
 * force, from the dates of the machine.
 * @throws Refusal naming the line and the field to mend, CONFLICT with what changed
 */
export async function configureEquipment(
  ctx: RequestContext,
  warrantyAt: WarrantyAt,
  { equipmentId, components, expectedVersion }: EquipmentConfigureInput,
): Promise<string> {
  const sheet = sheetOf(components);
  const pinned = await pinnedNow(ctx, warrantyAt);
  const change = { id: decodeId('Equipment', equipmentId), expectedVersion };
  return changeRow(ctx, units, change, async (unit, manager) => {
    const { code } = await modelOf(ctx, manager, unit.modelId);
    await stampMachine(ctx, manager, pinned, { ...unit, components: sheet }, code);
    return { components: sheet };
  });
}
