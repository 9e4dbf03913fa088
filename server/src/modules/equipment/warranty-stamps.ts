import type { MachineDates, WarrantyPolicy, WarrantyStamp } from '@aftercare/policy-engine';
import { beginStamps, stampRepair, stampTerms } from '@aftercare/policy-engine';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../platform/context';
import type { Statement } from '../../platform/database';
import { newId } from '../../platform/graphql';
import type { Equipment, StoredComponent } from './equipment.entity';
import { datesOf } from './machine-dates';

/** The version of the maker's rules in force at a moment, as far as machines are stamped by it. */
export interface PinnedWarranty {
  id: string;
  policy: { readonly warranty?: WarrantyPolicy };
}
export type WarrantyAt = (ctx: RequestContext, moment: Date) => Promise<PinnedWarranty | null>;

type Stamped = Pick<
  Equipment,
  'id' | 'serial' | 'dealerId' | 'components' | 'shippedOn' | 'receivedOn' | 'installedOn' | 'acceptedOn'
>;

/**
 * Stamps the terms in force on a machine: all of them when it is registered, those of new components when
 * its sheet changes. What is stamped already stays as it is (W1).
 */
export async function stampMachine(
  ctx: RequestContext,
  manager: EntityManager,
  { id: policyVersionId, policy: { warranty } }: PinnedWarranty,
  unit: Stamped,
  model: string,
): Promise<void> {
  if (!warranty) return;
  const { id, serial, dealerId } = unit;
  const before = await stampsOf(ctx, manager, id);
  const components = unit.components.map(componentOf);
  const stamps = stampTerms(warranty, { serial, model, components, dates: datesOf(unit) }).filter((stamp) =>
    isNew(stamp, before),
  );
  const labels = new Map(warranty.terms.map((term) => [term.id, term.label]));
  await manager.query(
    `INSERT INTO warranty_stamp (tenant_id, id, equipment_id, dealer_id, policy_version_id, position, key, serial, state,
            last_day, label, stamp, created_at)
     SELECT $1, s.id, $2, $3, $4, s.position, s.key, s.serial, s.state, s.last_day, s.label, s.stamp, $5
       FROM jsonb_to_recordset($6::jsonb) AS s (id uuid, position int, key text, serial text, state text, last_day date,
            label jsonb, stamp jsonb)
     ON CONFLICT (tenant_id, equipment_id, key) DO NOTHING`,
    [
      ctx.tenantId,
      id,
      dealerId,
      policyVersionId,
      ctx.now,
      JSON.stringify(
        stamps.map((stamp, index) => ({
          id: newId(ctx.now),
          position: before.length + index,
          label: labels.get(stamp.term ?? ''),
          ...stored(stamp),
        })),
      ),
    ],
  );
}

/** A repair, as far as its own warranty depends on it; `on` is the day on which it was done. */
export interface RepairDone {
  ticket: string;
  label: { zh: string; en: string };
  on: string;
}

/** Stamps what a repair carries (W9, R4-5.2). Done once more after it was reopened, it begins anew. */
export function keepRepairStamp(
  ctx: RequestContext,
  { id: policyVersionId, policy: { warranty } }: PinnedWarranty,
  { label, ...done }: RepairDone & { equipmentId: string; serial: string },
): Statement[] {
  if (!warranty) return [];
  return stampRepair(warranty, done).map((stamp) => {
    const { key, serial, state, last_day: lastDay } = stored(stamp);
    return {
      text: `INSERT INTO warranty_stamp (tenant_id, id, equipment_id, dealer_id, policy_version_id, position, key, serial,
               state, last_day, label, stamp, created_at)
             SELECT $1, $2, e.id, e.dealer_id, $4,
                    (SELECT count(*) FROM warranty_stamp s WHERE s.tenant_id = $1 AND s.equipment_id = e.id), $5, $6, $7, $8, $9,
                    $10, $11
               FROM equipment e WHERE e.tenant_id = $1 AND e.id = $3
             ON CONFLICT (tenant_id, equipment_id, key) DO UPDATE SET last_day = excluded.last_day, stamp = excluded.stamp`,
      values: [
        ...[ctx.tenantId, newId(ctx.now), done.equipmentId, policyVersionId, key, serial, state, lastDay],
        ...[JSON.stringify(label), JSON.stringify(stamp), ctx.now],
      ],
    };
  });
}

/** Begins the stamps of a machine that wait for one of these dates, by their own months (W1, W2). */
export async function beginWaiting(
  ctx: RequestContext,
  manager: EntityManager,
  equipmentId: string,
  dates: MachineDates,
): Promise<void> {
  const waiting = (await stampsOf(ctx, manager, equipmentId)).filter(({ state }) => state === 'waiting');
  const begun = beginStamps(waiting, dates).filter(({ state }) => state === 'begun');
  if (begun.length === 0) return;
  await manager.query(
    `UPDATE warranty_stamp AS t SET state = s.state, last_day = s.last_day, stamp = s.stamp
       FROM jsonb_to_recordset($3::jsonb) AS s (key text, state text, last_day date, stamp jsonb)
      WHERE t.tenant_id = $1 AND t.equipment_id = $2 AND t.key = s.key AND t.state = 'waiting'`,
    [ctx.tenantId, equipmentId, JSON.stringify(begun.map(stored))],
  );
}

/** A stamp with what people call it. */
export interface LabelledStamp {
  label: { zh: string; en: string };
  stamp: WarrantyStamp;
}

/** The stamps of a machine in their order, as the policy engine reads them. */
export async function labelledStampsOf(
  ctx: RequestContext,
  reading: { query(text: string, values: unknown[]): Promise<unknown> },
  equipmentId: string,
): Promise<LabelledStamp[]> {
  return (await reading.query(
    'SELECT label, stamp FROM warranty_stamp WHERE tenant_id = $1 AND equipment_id = $2 ORDER BY position, id',
    [ctx.tenantId, equipmentId],
  )) as LabelledStamp[];
}

/** The same without their names. */
export async function stampsOf(...asked: Parameters<typeof labelledStampsOf>): Promise<WarrantyStamp[]> {
  return (await labelledStampsOf(...asked)).map(({ stamp }) => stamp);
}

function stored(stamp: WarrantyStamp) {
  const days = stamp.state === 'begun' ? stamp.covers.map(({ lastDay }) => lastDay).sort() : [];
  return { key: stamp.id, serial: stamp.serial, state: stamp.state, last_day: days.at(-1) ?? null, stamp };
}

const componentOf = ({ key, serial }: StoredComponent) => (serial === null ? { key } : { key, serial });

/** Terms of the machine are stamped once; a component whose serial is not known may be any of its kind. */
function isNew(stamp: WarrantyStamp, before: readonly WarrantyStamp[]): boolean {
  const { component } = stamp;
  if (!component) return before.every(({ scope }) => scope === 'repair');
  return !before.some(
    (old) =>
      old.term === stamp.term &&
      old.component?.key === component.key &&
      (old.component.serial ?? component.serial) === (component.serial ?? old.component.serial),
  );
}
