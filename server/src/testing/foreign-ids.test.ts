import type { IdType } from '@aftercare/contract';
import { idPrefixes } from '@aftercare/contract';
import { extendSchema, graphql, parse } from 'graphql';
import { Client } from 'pg';
import type { RequestContext } from '../platform/context';
import { decodeAnyId, encodeId, newId } from '../platform/graphql';
import type { Probe, Things } from './foreign-ids';
import { findLeaks } from './foreign-ids';
import type { StoryClient, StoryDealer, StoryHouse, StoryTenant } from './story';
import { openHouse } from './story';

let house: StoryHouse;
let desk: StoryClient;
let dealer2: StoryClient;
let ofDesk: Things;
let ofPurefount: Things;
let ofDealer1: Things;
let ofDealer2: Things;
let nothing: Things;

beforeAll(async () => {
  house = await openHouse();
  const { ironmole, purefount } = house.houses;
  desk = await house.as('dispatcher@ironmole');
  dealer2 = await house.as('dealer2@ironmole');
  ofDesk = await thingsOf(desk, ironmole, ironmole.dealers.direct, ironmole.staff.engineer);
  ofDealer1 = await thingsOf(await house.as('dealer1@ironmole'), ironmole, ironmole.dealers.dealer1);
  ofDealer2 = await thingsOf(dealer2, ironmole, ironmole.dealers.dealer2);
  ofPurefount = await thingsOf(await house.as('dealer1@purefount'), purefount, purefount.dealers.dealer1);
  nothing = Object.fromEntries(
    ['serial', ...Object.keys(idPrefixes)].map((type) => [
      type,
      type === 'serial' ? 'EBZ999-0000' : encodeId(type as IdType, newId(house.clock.now())),
    ]),
  ) as Things;
});
afterAll(() => house.close());

/** A ticket with its clock and comment, and everything around it. */
async function thingsOf(
  client: StoryClient,
  tenant: StoryTenant,
  dealer: StoryDealer,
  member = dealer.memberId ?? newId(new Date()),
): Promise<Things> {
  const { id } = await house.file(client, dealer.serial);
  const { ticketCommentAdd } = await client.ask<{
    ticketCommentAdd: { comment: { id: string }; ticket: { clocks: Array<{ id: string }> } };
  }>(
    `mutation ($input: TicketCommentAddInput!) { ticketCommentAdd(input: $input) { comment { id } ticket { clocks { id } } } }`,
    { input: { ticketId: id, body: '现场已停机。', audience: 'PUBLIC', idempotencyKey: `about ${id}` } },
  );
  const { calendars } = await client.ask<{ calendars: Array<{ id: string }> }>('{ calendars { id } }');
  return {
    CalendarVersion: calendars[0]?.id as string,
    Tenant: encodeId('Tenant', tenant.tenantId),
    Member: encodeId('Member', member),
    Dealer: encodeId('Dealer', dealer.dealerId ?? newId(new Date())),
    Customer: encodeId('Customer', dealer.customerId),
    Site: encodeId('Site', dealer.siteId),
    EquipmentModel: encodeId('EquipmentModel', tenant.modelId),
    Equipment: encodeId('Equipment', dealer.equipmentId),
    PolicyVersion: encodeId('PolicyVersion', tenant.policyVersionId),
    Ticket: id,
    Clock: ticketCommentAdd.ticket.clocks[0]?.id as string,
    TicketComment: ticketCommentAdd.comment.id,
    serial: dealer.serial,
  };
}

const over =
  (client: StoryClient): Probe['run'] =>
  async (document, variables) =>
    client.query(document, variables);

describe("somebody else's id is answered like no id at all", () => {
  it('for what belongs to another maker, wherever an id can be sent', async () => {
    const { leaks, probes } = await findLeaks({
      schema: house.app.schema,
      run: over(desk),
      own: ofDesk,
      foreign: ofPurefount,
      nothing,
    });
    expect(leaks).toEqual([]);
    expect(probes).toBeGreaterThanOrEqual(7 * 2 * 8);
  });

  it('for what belongs to another dealer of the same maker', async () => {
    // models, rules and the house itself are for every dealer
    const { Tenant, EquipmentModel, CalendarVersion, PolicyVersion } = nothing;
    const { leaks } = await findLeaks({
      schema: house.app.schema,
      run: over(dealer2),
      own: ofDealer2,
      foreign: { ...ofDealer1, Tenant, EquipmentModel, CalendarVersion, PolicyVersion },
      nothing,
    });
    expect(leaks).toEqual([]);
  });

  it('and the walk is not blind: it tells what the asker owns from nothing', async () => {
    // the walk changes the ticket that it finds, so it fills other arguments with another one
    const { id } = await house.file(desk, ofDesk.serial);
    const own = { ...ofDesk, Ticket: id };
    const { leaks } = await findLeaks({
      schema: house.app.schema,
      run: over(desk),
      own,
      foreign: ofDesk,
      nothing,
    });
    const places = new Set(leaks.map(({ place }) => place));
    expect([...places].sort()).toEqual([
      'equipmentBySerial(serial)',
      'node(id)',
      'nodes(ids)',
      'ticket(id)',
      'ticketAssign(assigneeId)',
      'ticketAssign(ticketId)',
      'ticketCommentAdd(ticketId)',
      'ticketCreate(serial)',
    ]);
  });

  it('a resolver that reads past the tenant is found by its name', async () => {
    const past = new Client(house.database.adminUrl);
    await past.connect();
    try {
      const principal = await house.app.authenticator.authenticate(desk.token as string);
      const planted = extendSchema(
        house.app.schema,
        parse('extend type Query { subjectOf(id: ID!): String }'),
      );
      const field = planted.getQueryType()?.getFields()['subjectOf'];
      if (!field || !principal) throw new Error('Nothing was planted.');
      field.resolve = async (_root, { id }: { id: string }) => {
        const { rows } = await past.query<{ subject: string }>('SELECT subject FROM ticket WHERE id = $1', [
          decodeAnyId(id)?.uuid,
        ]);
        return rows[0]?.subject;
      };
      const run: Probe['run'] = (source, variableValues) => {
        const request: RequestContext = house.app.contexts.of(principal, 'en');
        return graphql({
          schema: planted,
          source,
          variableValues,
          contextValue: { visitor: { locale: 'en', address: '' }, request },
        });
      };
      const { leaks } = await findLeaks({ schema: planted, run, own: ofDesk, foreign: ofPurefount, nothing });
      expect(leaks).toEqual([{ place: 'subjectOf(id)', type: 'Ticket' }]);
    } finally {
      await past.end();
    }
  });
});
