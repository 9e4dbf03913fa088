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
import { Dealer } from './network.entity';
import type { DealerCreateInput, DealerListArgs, DealerUpdateInput } from './network.inputs';
import { names } from './party.errors';
import { texts } from './party.texts';
import { provinceOrNone } from './place';

type Facts = Pick<Dealer, 'name'> & Partial<Pick<Dealer, 'province' | 'phone'>>;

const dealers: Aggregate<Dealer> = {
  entity: Dealer,
  topic: 'dealer',
  name: names.dealer,
  idField: 'dealerId',
  // a dealer follows what is said of itself
  partyOf: ({ id }) => ({ dealerId: id }),
};

/** The maker's dealers, kept by the maker's own people; a dealer sees itself. */
export class Dealers {
  constructor(private readonly reading: RowReading) {}

  async add(ctx: RequestContext, facts: Facts): Promise<string> {
    const id = newId(ctx.now);
    await ctx.db.write((manager) => enterRow(ctx, manager, dealers, { id, ...facts }));
    return id;
  }

  list(
    ctx: RequestContext,
    { filter, ...args }: DealerListArgs,
    info: GraphQLResolveInfo,
  ): Promise<Connection<Row>> {
    return listRows(ctx, this.reading, 'Dealer', {
      order: orderBy('dealers', 't.name'),
      conditions: new Conditions().contains(['name'], filter?.name),
      args,
      look: info,
    });
  }

  /** @throws Refusal naming the field to mend */
  async create(ctx: RequestContext, input: DealerCreateInput): Promise<Row | null> {
    const facts = {
      name: texts.required('name', input.name),
      province: provinceOrNone(input.province),
      phone: texts.optional('phone', input.phone),
    };
    const made = await createOnce(ctx, { kind: 'dealer' }, input, (manager, id) =>
      enterRow(ctx, manager, dealers, { id, ...facts }),
    );
    return freshRow(ctx, this.reading, 'Dealer', made);
  }

  /** @throws Refusal naming the field to mend, CONFLICT with what changed */
  async update(ctx: RequestContext, input: DealerUpdateInput): Promise<Row | null> {
    const change = { id: decodeId('Dealer', input.dealerId), expectedVersion: input.expectedVersion };
    const changed = await changeRow(ctx, dealers, change, () => ({
      name: texts.requiredIfGiven('name', input.name),
      province: isGiven(input.province) ? provinceOrNone(input.province) : undefined,
      phone: texts.optionalIfGiven('phone', input.phone),
    }));
    return freshRow(ctx, this.reading, 'Dealer', changed);
  }
}
