import type { GraphQLResolveInfo } from 'graphql';
import type { EntityManager } from 'typeorm';
import type { Aggregate, Facts, RowReading } from '../../platform/aggregates';
import {
  changeRow,
  Conditions,
  createOnce,
  enterRow,
  freshRow,
  isGiven,
  listRows,
  notFound,
  orderBy,
} from '../../platform/aggregates';
import type { RequestContext } from '../../platform/context';
import type { Connection, Row } from '../../platform/graphql';
import { decodeId, newId } from '../../platform/graphql';
import { badShelfMonths, codeTaken, doubled, names, tooManyLines } from './equipment.errors';
import { texts } from './equipment.texts';
import type { MeterInput, StoredMeter } from './model.entity';
import { EquipmentModel } from './model.entity';
import type {
  EquipmentModelCreateInput,
  EquipmentModelListArgs,
  EquipmentModelUpdateInput,
} from './model.inputs';

const models: Aggregate<EquipmentModel> = {
  entity: EquipmentModel,
  topic: 'equipment-model',
  name: names.model,
  idField: 'modelId',
  taken: codeTaken,
};
const mostMeters = 20;

/** The maker's products, for everybody in the house to see. */
export class Models {
  constructor(private readonly reading: RowReading) {}

  async add(
    ctx: RequestContext,
    facts: Pick<EquipmentModel, 'code' | 'nameZh' | 'nameEn'> & Omit<Facts<EquipmentModel>, 'id'>,
  ): Promise<string> {
    const id = newId(ctx.now);
    await ctx.db.write((manager) => enterRow(ctx, manager, models, { id, ...facts }));
    return id;
  }

  list(
    ctx: RequestContext,
    { filter, ...args }: EquipmentModelListArgs,
    info: GraphQLResolveInfo,
  ): Promise<Connection<Row>> {
    return listRows(ctx, this.reading, 'EquipmentModel', {
      order: orderBy('models', 't.code'),
      conditions: new Conditions().contains(['code', 'name_zh', 'name_en'], filter?.name),
      args,
      look: info,
    });
  }

  /** @throws Refusal naming the field to mend, also when the code is taken */
  async create(ctx: RequestContext, input: EquipmentModelCreateInput): Promise<Row | null> {
    const facts = {
      code: texts.required('code', input.code),
      nameZh: texts.required('nameZh', input.nameZh),
      nameEn: texts.required('nameEn', input.nameEn),
      needsInstallation: input.needsInstallation,
      meters: metersOf(input.meters),
      shelfMonths: monthsOf(input.shelfMonths ?? null),
    };
    const made = await createOnce(ctx, { kind: 'equipment-model' }, input, (manager, id) =>
      enterRow(ctx, manager, models, { id, ...facts }),
    );
    return freshRow(ctx, this.reading, 'EquipmentModel', made);
  }

  /** @throws Refusal naming the field to mend, CONFLICT with what changed */
  async update(ctx: RequestContext, input: EquipmentModelUpdateInput): Promise<Row | null> {
    const { modelId, shelfMonths, expectedVersion } = input;
    const change = { id: decodeId('EquipmentModel', modelId), expectedVersion };
    const changed = await changeRow(ctx, models, change, () => ({
      nameZh: texts.requiredIfGiven('nameZh', input.nameZh),
      nameEn: texts.requiredIfGiven('nameEn', input.nameEn),
      needsInstallation: input.needsInstallation ?? undefined,
      meters: input.meters ? metersOf(input.meters) : undefined,
      shelfMonths: isGiven(shelfMonths) ? monthsOf(shelfMonths) : undefined,
    }));
    return freshRow(ctx, this.reading, 'EquipmentModel', changed);
  }
}

/** @throws Refusal NOT_FOUND */
export async function modelOf(
  ctx: RequestContext,
  manager: EntityManager,
  id: string,
): Promise<EquipmentModel> {
  const found = await manager.findOneBy(EquipmentModel, { tenantId: ctx.tenantId, id });
  if (!found) throw notFound('modelId', names.model);
  return found;
}

function metersOf(meters: readonly MeterInput[]): StoredMeter[] {
  if (meters.length > mostMeters) throw tooManyLines('meters', mostMeters);
  return meters.map((meter, index) => {
    const at = (field: string) => `meters.${index}.${field}`;
    if (meters.findIndex(({ key }) => key === meter.key) < index) throw doubled(at('key'), meter.key);
    return {
      key: texts.required('meter', meter.key, at('key')),
      nameZh: texts.required('nameZh', meter.nameZh, at('nameZh')),
      nameEn: texts.required('nameEn', meter.nameEn, at('nameEn')),
      unitZh: texts.required('unitZh', meter.unitZh, at('unitZh')),
      unitEn: texts.required('unitEn', meter.unitEn, at('unitEn')),
    };
  });
}

function monthsOf(months: number | null): number | null {
  if (months !== null && (months < 1 || months > 1200)) throw badShelfMonths();
  return months;
}
