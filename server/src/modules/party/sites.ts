import type { GraphQLResolveInfo } from 'graphql';
import type { EntityManager } from 'typeorm';
import type { Aggregate, RowReading } from '../../platform/aggregates';
import {
  changeRow,
  Conditions,
  createOnce,
  enterRow,
  freshRow,
  idOf,
  isGiven,
  listRows,
  notFound,
  orderBy,
} from '../../platform/aggregates';
import type { RequestContext } from '../../platform/context';
import type { Connection, Row } from '../../platform/graphql';
import { decodeId, newId } from '../../platform/graphql';
import { customerOf } from './customers';
import { Site } from './party.entity';
import { names } from './party.errors';
import type { SiteCreateInput, SiteListArgs, SiteUpdateInput } from './party.inputs';
import { texts } from './party.texts';
import { placeOf } from './place';

type Facts = Pick<Site, 'customerId' | 'dealerId' | 'name' | 'province'> &
  Partial<Pick<Site, 'address' | 'country'>>;

const sites: Aggregate<Site> = { entity: Site, topic: 'site', name: names.site, idField: 'siteId' };

/** Where equipment stands; a dealer sees and keeps its own customers' sites. */
export class Sites {
  constructor(private readonly reading: RowReading) {}

  async add(ctx: RequestContext, facts: Facts): Promise<string> {
    const id = newId(ctx.now);
    await ctx.db.write((manager) => enterRow(ctx, manager, sites, { id, ...facts }));
    return id;
  }

  list(
    ctx: RequestContext,
    { filter, ...args }: SiteListArgs,
    info: GraphQLResolveInfo,
  ): Promise<Connection<Row>> {
    return listRows(ctx, this.reading, 'Site', {
      order: orderBy('sites', 't.name'),
      conditions: new Conditions()
        .ofParty(ctx)
        .contains(['name', 'address'], filter?.name)
        .is('customer_id', 'Customer', filter?.customerId),
      args,
      look: info,
    });
  }

  /** @throws Refusal naming the field to mend */
  async create(ctx: RequestContext, input: SiteCreateInput): Promise<Row | null> {
    const facts = {
      name: texts.required('name', input.name),
      address: texts.optional('address', input.address),
      ...placeOf(input.country ?? null, input.province),
    };
    const made = await createOnce(ctx, { kind: 'site' }, input, async (manager, id) => {
      const { id: customerId, dealerId } = await customerOf(ctx, manager, input.customerId);
      await enterRow(ctx, manager, sites, { id, customerId, dealerId, ...facts });
    });
    return freshRow(ctx, this.reading, 'Site', made);
  }

  /** @throws Refusal naming the field to mend, CONFLICT with what changed */
  async update(ctx: RequestContext, input: SiteUpdateInput): Promise<Row | null> {
    const { siteId, country, province, expectedVersion } = input;
    const id = decodeId('Site', siteId);
    const changed = await changeRow(ctx, sites, { id, expectedVersion }, (site) => ({
      name: texts.requiredIfGiven('name', input.name),
      address: texts.optionalIfGiven('address', input.address),
      ...placeOf(isGiven(country) ? country : site.country, isGiven(province) ? province : site.province),
    }));
    return freshRow(ctx, this.reading, 'Site', changed);
  }
}

/**
 * The site of a customer that an input names; null where it names none.
 * @throws Refusal NOT_FOUND, also for a site of another customer
 */
export async function siteOf(
  ctx: RequestContext,
  manager: EntityManager,
  customerId: string,
  publicId: string | null | undefined,
): Promise<string | null> {
  if (!publicId) return null;
  const id = idOf('Site', publicId);
  if (!(await manager.existsBy(Site, { tenantId: ctx.tenantId, id, customerId }))) {
    throw notFound('siteId', names.site);
  }
  return id;
}
