import { readFileSync } from 'node:fs';
import path from 'node:path';
import { execute, getOperationAST, parse } from 'graphql';
import { Client } from 'pg';
import type { StoryClient, StoryHouse } from '../../../testing/story';
import { clientOf, openHouse, openPortal } from '../../../testing/story';
import type { GraphQLContext, Principal } from '../../context';
import { encodeId } from '../ids';

const manifest = JSON.parse(
  readFileSync(path.resolve(__dirname, '../../../../../portal/src/gql/persisted-documents.json'), 'utf8'),
) as Record<string, string>;
const documents = Object.values(manifest).map((text) => ({ text, ...nameOf(text) }));

let house: StoryHouse;
let admin: Client;
let staff: StoryClient;
let portal: StoryClient;
let ticket: string;
let rows = 0;
beforeAll(async () => {
  house = await openHouse({ config: { documents: manifest } });
  admin = new Client(house.database.adminUrl);
  await admin.connect();
  staff = await house.as('dispatcher@ironmole');
  portal = clientOf(house.app.url, await openPortal(house).signIn('dispatcher@ironmole'));
  ticket = (await house.file(staff, serial)).id;
});
afterAll(async () => {
  await portal.close();
  await admin.end();
  await house.close();
});

const serial = 'EBZ160-2266';
const manager = () => encodeId('Member', house.houses.ironmole.staff.manager);

function nameOf(text: string): { name: string; operation: string } {
  const node = getOperationAST(parse(text));
  return { name: node?.name?.value ?? '', operation: node?.operation ?? '' };
}

/** So many tickets, comments on the one that is looked at, and people to give it to. */
async function growTo(count: number): Promise<void> {
  for (; rows < count; rows += 1) {
    await house.file(staff, serial);
    await say(`row ${rows}`);
    await admin.query(
      `WITH who AS (INSERT INTO login (id, email, password_hash, created_at)
         VALUES (gen_random_uuid(), $1, 'none', $2) RETURNING id)
       INSERT INTO membership (tenant_id, id, login_id, name, roles, created_at)
       SELECT $3, gen_random_uuid(), id, $1, ARRAY['engineer'], $2 FROM who`,
      [`engineer${rows}@many.example`, house.clock.now(), house.houses.ironmole.tenantId],
    );
  }
}

const say = (idempotencyKey: string) =>
  staff.ask(
    'mutation ($input: TicketCommentAddInput!) { ticketCommentAdd(input: $input) { userErrors { code } } }',
    {
      input: { ticketId: ticket, body: '已收到。', audience: 'PUBLIC', idempotencyKey },
    },
  );

let sent = 0;
/** What each document is sent with. */
const variables: Record<string, () => Promise<Record<string, unknown>> | Record<string, unknown>> = {
  IntakeForm: () => ({ key: 'repair' }),
  TicketCreate: () => ({
    input: {
      requestType: 'repair',
      serial,
      subject: '停机',
      description: '主泵无压力。',
      reporterName: '值班员',
      idempotencyKey: `sent ${(sent += 1)}`,
    },
  }),
  TicketCommentAdd: () => ({
    input: { ticketId: ticket, body: '收到。', audience: 'PUBLIC', idempotencyKey: `sent ${(sent += 1)}` },
  }),
  TicketAssign: async () => {
    const { version } = (
      await staff.ask<{ ticket: { version: number } }>(`{ ticket(id: "${ticket}") { version } }`)
    ).ticket;
    return { input: { ticketId: ticket, assigneeId: manager(), expectedVersion: version } };
  },
  EquipmentBySerial: () => ({ serial }),
  ReportPage: () => ({}),
  // as many rows of the list as the gate lets anybody ask for with all that the page shows
  TicketList: () => ({ first: 50, orderBy: 'NEWEST' }),
  TicketListChanges: () => ({}),
  AssignableMembers: () => ({}),
  MoreComments: async () => {
    const answer = await staff.ask<{ ticket: { comments: { pageInfo: { endCursor: string } } } }>(
      `{ ticket(id: "${ticket}") { comments(first: 1) { pageInfo { endCursor } } } }`,
    );
    return { id: ticket, after: answer.ticket.comments.pageInfo.endCursor };
  },
  TicketPage: () => ({ id: ticket }),
  TicketPageChanges: () => ({}),
  Viewer: () => ({}),
};

/** How many statements each document takes; for a subscription, those of one event and of the comment behind it. */
async function statements(): Promise<Record<string, number>> {
  const { meter } = house.app;
  const counts: Record<string, number> = {};
  for (const { name, text, operation } of documents) {
    const given = await (variables[name] ?? unknownDocument(name))();
    const before = meter.statements;
    if (operation === 'subscription') {
      const following = await portal.subscribe(text, given);
      await say(`sent ${(sent += 1)}`);
      expect((await following.next()).errors).toBeUndefined();
      following.stop();
    } else {
      await portal.ask(text, given);
    }
    counts[name] = meter.statements - before;
  }
  return counts;
}

function unknownDocument(name: string): never {
  throw new Error(`${name} is new: name the variables that it is to be sent with.`);
}

/** The list with a hundred rows, past the gate, which would find it too dear. */
async function statementsOfWholeList(): Promise<number> {
  const { app } = house;
  const text = documents.find(({ name }) => name === 'TicketList')?.text ?? '';
  const who = (await app.authenticator.authenticate(staff.token ?? '')) as Principal;
  const before = app.meter.statements;
  const contextValue: GraphQLContext = { visitor: { locale: 'en' }, request: app.contexts.of(who, 'en') };
  const variableValues = { first: 100, orderBy: 'NEWEST' };
  const { data } = await execute({ schema: app.schema, document: parse(text), contextValue, variableValues });
  expect((data as { tickets: { nodes: object[] } }).tickets.nodes).toHaveLength(100);
  return app.meter.statements - before;
}

/** What of a ticket is read by loaders of its own, for the rows of one list. */
async function statementsOfLazyFields(first: number): Promise<number> {
  const { meter } = house.app;
  const before = meter.statements;
  await staff.ask(`{ tickets(first: ${first}) { nodes { severity { key } details { key }
    steps { key } approvals { key } agreedDates { why } toldDates { date } pauses { reason { key } }
    charges { number decidedBy { name } } } } }`);
  return meter.statements - before;
}

it('every document of the portal takes as many statements for a hundred rows as for ten', async () => {
  await growTo(10);
  // what is read once per process, such as the rules of a house
  await statements();
  const forTen = await statements();
  const lazilyForTwo = await statementsOfLazyFields(2);
  await growTo(100);
  expect(await statements()).toEqual(forTen);
  expect(await statementsOfWholeList()).toBe(forTen['TicketList']);
  expect(await statementsOfLazyFields(12)).toBe(lazilyForTwo);
  // one statement for all that is selected below a root field; what follows a cursor in a list of a ticket, and
  // members, by a statement of their own
  expect(forTen).toMatchObject({ TicketList: 1, TicketPage: 1, MoreComments: 2, AssignableMembers: 2 });
}, 120_000);
