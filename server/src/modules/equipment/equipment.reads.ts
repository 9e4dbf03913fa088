import type { Reads } from '../../platform/graphql';
import { column, pure, toOne } from '../../platform/graphql';

export function registerEquipmentReads(reads: Reads): void {
  reads
    .rows('EquipmentModel', 'equipment_model', {
      code: column(),
      name: pure(['name_zh', 'name_en'], (row) => ({ zh: row['name_zh'], en: row['name_en'] })),
    })
    .rows('Equipment', 'equipment', {
      serial: column(),
      model: toOne('EquipmentModel', 'model_id'),
      customer: toOne('Customer', 'customer_id'),
      dealer: toOne('Dealer', 'dealer_id'),
      site: toOne('Site', 'site_id'),
    });
}
