import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import { extendSchema, graphql, parse } from 'graphql';
import { Client, Pool } from 'pg';
import type { GraphQLContext } from '../../platform/context';
import { badInput } from '../../platform/errors';
import { decodeId, newId, signedIn } from '../../platform/graphql';
import type { StoryHouse } from '../story';
import { openHouse } from '../story';
import type { Ground, Leak, Side, Target, Walked } from '.';
import { deafTo, foreignTo, placesOf, prepareGround, targetsOf, unreachedBy, walk } from '.';
import type { Person } from './answers';
import type { Foreign } from './foreign';

let house: StoryHouse;
let admin: Client;
/** Past every rule, as the superuser. */
let past: Pool;
let ground: Ground;
let toDealer: Foreign[];
let walked: Walked[];
let leaks: Leak[];

const plants = `
  type Slip { cursor: String! subject: String! }
  input TicketPlantInput { ticketId: ID! }
  type TicketPlantPayload { done: Boolean userErrors: [UserError!]! }
  extend type Query {
    subjectSeen(id: ID!): String
    subjectOf(id: ID!): String
    slips(first: Int!, after: String): [Slip!]!
    weight(id: ID!): Boolean
    rivalSubject(id: ID!): String
    strangerSubject(id: ID!): String
    nodded(id: ID!): Boolean
  }
  extend type Mutation {
    ticketStar(input: TicketPlantInput!): TicketPlantPayload!
    ticketLink(input: TicketPlantInput!): TicketPlantPayload!
    ticketWatch(input: TicketPlantInput!): TicketPlantPayload!
  }`;
const planted =
  /^(rivalSubject|strangerSubject|nodded|subjectSeen|subjectOf|slips|weight|ticketStar|ticketLink|ticketWatch)$/;

type Plant<Args> = (
  args: Args,
  asker: { tenantId: string; dealerId: string | null; context: Weighed },
) => Promise<unknown>;
/** A context in which what was found is counted. */
type Weighed = GraphQLContext & { found: { things: number } };
interface Known {
  tenant_id: string;
  dealer_id: string | null;
  subject: string;
}

/** Whatever ticket the id names, of whichever house. */
async function anyTicket(id: string): Promise<Known | undefined> {
  const uuid = decodeId('Ticket', id);
  const { rows } = await past.query<Known>('SELECT tenant_id, dealer_id, subject FROM ticket WHERE id = $1', [
    uuid,
  ]);
  return rows[0];
}

const note = (tenantId: string, ticketId: string | null) =>
  past.query('INSERT INTO planted (tenant_id, id, ticket_id) VALUES ($1, $2, $3)', [
    tenantId,
    newId(new Date()),
    ticketId,
  ]);

const refused = (code: string) => ({
  done: null,
  userErrors: [{ code, field: ['ticketId'], message: 'No.', conflict: null }],
});

const subjectSeen: Plant<{ id: string }> = async ({ id }, { context }) => {
  const { db, tenantId } = signedIn(context);
  const rows = await db.query<Known>('SELECT subject FROM ticket WHERE tenant_id = $1 AND id = $2', [
    tenantId,
    decodeId('Ticket', id),
  ]);
  return rows[0]?.subject;
};

const subjectOf: Plant<{ id: string }> = async ({ id }) => (await anyTicket(id))?.subject;

/** Its cursors say where one is, to whoever holds them. */
const slips: Plant<{ first: number; after?: string }> = async ({ first, after }, { tenantId }) => {
  const from = after ? Buffer.from(after, 'base64url').toString() : 'number ';
  if (!from.startsWith('number ')) {
    const said = 'after is not a cursor of this list.';
    throw badInput('after', { zh: said, en: said });
  }
  const { rows } = await past.query<{ number: string; subject: string }>(
    'SELECT number, subject FROM ticket WHERE tenant_id = $1 AND number > $2 ORDER BY number LIMIT $3',
    [tenantId, from.slice('number '.length), first],
  );
  return rows.map(({ number, subject }) => ({
    cursor: Buffer.from(`number ${number}`).toString('base64url'),
    subject,
  }));
};

/** Answers nothing, but what it found can be told from what it cost. */
const weight: Plant<{ id: string }> = async ({ id }, { tenantId, context }) => {
  const ticket = await anyTicket(id);
  if (ticket) context.found.things += 1;
  return ticket?.tenant_id === tenantId ? true : null;
};

