import { lastDayOf } from '@aftercare/policy-engine';
import type { EntityManager } from 'typeorm';
import { createOnce, idOf, notFound, wrongVersion } from '../../platform/aggregates';
import { holdSubject } from '../../platform/changes';
import type { RequestContext } from '../../platform/context';
import { newId } from '../../platform/graphql';
import type { Equipment } from './equipment.entity';
import { decidedAlready, expiryWanted, names, renewalWanted } from './equipment.errors';
import type { EquipmentLimitAddInput, EquipmentLimitDecideInput } from './equipment.inputs';
import { texts } from './equipment.texts';
import type { EquipmentModel } from './model.entity';
import { modelOf } from './models';
import { logAddition, memberOf, unitOf } from './units';

type Shelved = Pick<Equipment, 'id' | 'dealerId' | 'shippedOn'>;

/**
 * Notes that something of a machine expires on a day (R10-3.3).
 * @returns the limit's row id
 * @throws Refusal naming the field to mend
 */
export function addLimit(ctx: RequestContext, input: EquipmentLimitAddInput): Promise<string> {
  const what = texts.required('what', input.what);
  const equipmentId = idOf('Equipment', input.equipmentId);
  return createOnce(ctx, { kind: 'equipment-limit', holds: equipmentId }, input, async (manager, id) => {
    const unit = await unitOf(ctx, manager, equipmentId);
    const model = await modelOf(ctx, manager, unit.modelId);
    const expiresOn = input.expiresOn ?? shelfDay(unit, model);
    if (expiresOn === null) throw expiryWanted();
    await insertLimit(ctx, manager, unit, { id, what, expiresOn });
    await logAddition(ctx, manager, unit, 'limits');
  });
}

/** A machine of a model that does not keep expires by itself, once its day of shipping is known. */
export async function expireByShelf(
  ctx: RequestContext,
  manager: EntityManager,
  unit: Shelved,
  model: EquipmentModel,
): Promise<void> {
  const expiresOn = shelfDay(unit, model);
  if (expiresOn === null) return;
  const known = (await manager.query(
    'SELECT 1 FROM equipment_limit WHERE tenant_id = $1 AND equipment_id = $2 LIMIT 1',
    [ctx.tenantId, unit.id],
  )) as unknown[];
  if (known.length > 0) return;
  const what = ctx.locale === 'en' ? 'Shelf life' : '有效期';
  await insertLimit(ctx, manager, unit, { id: newId(ctx.now), what, expiresOn });
}

/**
 * Writes down what was settled about something that expires; a renewal gives it a new day (R10-3.3).
 * @returns the limit's row id and its machine's
 * @throws Refusal naming the field to mend, CONFLICT when somebody was first
 */
export async function decideLimit(
  ctx: RequestContext,
  { limitId, decision, renewedUntil, note, expectedVersion }: EquipmentLimitDecideInput,
): Promise<{ limitId: string; equipmentId: string }> {
  const settled = texts.required('note', note);
  const id = idOf('EquipmentLimit', limitId);
  return ctx.db.write(async (manager) => {
    const { equipmentId } = await limitOf(ctx, manager, id);
    await holdSubject(manager, ctx.tenantId, equipmentId);
    const limit = await limitOf(ctx, manager, id);
    if (limit.version !== expectedVersion) {
      const versions = { expected: expectedVersion, current: limit.version };
      throw wrongVersion(names.limit, versions, ['decision']);
    }
    if (limit.decision !== null) throw decidedAlready();
    if (decision === 'renewed' && !(renewedUntil && renewedUntil > limit.expiresOn)) {
      throw renewalWanted(limit.expiresOn);
    }
    const unit = await unitOf(ctx, manager, equipmentId, 'limitId');
    await manager.query(
      `UPDATE equipment_limit SET decision = $3, note = $4, decided_by = $5, decided_at = $6, version = version + 1
        WHERE tenant_id = $1 AND id = $2`,
      [ctx.tenantId, id, decision, settled, memberOf(ctx), ctx.now],
    );
    if (decision === 'renewed' && renewedUntil) {
      await insertLimit(ctx, manager, unit, {
        id: newId(ctx.now),
        what: limit.what,
        expiresOn: renewedUntil,
      });
    }
    await logAddition(ctx, manager, unit, 'limits');
    return { limitId: id, equipmentId };
  });
}

function shelfDay({ shippedOn }: Pick<Shelved, 'shippedOn'>, { shelfMonths }: EquipmentModel): string | null {
  return shippedOn === null || shelfMonths === null ? null : lastDayOf(shippedOn, shelfMonths);
}

async function insertLimit(
  ctx: RequestContext,
  manager: EntityManager,
  unit: Shelved,
  { id, what, expiresOn }: { id: string; what: string; expiresOn: string },
): Promise<void> {
  await manager.query(
    `INSERT INTO equipment_limit (tenant_id, id, equipment_id, dealer_id, what, expires_on, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [ctx.tenantId, id, unit.id, unit.dealerId, what, expiresOn, ctx.now],
  );
}

interface StoredLimit {
  equipmentId: string;
  what: string;
  expiresOn: string;
  decision: string | null;
  version: number;
}

async function limitOf(ctx: RequestContext, manager: EntityManager, id: string): Promise<StoredLimit> {
  const [found] = (await manager.query(
    `SELECT equipment_id AS "equipmentId", what, expires_on::text AS "expiresOn", decision, version
       FROM equipment_limit WHERE tenant_id = $1 AND id = $2`,
    [ctx.tenantId, id],
  )) as StoredLimit[];
  if (!found) throw notFound('limitId', names.limit);
  return found;
}
