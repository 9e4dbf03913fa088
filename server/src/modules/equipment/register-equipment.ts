import type { EntityManager } from 'typeorm';
import { createOnce, enterRow, idOf } from '../../platform/aggregates';
import type { RequestContext } from '../../platform/context';
import { customerOf, siteOf } from '../party';
import { dayInHouse } from '../tenancy';
import { sheetOf } from './components';
import type { Equipment } from './equipment.entity';
import { noPolicyInForce } from './equipment.errors';
import type { EquipmentRegisterInput } from './equipment.inputs';
import { normalSerial, texts } from './equipment.texts';
import { expireByShelf } from './limits';
import { mustBeInOrder } from './machine-dates';
import { modelOf } from './models';
import { units } from './units';
import type { PinnedWarranty, WarrantyAt } from './warranty-stamps';
import { stampMachine } from './warranty-stamps';

type Required = 'id' | 'serial' | 'modelId' | 'customerId' | 'dealerId' | 'siteId';
type Optional =
  | ('batch' | 'orderNumber' | 'materialNumber' | 'components')
  | ('shippedOn' | 'receivedOn' | 'installedOn' | 'acceptedOn');
export type UnitFacts = Pick<Equipment, Required> & Partial<Pick<Equipment, Optional>>;

/**
 * Registers a machine and stamps on it the warranty terms of the policy in force (W1).
 * @returns the machine's row id
 * @throws Refusal naming the field to mend
 */
export async function registerEquipment(
  ctx: RequestContext,
  warrantyAt: WarrantyAt,
  input: EquipmentRegisterInput,
): Promise<string> {
  const facts = {
    serial: texts.required('serial', normalSerial(input.serial), 'serial'),
    batch: texts.optional('batch', input.batch),
    orderNumber: texts.optional('orderNumber', input.orderNumber),
    materialNumber: texts.optional('materialNumber', input.materialNumber),
    shippedOn: input.shippedOn ?? null,
    receivedOn: input.receivedOn ?? null,
    installedOn: input.installedOn ?? null,
    acceptedOn: input.acceptedOn ?? null,
    components: sheetOf(input.components),
  };
  const pinned = await pinnedNow(ctx, warrantyAt);
  return createOnce(ctx, { kind: 'equipment' }, input, async (manager, id) => {
    const { id: customerId, dealerId } = await customerOf(ctx, manager, input.customerId);
    const siteId = await siteOf(ctx, manager, customerId, input.siteId);
    const modelId = idOf('EquipmentModel', input.modelId);
    await enterUnit(ctx, manager, pinned, { id, modelId, customerId, dealerId, siteId, ...facts });
  });
}

/** @throws Refusal INVALID when the house has published no rules yet */
export async function pinnedNow(ctx: RequestContext, warrantyAt: WarrantyAt): Promise<PinnedWarranty> {
  const pinned = await warrantyAt(ctx, ctx.now);
  if (!pinned) throw noPolicyInForce();
  return pinned;
}

/** @throws Refusal naming the field to mend */
export async function enterUnit(
  ctx: RequestContext,
  manager: EntityManager,
  pinned: PinnedWarranty,
  facts: UnitFacts,
): Promise<void> {
  const unit = { ...bare, ...facts };
  mustBeInOrder(unit, await dayInHouse(ctx, manager, ctx.now));
  const model = await modelOf(ctx, manager, unit.modelId);
  await enterRow(ctx, manager, units, unit);
  await stampMachine(ctx, manager, pinned, unit, model.code);
  await expireByShelf(ctx, manager, unit, model);
}

const bare = {
  batch: null,
  orderNumber: null,
  materialNumber: null,
  shippedOn: null,
  receivedOn: null,
  installedOn: null,
  acceptedOn: null,
  components: [],
};