/** Keeps houses apart, and forgets that dealers are rivals. */
const rivalSubject: Plant<{ id: string }> = async ({ id }, { tenantId }) => {
  const ticket = await anyTicket(id);
  return ticket?.tenant_id === tenantId && ticket.dealer_id !== null ? ticket.subject : null;
};

/** Keeps dealers apart, and forgets that there are other houses. */
const strangerSubject: Plant<{ id: string }> = async ({ id }, { tenantId, dealerId }) => {
  const ticket = await anyTicket(id);
  const own = dealerId === null || ticket?.dealer_id === dealerId;
  return ticket && (ticket.tenant_id !== tenantId || own) ? ticket.subject : null;
};

/** Answers dealers without having looked. */
const nodded: Plant<{ id: string }> = async ({ id }, { tenantId, dealerId }) =>
  dealerId !== null || (await anyTicket(id))?.tenant_id === tenantId ? true : null;

type Input = { input: { ticketId: string } };
const ticketStar: Plant<Input> = async ({ input }, { tenantId }) => {
  const ticket = await anyTicket(input.ticketId);
  if (!ticket) return refused('NOT_FOUND');
  return ticket.tenant_id === tenantId ? { done: true, userErrors: [] } : refused('FORBIDDEN');
};

const ticketLink: Plant<Input> = async ({ input }, { tenantId }) => {
  await note(tenantId, decodeId('Ticket', input.ticketId));
  return { done: true, userErrors: [] };
};

const ticketWatch: Plant<Input> = async ({ input }, { tenantId }) => {
  const ticket = await anyTicket(input.ticketId);
  if (ticket) await note(tenantId, null);
  return ticket?.tenant_id === tenantId ? { done: true, userErrors: [] } : refused('NOT_FOUND');
};

function plant(schema: GraphQLSchema): GraphQLSchema {
  const extended = extendSchema(schema, parse(plants));
  const resolvers = {
    ...{ subjectSeen, subjectOf, slips, weight, ticketStar, ticketLink, ticketWatch },
    ...{ rivalSubject, strangerSubject, nodded },
  };
  for (const [name, resolve] of Object.entries(resolvers)) {
    const field = extended.getQueryType()?.getFields()[name] ?? extended.getMutationType()?.getFields()[name];
    if (!field) throw new Error(`${name} was not planted.`);
    field.resolve = ((_root, args, context: Weighed) => {
      const { tenantId, actor } = signedIn(context);
      return (resolve as Plant<unknown>)(args, { tenantId, dealerId: actor.dealerId, context });
    }) as GraphQLFieldResolver<unknown, unknown>;
  }
  return extended;
}

/** Asks the planted schema itself; one point for the question, and one more for each thing found. */
const asking =
  (schema: GraphQLSchema) =>
  (token: string | undefined): Person => ({
    async ask(_operation, source, variableValues) {
      const principal = token && (await house.app.authenticator.authenticate(token));
      const request = principal ? house.app.contexts.of(principal, 'en') : undefined;
      const found = { things: 0 };
      const contextValue = { visitor: { locale: 'en' }, request, found };
      const { data, errors } = await graphql({ schema, source, variableValues, contextValue });
      return {
        data,
        errors: errors?.map((error) => error.toJSON()),
        extensions: { cost: { requested: 1 + found.things } },
      };
    },
  });

beforeAll(async () => {
  house = await openHouse();
  admin = new Client(house.database.adminUrl);
  await admin.connect();
  past = new Pool({ connectionString: house.database.adminUrl });
  await past.query('CREATE TABLE planted (tenant_id uuid, id uuid PRIMARY KEY, ticket_id uuid)');
  const schema = plant(house.app.schema);
  const inUse = ({ name }: Target) => planted.test(name) || name === 'tickets';
  ground = await prepareGround(house, admin, { schema, personFor: asking(schema), only: inUse });
  const { desk, otherDesk, dealer, otherDealer, register, ledger } = ground;
  toDealer = await foreignTo(dealer, [otherDesk, otherDealer, desk], register);
  const only = ({ name }: Target) => planted.test(name);
  const byDesk = await walk({
    ...{ schema, ledger, asker: desk, foreign: await foreignTo(desk, [otherDesk], register), only },
  });
  const byDealer = await walk({ schema, ledger, asker: dealer, foreign: toDealer, only });
  walked = [...byDesk.walked, ...byDealer.walked];
  leaks = walked.flatMap((each) => each.leaks);
}, 600_000);
afterAll(async () => {
  await Promise.all([admin.end(), past.end()]);
  await house.close();
});

