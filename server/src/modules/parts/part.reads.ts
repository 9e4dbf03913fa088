import type { Reads } from '../../platform/graphql';
import { column, lazy, pure } from '../../platform/graphql';
import type { PartService } from './parts.service';

export function registerPartReads(reads: Reads, parts: PartService): void {
  reads.rows('Part', 'part', {
    number: column(),
    name: pure(['name_zh', 'name_en'], (row) => ({ zh: row['name_zh'], en: row['name_en'] })),
    unit: column(),
    listPriceFen: column(),
    costFeeFen: column(),
    models: column(),
    ownWear: column(),
    wear: lazy(['number', 'models', 'own_wear'], (ctx, row) =>
      parts.isWear(ctx, {
        number: row['number'] as string,
        models: row['models'] as string[],
        ownWear: row['own_wear'] as boolean,
      }),
    ),
    active: column(),
    version: column(),
  });
}
