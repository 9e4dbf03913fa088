import type { Reads } from '../../platform/graphql';
import { column, pure } from '../../platform/graphql';

export function registerTenancyReads(reads: Reads): void {
  reads.plain('LocalizedText').rows(
    'Tenant',
    'tenant',
    {
      slug: column(),
      name: pure(['name_zh', 'name_en'], (row) => ({ zh: row['name_zh'], en: row['name_en'] })),
      timeZone: column(),
      accentColor: column(),
      homeProvince: column(),
      version: column(),
    },
    'id',
  );
}
