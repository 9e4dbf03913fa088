import type { WarrantyStamp } from '@aftercare/policy-engine';
import type { Reads } from '../../platform/graphql';
import { column, expression, pure, toMany, toOne } from '../../platform/graphql';
import { ruleReference } from '../policy';
import type { Meter, StoredMeter } from './model.entity';
import type { StampCover } from './warranty-stamp.types';

/** A day as text: as a date it would take the zone of whoever reads it. */
const day = (name: string) => expression(`t.${name}::text`);
const stamp = (from: (stamp: WarrantyStamp) => unknown) =>
  pure(['stamp'], (row) => from(row['stamp'] as WarrantyStamp));

const most = { readings: 20, limits: 20, stamps: 50 };

export function registerEquipmentReads(reads: Reads): void {
  reads
    .plain('Meter', 'EquipmentComponent', 'StampCover', 'StampMeter')
    .rows('EquipmentModel', 'equipment_model', {
      code: column(),
      name: pure(['name_zh', 'name_en'], (row) => ({ zh: row['name_zh'], en: row['name_en'] })),
      needsInstallation: column(),
      meters: pure(['meters'], (row) => (row['meters'] as StoredMeter[]).map(meterOf)),
      shelfMonths: column(),
      version: column(),
    })
    .rows('Equipment', 'equipment', {
      serial: column(),
      model: toOne('EquipmentModel', 'model_id'),
      customer: toOne('Customer', 'customer_id'),
      dealer: toOne('Dealer', 'dealer_id'),
      site: toOne('Site', 'site_id'),
      batch: column(),
      orderNumber: column(),
      materialNumber: column(),
      shippedOn: day('shipped_on'),
      receivedOn: day('received_on'),
      installedOn: day('installed_on'),
      acceptedOn: day('accepted_on'),
      components: column(),
      readings: toMany('MeterReading', 'equipment_id', 't.read_at DESC, t.seq DESC', most.readings),
      limits: toMany('EquipmentLimit', 'equipment_id', 't.expires_on, t.id', most.limits),
      stamps: toMany('WarrantyStamp', 'equipment_id', 't.position, t.id', most.stamps),
      version: column(),
    })
    .rows('MeterReading', 'meter_reading', {
      meter: column(),
      value: column(),
      readAt: column(),
      readBy: toOne('Member', 'read_by'),
      replacedBecause: column(),
    })
    .rows('EquipmentLimit', 'equipment_limit', {
      what: column(),
      expiresOn: day('expires_on'),
      decision: column(),
      note: column(),
      decidedBy: toOne('Member', 'decided_by'),
      decidedAt: column(),
      version: column(),
    })
    .rows('WarrantyStamp', 'warranty_stamp', {
      label: column(),
      scope: stamp(({ scope }) => scope),
      component: stamp(({ component }) => component?.key ?? null),
      componentSerial: stamp(({ component }) => component?.serial ?? null),
      state: column(),
      waitsFor: stamp((each) => (each.state === 'waiting' ? each.waitsFor : [])),
      covers: stamp(coversOf),
      lastDay: day('last_day'),
      meter: stamp(({ meter }) => meter ?? null),
      coversWearParts: stamp((each) => each.coversWearParts),
      rule: stamp(({ id, term, source }) => ruleReference({ id: term ?? id, source })),
    });
}

const meterOf = ({ key, nameZh, nameEn, unitZh, unitEn }: StoredMeter): Meter => ({
  key,
  name: { zh: nameZh, en: nameEn },
  unit: { zh: unitZh, en: unitEn },
});

function coversOf(each: WarrantyStamp): StampCover[] {
  if (each.state === 'begun') return [...each.covers];
  return each.covers.map((cover) => ({ ...cover, firstDay: null, lastDay: null }));
}