/** What the desk was told there. */
const told = (place: string) => {
  const there = leaks.filter((leak) => leak.place === place && leak.asker === ground.desk.name);
  return [...new Set(there.map(({ what, by }) => `${what} by ${by}`))];
};
const ownersTold = (asker: Side, place: string) => [
  ...new Set(
    leaks.filter((leak) => leak.asker === asker.name && leak.place === place).map(({ owner }) => owner),
  ),
];

describe('a planted leak is found by its name', () => {
  it.each([
    ['a resolver that reads past the tenant', 'subjectOf(id)', 'Ticket by answer'],
    ['a cursor that is bound to nobody', 'slips(after)', 'Slip.cursor by answer'],
    ['a cost that differs', 'weight(id)', 'Ticket by answer'],
    ['a refusal that differs', 'ticketStar(input.ticketId)', 'Ticket by answer'],
    ['a link that nobody checked', 'ticketLink(input.ticketId)', 'Ticket by link'],
    ['a trace that is left behind', 'ticketWatch(input.ticketId)', 'Ticket by effect'],
  ])('%s', (_what, place, leak) => {
    expect(told(place)).toEqual([leak]);
  });

  it('and a resolver that reads as the asker is not', () => {
    expect(told('subjectSeen(id)')).toEqual([]);
  });
});

describe('each owner is judged apart', () => {
  it("what only another dealer's thing tells is found, and only by a dealer", () => {
    expect(ownersTold(ground.dealer, 'rivalSubject(id)')).toEqual(['another dealer']);
    expect(ownersTold(ground.desk, 'rivalSubject(id)')).toEqual([]);
  });

  it("what only another house's thing tells is found, by whoever asks", () => {
    expect(ownersTold(ground.dealer, 'strangerSubject(id)')).toEqual(['another house']);
    expect(ownersTold(ground.desk, 'strangerSubject(id)')).toEqual(['another house']);
  });

  it('with nothing of another dealer in hand the places are named, whatever else they were met with', async () => {
    const { schema } = ground;
    const place = placesOf(targetsOf(schema).find(({ name }) => name === 'rivalSubject') as Target);
    const foreign = toDealer.filter(({ owner }) => owner !== 'another dealer');
    const only = ({ name }: Target) => name === 'rivalSubject';
    const { dealer, ledger } = ground;
    const blind = await walk({ schema, ledger, asker: dealer, foreign, only });
    const ofDealers = toDealer.filter(({ owner }) => owner === 'another dealer');
    const walker = { name: dealer.name, foreign: ofDealers, places: place };
    expect(unreachedBy(walker, blind.walked)).toMatchObject([
      { place: 'rivalSubject(id)', owner: 'another dealer', had: true },
    ]);
    expect(unreachedBy(walker, walked)).toEqual([]);
  });

  it('a place that tells one asker nothing of own things is named, though it tells another', () => {
    expect(deafTo(ground.dealer.name, walked)).toContain('nodded(id)');
    expect(deafTo(ground.desk.name, walked)).not.toContain('nodded(id)');
  });
});

describe('what the walk cannot do', () => {
  it('is refused loudly: a scalar that it cannot fill', async () => {
    const strange = extendSchema(
      house.app.schema,
      parse('scalar Riddle extend type Query { solve(riddle: Riddle!): String }'),
    );
    const { desk, ledger } = ground;
    const only = ({ name }: Target) => name === 'solve';
    await expect(walk({ schema: strange, ledger, asker: desk, foreign: [], only })).rejects.toThrow(
      'The walk does not know how to fill solve.riddle of type Riddle.',
    );
  });

  it('is refused loudly: a field to which no way leads', async () => {
    const hidden = extendSchema(
      house.app.schema,
      parse('type Island { shore(id: ID!): String } extend type Query { island(at: ID!): Island }'),
    );
    const { desk, ledger } = ground;
    const only = ({ name }: Target) => name === 'Island.shore';
    expect(targetsOf(hidden).filter(only).flatMap(placesOf)).toHaveLength(1);
    await expect(walk({ schema: hidden, ledger, asker: desk, foreign: [], only })).rejects.toThrow(
      'The walk finds no way to Island.shore',
    );
  });
});
