import type { EntityManager } from 'typeorm';
import { createOnce, idOf } from '../../platform/aggregates';
import type { RequestContext } from '../../platform/context';
import { badReading, readingFalls, readingPasses, readInFuture, unknownMeter } from './equipment.errors';
import type { EquipmentReadingAddInput } from './equipment.inputs';
import { texts } from './equipment.texts';
import { modelOf } from './models';
import { logAddition, memberOf, unitOf } from './units';

/**
 * Writes down what a meter showed. It never falls from one moment to the next, unless the meter was
 * replaced in between, with a reason.
 * @returns the reading's row id
 * @throws Refusal naming the field to mend
 */
export function addReading(ctx: RequestContext, input: EquipmentReadingAddInput): Promise<string> {
  const { meter, value } = input;
  const readAt = input.readAt ?? ctx.now;
  const replacedBecause = texts.optional('replacedBecause', input.replacedBecause);
  if (value < 0) throw badReading();
  if (readAt > ctx.now) throw readInFuture();
  const equipmentId = idOf('Equipment', input.equipmentId);
  return createOnce(ctx, { kind: 'meter-reading', holds: equipmentId }, input, async (manager, id) => {
    const unit = await unitOf(ctx, manager, equipmentId);
    const { meters } = await modelOf(ctx, manager, unit.modelId);
    if (!meters.some(({ key }) => key === meter)) throw unknownMeter(meters.map(({ key }) => key));
    const { before, after } = await neighbours(ctx, manager, equipmentId, meter, readAt);
    if (before !== null && value < before && !replacedBecause) throw readingFalls(before);
    if (after !== null && value > after) throw readingPasses(after);
    await manager.query(
      `INSERT INTO meter_reading (tenant_id, id, equipment_id, dealer_id, meter, value, read_at, read_by, replaced_because, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ctx.tenantId,
        id,
        equipmentId,
        unit.dealerId,
        meter,
        value,
        readAt,
        memberOf(ctx),
        replacedBecause,
        ctx.now,
      ],
    );
    await logAddition(ctx, manager, unit, 'readings');
  });
}

/** What the same meter showed before and after a moment; nothing after, if it was replaced by then. */
async function neighbours(
  ctx: RequestContext,
  manager: EntityManager,
  equipmentId: string,
  meter: string,
  moment: Date,
): Promise<{ before: number | null; after: number | null }> {
  const [found] = (await manager.query(
    `SELECT (SELECT value FROM meter_reading WHERE tenant_id = $1 AND equipment_id = $2 AND meter = $3 AND read_at <= $4
              ORDER BY read_at DESC, seq DESC LIMIT 1) AS before,
            (SELECT CASE WHEN replaced_because IS NULL THEN value END FROM meter_reading
              WHERE tenant_id = $1 AND equipment_id = $2 AND meter = $3 AND read_at > $4
              ORDER BY read_at, seq LIMIT 1) AS after`,
    [ctx.tenantId, equipmentId, meter, moment],
  )) as Array<{ before: number | null; after: number | null }>;
  return found ?? { before: null, after: null };
}

/** What a machine has counted so far on each of its meters, those that were replaced included. */
export async function countsOf(
  ctx: RequestContext,
  reading: { query(text: string, values: unknown[]): Promise<unknown> },
  equipmentId: string,
): Promise<Record<string, number>> {
  const rows = (await reading.query(
    `SELECT meter, sum(counted)::int AS counted
       FROM (SELECT meter, CASE WHEN replaced_because IS NOT NULL THEN value
                   ELSE value - lag(value, 1, 0) OVER (PARTITION BY meter ORDER BY read_at, seq) END AS counted
               FROM meter_reading WHERE tenant_id = $1 AND equipment_id = $2) AS steps
      GROUP BY meter`,
    [ctx.tenantId, equipmentId],
  )) as Array<{ meter: string; counted: number }>;
  return Object.fromEntries(rows.map(({ meter, counted }) => [meter, counted]));
}
