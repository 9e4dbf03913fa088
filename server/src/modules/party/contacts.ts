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
  soundForm,
} from '../../platform/aggregates';
import type { RequestContext } from '../../platform/context';
import type { Connection, Row } from '../../platform/graphql';
import { decodeId, newId } from '../../platform/graphql';
import { customerOf } from './customers';
import { Contact } from './party.entity';
import { names } from './party.errors';
import type { ContactCreateInput, ContactListArgs, ContactUpdateInput } from './party.inputs';
import { texts } from './party.texts';
import { siteOf } from './sites';

type Facts = Pick<Contact, 'customerId' | 'dealerId' | 'name'> &
  Partial<Pick<Contact, 'siteId' | 'phone' | 'email' | 'position'>>;

const contacts: Aggregate<Contact> = {
  entity: Contact,
  topic: 'contact',
  name: names.contact,
  idField: 'contactId',
};

/** People of customers; a dealer sees and keeps those of its own customers. */
export class Contacts {
  constructor(private readonly reading: RowReading) {}

  async add(ctx: RequestContext, facts: Facts): Promise<string> {
    const id = newId(ctx.now);
    await ctx.db.write((manager) => enterRow(ctx, manager, contacts, { id, ...facts }));
    return id;
  }

  list(
    ctx: RequestContext,
    { filter, ...args }: ContactListArgs,
    info: GraphQLResolveInfo,
  ): Promise<Connection<Row>> {
    return listRows(ctx, this.reading, 'Contact', {
      order: orderBy('contacts', 't.name'),
      conditions: new Conditions()
        .ofParty(ctx)
        .contains(['name', 'position'], filter?.name)
        .is('customer_id', 'Customer', filter?.customerId)
        .is('site_id', 'Site', filter?.siteId),
      args,
      look: info,
    });
  }

  /** @throws Refusals with all that is to be mended; Refusal naming `customerId` or `siteId` */
  async create(ctx: RequestContext, input: ContactCreateInput): Promise<Row | null> {
    const facts = soundForm({
      name: () => texts.required('name', input.name),
      phone: () => texts.optional('phone', input.phone),
      email: () => texts.optional('email', input.email),
      position: () => texts.optional('position', input.position),
    });
    const made = await createOnce(ctx, { kind: 'contact' }, input, async (manager, id) => {
      const { id: customerId, dealerId } = await customerOf(ctx, manager, input.customerId);
      const siteId = await siteOf(ctx, manager, customerId, input.siteId);
      const row = { id, customerId, dealerId, siteId, ...facts };
      await enterRow(ctx, manager, contacts, row);
    });
    return freshRow(ctx, this.reading, 'Contact', made);
  }

  /** @throws Refusals with all that is to be mended; Refusal naming `siteId`, CONFLICT with what changed */
  async update(ctx: RequestContext, input: ContactUpdateInput): Promise<Row | null> {
    const { siteId, expectedVersion } = input;
    const id = decodeId('Contact', input.contactId);
    const facts = soundForm({
      name: () => texts.requiredIfGiven('name', input.name),
      phone: () => texts.optionalIfGiven('phone', input.phone),
      email: () => texts.optionalIfGiven('email', input.email),
      position: () => texts.optionalIfGiven('position', input.position),
    });
    const changed = await changeRow(ctx, contacts, { id, expectedVersion }, async (contact, manager) => ({
      siteId: isGiven(siteId) ? await siteOf(ctx, manager, contact.customerId, siteId) : undefined,
      ...facts,
    }));
    return freshRow(ctx, this.reading, 'Contact', changed);
  }
}
