import type { EntityManager } from 'typeorm';
import type { Aggregate } from '../../platform/aggregates';
import { logChange, notFound } from '../../platform/aggregates';
import type { RequestContext } from '../../platform/context';
import { Equipment } from './equipment.entity';
import { names, serialTaken } from './equipment.errors';

/** Machines, as the machinery of aggregates knows them. */
export const units: Aggregate<Equipment> = {
  entity: Equipment,
  topic: 'equipment',
  name: names.equipment,
  idField: 'equipmentId',
  taken: serialTaken,
};

/** @throws Refusal NOT_FOUND, the same for a machine that is not there and one of another dealer */
export async function unitOf(
  ctx: RequestContext,
  manager: EntityManager,
  id: string,
  field = 'equipmentId',
): Promise<Equipment> {
  const found = await manager.findOneBy(Equipment, { tenantId: ctx.tenantId, id });
  if (!found) throw notFound(field, names.equipment);
  return found;
}

/** Something was added to a machine; its version stays. */
export function logAddition(
  ctx: RequestContext,
  manager: EntityManager,
  unit: Equipment,
  field: 'readings' | 'limits',
): Promise<void> {
  return logChange(ctx, manager, units, unit, { kind: 'updated', fields: [field] });
}

/** The member who acts; the product itself is none. */
export const memberOf = ({ actor }: RequestContext): string | null =>
  actor.kind === 'system' ? null : actor.memberId;
