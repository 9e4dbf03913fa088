import { provinces } from '@aftercare/contract';
import type { EntityManager } from 'typeorm';
import type { Aggregate } from '../../platform/aggregates';
import { changeRow, invalid } from '../../platform/aggregates';
import type { RequestContext } from '../../platform/context';
import type { Statement } from '../../platform/database';
import type { TenantUpdateInput } from './tenancy.inputs';
import { Tenant } from './tenant.entity';

export type TenantFacts = Pick<
  Tenant,
  'slug' | 'nameZh' | 'nameEn' | 'timeZone' | 'accentColor' | 'ticketPrefix'
> & { homeProvince?: string };

const tenants: Aggregate<Tenant> = {
  entity: Tenant,
  topic: 'tenant',
  name: { zh: '厂家', en: 'house' },
  idField: 'tenantId',
  keyOf: ({ tenantId }) => ({ id: tenantId }),
};

export class TenancyService {
  /** Founds the house that the context already speaks for. */
  async found(ctx: RequestContext, { homeProvince, ...facts }: TenantFacts): Promise<void> {
    await ctx.db.write((manager) =>
      manager.insert(Tenant, {
        id: ctx.tenantId,
        ...facts,
        homeProvince: homeProvince ?? null,
        version: 1,
        createdAt: ctx.now,
      }),
    );
  }

  /**
   * Changes what the asker's house says of itself: its registered seat, from which "in-province" counts (R1-C2).
   * @returns the house's row id
   * @throws Refusal naming the field to mend, CONFLICT with what changed
   */
  update(ctx: RequestContext, { homeProvince, expectedVersion }: TenantUpdateInput): Promise<string> {
    if (homeProvince) mustBeProvince('homeProvince', homeProvince);
    return changeRow(ctx, tenants, { id: ctx.tenantId, expectedVersion }, () => ({ homeProvince }));
  }

  /** The day on which a moment falls by the house's own clock. */
  async dayOf(ctx: RequestContext, moment: Date): Promise<string> {
    const { text, values = [] } = dayOfHouse(ctx, moment);
    return theDay(ctx, await ctx.db.query<{ day: string }>(text, values));
  }
}

/** @throws Refusal INVALID naming the field */
export function mustBeProvince(field: string, code: string): void {
  if (provinces.some((known) => known === code)) return;
  throw invalid(field, {
    zh: '没有这个省级代码，请填写 GB/T 2260 代码的前两位，例如江苏为 32。',
    en: 'There is no such province; give the first two digits of its GB/T 2260 code, such as 32 for Jiangsu.',
  });
}

/** Reads `day`, the one on which a moment falls by the house's own clock. */
export const dayOfHouse = ({ tenantId }: RequestContext, moment: Date): Statement => ({
  text: 'SELECT ($2::timestamptz AT TIME ZONE time_zone)::date::text AS day FROM tenant WHERE id = $1',
  values: [tenantId, moment],
});

/** The day on which a moment falls by the house's own clock. */
export async function dayInHouse(ctx: RequestContext, manager: EntityManager, moment: Date): Promise<string> {
  const { text, values = [] } = dayOfHouse(ctx, moment);
  return theDay(ctx, (await manager.query(text, [...values])) as Array<{ day: string }>);
}

function theDay({ tenantId }: RequestContext, [row]: ReadonlyArray<{ day: string }>): string {
  if (!row) throw new Error(`There is no house ${tenantId}.`);
  return row.day;
}
