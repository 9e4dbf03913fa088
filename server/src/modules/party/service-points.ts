import type { GraphQLResolveInfo } from 'graphql';
import type { Aggregate, RowReading } from '../../platform/aggregates';
import {
  changeRow,
  Conditions,
  createOnce,
  enterRow,
  freshRow,
  isGiven,
  listRows,
  orderBy,
} from '../../platform/aggregates';
import type { RequestContext } from '../../platform/context';
import type { Connection, Row } from '../../platform/graphql';
import { decodeId, newId } from '../../platform/graphql';
import { ServicePoint } from './network.entity';
import type {
  ServicePointCreateInput,
  ServicePointListArgs,
  ServicePointUpdateInput,
} from './network.inputs';
import { names } from './party.errors';
import { texts } from './party.texts';
import { province } from './place';

type Facts = Pick<ServicePoint, 'name' | 'province'> & Partial<Pick<ServicePoint, 'address' | 'phone'>>;

const points: Aggregate<ServicePoint> = {
  entity: ServicePoint,
  topic: 'service-point',
  name: names.servicePoint,
  idField: 'servicePointId',
};

/** The maker's service network (R11-2.2): kept by its own people, seen by everybody in the house. */
export class ServicePoints {
  constructor(private readonly reading: RowReading) {}

  async add(ctx: RequestContext, facts: Facts): Promise<string> {
    const id = newId(ctx.now);
    await ctx.db.write((manager) => enterRow(ctx, manager, points, { id, ...facts }));
    return id;
  }

  list(
    ctx: RequestContext,
    { filter, ...args }: ServicePointListArgs,
    info: GraphQLResolveInfo,
  ): Promise<Connection<Row>> {
    return listRows(ctx, this.reading, 'ServicePoint', {
      order: orderBy('service-points', 't.name'),
      conditions: new Conditions()
        .contains(['name'], filter?.name)
        .add(filter?.province, (p) => `t.province = ${p}`),
      args,
      look: info,
    });
  }

  /** @throws Refusal naming the field to mend */
  async create(ctx: RequestContext, input: ServicePointCreateInput): Promise<Row | null> {
    const facts = {
      name: texts.required('name', input.name),
      province: province(input.province),
      address: texts.optional('address', input.address),
      phone: texts.optional('phone', input.phone),
    };
    const made = await createOnce(ctx, { kind: 'service-point' }, input, (manager, id) =>
      enterRow(ctx, manager, points, { id, ...facts }),
    );
    return freshRow(ctx, this.reading, 'ServicePoint', made);
  }

  /** @throws Refusal naming the field to mend, CONFLICT with what changed */
  async update(ctx: RequestContext, input: ServicePointUpdateInput): Promise<Row | null> {
    const id = decodeId('ServicePoint', input.servicePointId);
    const { expectedVersion } = input;
    const changed = await changeRow(ctx, points, { id, expectedVersion }, () => ({
      name: texts.requiredIfGiven('name', input.name),
      province: isGiven(input.province) ? province(input.province) : undefined,
      address: texts.optionalIfGiven('address', input.address),
      phone: texts.optionalIfGiven('phone', input.phone),
    }));
    return freshRow(ctx, this.reading, 'ServicePoint', changed);
  }
}
