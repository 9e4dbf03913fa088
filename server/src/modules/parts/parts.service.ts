import type { GraphQLResolveInfo } from 'graphql';
import type { WarrantyPolicy } from '@aftercare/policy-engine';
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
  orderBy,
  Texts,
} from '../../platform/aggregates';
import type { RequestContext } from '../../platform/context';
import type { Connection, Row } from '../../platform/graphql';
import { decodeId, newId } from '../../platform/graphql';
import { Part } from './part.entity';
import { badPrice, numberTaken, unknownModel } from './part.errors';
import type { PartCreateInput, PartListArgs, PartUpdateInput } from './part.inputs';

/** The warranty part of the maker's rules in force at a moment, if there are any. */
export type WarrantyRulesAt = (ctx: RequestContext, moment: Date) => Promise<WarrantyPolicy | null>;

const parts: Aggregate<Part> = {
  entity: Part,
  topic: 'part',
  name: { zh: '配件', en: 'part' },
  idField: 'partId',
  taken: numberTaken,
};

const texts = new Texts({
  number: { label: { zh: '配件号', en: 'the part number' }, limit: 60 },
  nameZh: { label: { zh: '中文名称', en: 'the Chinese name' }, limit: 200 },
  nameEn: { label: { zh: '英文名称', en: 'the English name' }, limit: 200 },
  unit: { label: { zh: '计量单位', en: 'the unit' }, limit: 20 },
});

/** What the catalogue says of part numbers. */
export interface PartMarks {
  worn: string[];
  /** Nothing is unknown to a maker who keeps no catalogue. */
  unknown: string[];
}

export class PartService {
  constructor(
    private readonly reading: RowReading,
    private readonly rulesAt: WarrantyRulesAt,
  ) {}

  // furnishing a house by row values, without an input
  async addPart(
    ctx: RequestContext,
    facts: Pick<Part, 'number' | 'nameZh' | 'nameEn' | 'unit'> & Omit<Facts<Part>, 'id'>,
  ): Promise<string> {
    const id = newId(ctx.now);
    await ctx.db.write((manager) => enterRow(ctx, manager, parts, { id, ...facts }));
    return id;
  }

  list(
    ctx: RequestContext,
    { filter, ...args }: PartListArgs,
    info: GraphQLResolveInfo,
  ): Promise<Connection<Row>> {
    return listRows(ctx, this.reading, 'Part', {
      order: orderBy('parts', 't.number'),
      conditions: new Conditions()
        .contains(['number', 'name_zh', 'name_en'], filter?.search)
        .add(filter?.model, (p) => `(t.models = '{}' OR ${p} = ANY (t.models))`)
        .add(filter?.active, (p) => `t.active = ${p}`),
      args,
      look: info,
    });
  }

  /** @throws Refusal naming the field to mend, also when the number is taken */
  async create(ctx: RequestContext, input: PartCreateInput): Promise<Row | null> {
    const facts = {
      number: texts.required('number', input.number),
      nameZh: texts.required('nameZh', input.nameZh),
      nameEn: texts.required('nameEn', input.nameEn),
      unit: texts.required('unit', input.unit),
      listPriceFen: price('listPriceFen', input.listPriceFen ?? null),
      costFeeFen: price('costFeeFen', input.costFeeFen ?? null),
      ownWear: input.ownWear,
    };
    const made = await createOnce(ctx, { kind: 'part' }, input, async (manager, id) => {
      const models = await knownModels(ctx, manager, input.models);
      await enterRow(ctx, manager, parts, { id, ...facts, models });
    });
    return freshRow(ctx, this.reading, 'Part', made);
  }

  /** @throws Refusal naming the field to mend, CONFLICT with what changed */
  async update(ctx: RequestContext, input: PartUpdateInput): Promise<Row | null> {
    const { partId, listPriceFen, costFeeFen, models, expectedVersion } = input;
    const change = { id: decodeId('Part', partId), expectedVersion };
    const changed = await changeRow(ctx, parts, change, async (_part, manager) => ({
      nameZh: texts.requiredIfGiven('nameZh', input.nameZh),
      nameEn: texts.requiredIfGiven('nameEn', input.nameEn),
      unit: texts.requiredIfGiven('unit', input.unit),
      listPriceFen: isGiven(listPriceFen) ? price('listPriceFen', listPriceFen) : undefined,
      costFeeFen: isGiven(costFeeFen) ? price('costFeeFen', costFeeFen) : undefined,
      models: models ? await knownModels(ctx, manager, models) : undefined,
      ownWear: input.ownWear ?? undefined,
      active: input.active ?? undefined,
    }));
    return freshRow(ctx, this.reading, 'Part', changed);
  }

  /** What the catalogue says of these numbers: which wear, whatever a policy lists (W4), and which it does not hold. */
  async marksOf(
    ctx: RequestContext,
    numbers: readonly string[],
    within: { query(text: string, values: unknown[]): Promise<unknown> } = ctx.db,
  ): Promise<PartMarks> {
    if (numbers.length === 0) return { worn: [], unknown: [] };
    const rows = (await within.query(
      `SELECT asked.number, p.own_wear AS "ownWear", EXISTS (SELECT FROM part WHERE tenant_id = $1) AS kept
         FROM unnest($2::text[]) AS asked (number) LEFT JOIN part AS p ON p.tenant_id = $1 AND p.number = asked.number`,
      [ctx.tenantId, numbers],
    )) as Array<{ number: string; ownWear: boolean | null; kept: boolean }>;
    const named = (wanted: (row: (typeof rows)[number]) => boolean) => [
      ...new Set(rows.filter(wanted).map(({ number }) => number)),
    ];
    return {
      worn: named(({ ownWear }) => ownWear === true),
      unknown: named(({ ownWear, kept }) => kept && ownWear === null),
    };
  }

  /** Whether a part is one of wear: marked so, or listed for a model that it fits (W4). */
  async isWear(
    ctx: RequestContext,
    { number, models, ownWear }: Pick<Part, 'number' | 'models' | 'ownWear'>,
  ): Promise<boolean> {
    if (ownWear) return true;
    const lists = (await this.rulesNow(ctx))?.wearParts.lists ?? [];
    return lists.some(
      (list) =>
        list.parts.includes(number) &&
        (!list.models || models.length === 0 || models.some((code) => list.models?.includes(code))),
    );
  }

  /** The rules in force, asked for once per request. */
  private rulesNow(ctx: RequestContext): Promise<WarrantyPolicy | null> {
    const known = ctx.loaders.get(this) as Promise<WarrantyPolicy | null> | undefined;
    if (known) return known;
    const asked = this.rulesAt(ctx, ctx.now);
    ctx.loaders.set(this, asked);
    return asked;
  }
}

function price(field: 'listPriceFen' | 'costFeeFen', fen: number | null): number | null {
  if (fen !== null && fen < 0) throw badPrice(field);
  return fen;
}

async function knownModels(
  ctx: RequestContext,
  manager: EntityManager,
  codes: readonly string[],
): Promise<string[]> {
  const wanted = [...new Set(codes.map((code) => code.trim()))];
  const rows = (await manager.query(
    'SELECT code FROM equipment_model WHERE tenant_id = $1 AND code = ANY ($2::text[])',
    [ctx.tenantId, wanted],
  )) as Array<{ code: string }>;
  const known = new Set(rows.map(({ code }) => code));
  const unknown = wanted.findIndex((code) => !known.has(code));
  if (unknown >= 0) throw unknownModel(unknown, wanted[unknown] ?? '');
  return wanted;
}
