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
  listRows,
  notFound,
  orderBy,
} from '../../platform/aggregates';
import type { RequestContext } from '../../platform/context';
import type { Connection, Row } from '../../platform/graphql';
import { decodeId, newId } from '../../platform/graphql';
import { Dealer } from './network.entity';
import { Customer } from './party.entity';
import { names, onlyForStaff } from './party.errors';
import type { CustomerCreateInput, CustomerListArgs, CustomerUpdateInput } from './party.inputs';
import { texts } from './party.texts';

type Facts = Pick<Customer, 'name' | 'dealerId'> & Partial<Pick<Customer, 'note' | 'groupKey'>>;

const customers: Aggregate<Customer> = {
  entity: Customer,
  topic: 'customer',
  name: names.customer,
  idField: 'customerId',
  partyOf: ({ id, dealerId }) => ({ dealerId, customerId: id }),
};

/** Customers; a dealer sees and keeps its own, by row-level security. */
export class Customers {
  constructor(private readonly reading: RowReading) {}

  async add(ctx: RequestContext, facts: Facts): Promise<string> {
    const id = newId(ctx.now);
    await ctx.db.write((manager) => enterRow(ctx, manager, customers, { id, ...facts }));
    return id;
  }

  list(
    ctx: RequestContext,
    { filter, ...args }: CustomerListArgs,
    info: GraphQLResolveInfo,
  ): Promise<Connection<Row>> {
    return listRows(ctx, this.reading, 'Customer', {
      order: orderBy('customers', 't.name'),
      conditions: new Conditions()
        .ofParty(ctx)
        .contains(['name'], filter?.name)
        .is('dealer_id', 'Dealer', filter?.dealerId),
      args,
      look: info,
    });
  }

  /** @throws Refusal naming the field to mend */
  async create(ctx: RequestContext, input: CustomerCreateInput): Promise<Row | null> {
    mustBeAllowed(ctx, input);
    const facts = {
      name: texts.required('name', input.name),
      note: texts.optional('note', input.note),
      groupKey: texts.optional('groupKey', input.groupKey),
    };
    const made = await createOnce(ctx, { kind: 'customer' }, input, async (manager, id) => {
      const dealerId = await dealerFor(ctx, manager, input.dealerId);
      await enterRow(ctx, manager, customers, { id, ...facts, dealerId });
    });
    return freshRow(ctx, this.reading, 'Customer', made);
  }

  /** @throws Refusal naming the field to mend, CONFLICT with what changed */
  async update(ctx: RequestContext, input: CustomerUpdateInput): Promise<Row | null> {
    mustBeAllowed(ctx, input);
    const change = { id: decodeId('Customer', input.customerId), expectedVersion: input.expectedVersion };
    const changed = await changeRow(ctx, customers, change, () => ({
      name: texts.requiredIfGiven('name', input.name),
      note: texts.optionalIfGiven('note', input.note),
      groupKey: texts.optionalIfGiven('groupKey', input.groupKey),
    }));
    return freshRow(ctx, this.reading, 'Customer', changed);
  }
}

/**
 * The customer that an input names, as far as what hangs below it depends on it.
 * @throws Refusal NOT_FOUND, the same for one that is not there and one of another dealer
 */
export async function customerOf(
  ctx: RequestContext,
  manager: EntityManager,
  publicId: string,
): Promise<Pick<Customer, 'id' | 'dealerId'>> {
  const found = await manager.findOne(Customer, {
    where: { tenantId: ctx.tenantId, id: idOf('Customer', publicId) },
    select: { tenantId: true, id: true, dealerId: true },
  });
  if (!found) throw notFound('customerId', names.customer);
  return found;
}

/** What the maker thinks of a customer, and the group by which its promises differ, is the maker's to say. */
function mustBeAllowed({ actor }: RequestContext, input: Pick<CustomerCreateInput, 'note' | 'groupKey'>) {
  if (actor.kind !== 'dealer') return;
  if (input.note) throw onlyForStaff('note');
  if (input.groupKey) throw onlyForStaff('groupKey');
}

async function dealerFor(
  ctx: RequestContext,
  manager: EntityManager,
  publicId: string | null | undefined,
): Promise<string | null> {
  if (!publicId) return ctx.actor.dealerId;
  const id = idOf('Dealer', publicId);
  if (!(await manager.existsBy(Dealer, { tenantId: ctx.tenantId, id })))
    throw notFound('dealerId', names.dealer);
  return id;
}
