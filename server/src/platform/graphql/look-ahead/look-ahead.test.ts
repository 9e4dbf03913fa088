import { execute } from 'graphql';
import pino from 'pino';
import { Client } from 'pg';
import { getMetadataStorage } from 'type-graphql';
import type { IdType, Permission } from '@aftercare/contract';
import type { App } from '../../../app';
import { createApp } from '../../../app';
import {
  RandomSelections,
  seeded,
  type RandomOperation,
  type Supply,
} from '../../../testing/random-selections';
import type { StoryClient, StoryHouse } from '../../../testing/story';
import { openHouse } from '../../../testing/story';
import { fillHouses } from '../../../testing/story-everything';
import type { GraphQLContext, Principal } from '../../context';
import { encodeId, newId } from '../ids';
import type { Read } from '../reads';

let house: StoryHouse;
let naive: App;
let admin: Client;
let people: Array<{ who: Principal; supply: Supply }>;

beforeAll(async () => {
  house = await openHouse();
  naive = await createApp({
    clock: house.clock,
    config: {
      host: '127.0.0.1',
      port: 0,
      databaseUrl: house.database.serverUrl,
      secret: 'a secret of stories, long enough for one',
      log: pino({ level: 'silent' }),
      filesDir: house.filesDir,
      reader: 'naive',
    },
  });
  admin = new Client(house.database.adminUrl);
  await admin.connect();
  people = await furnish();
}, 120_000);
afterAll(async () => {
  await admin.end();
  await naive.stop();
  await house.close();
});

/** Fills both houses; answers who may ask, and what they can name in arguments. */
async function furnish(): Promise<typeof people> {
  const clients = {
    admin: await house.as('admin@ironmole'),
    desk: await house.as('dispatcher@ironmole'),
    quality: await house.as('quality@ironmole'),
    dealer1: await house.as('dealer1@ironmole'),
    dealer2: await house.as('dealer2@ironmole'),
    elsewhere: await house.as('dispatcher@purefount'),
    shared: await house.as('dealer@shared', 'purefount'),
  };
  await fillHouses(house, clients);
  const ids = await everyId();
  const serials = Object.values(house.houses).flatMap(({ dealers }) =>
    Object.values(dealers).map(({ serial }) => serial),
  );
  return Promise.all(
    Object.values(clients).map(async (client) => {
      const who = (await house.app.authenticator.authenticate(client.token ?? '')) as Principal;
      const supply = { rootFields: rootFieldsFor(who), ids, serials, ...(await cursorsFor(client)) };
      return { who, supply };
    }),
  );
}

/** The queries that somebody's permissions open. */
const rootFieldsFor = ({ permissions }: Principal): ReadonlySet<string> =>
  new Set(
    getMetadataStorage()
      .queries.filter(({ roles }) => roles?.every((role: Permission) => permissions.has(role)))
      .map(({ schemaName }) => schemaName),
  );

async function everyId(): Promise<Record<string, string[]>> {
  const ids: Record<string, string[]> = {};
  for (const { type, table } of house.app.reads.rowTypes) {
    const { rows } = await admin.query<{ id: string }>(`SELECT id FROM ${table} ORDER BY id LIMIT 60`);
    if (rows.length === 0) throw new Error(`No ${type} is there to be read; fillHouses should make one.`);
    const nobody = newId(house.clock.now());
    ids[type] = [...rows.map(({ id }) => id), nobody].map((id) => encodeId(type as IdType, id));
  }
  return ids;
}

async function cursorsFor(client: StoryClient): Promise<Pick<Supply, 'cursors' | 'comments'>> {
  interface List<Node = object> {
    edges: Array<{ cursor: string; node: Node }>;
  }
  const { newest, due } = await client.ask<{
    newest: List<{ id: string; comments: List }>;
    due: List;
  }>(`{ newest: tickets(first: 20) { edges { cursor node { id comments(first: 3) { edges { cursor } } } } }
        due: tickets(first: 20, orderBy: DUE_SOONEST) { edges { cursor } } }`);
  return {
    cursors: {
      NEWEST: newest.edges.map(({ cursor }) => cursor),
      DUE_SOONEST: due.edges.map(({ cursor }) => cursor),
    },
    comments: newest.edges.flatMap(({ node: { id, comments } }) =>
      comments.edges.map(({ cursor }) => ({ ticket: id, cursor })),
    ),
  };
}

/**
 * What a reader answers, to the byte. One refused page takes all the rest of an answer with it; which row of a
 * list is the first to refuse it is left to chance, so that its place is told without numbers.
 */
async function answer(
  app: App,
  who: Principal,
  { document }: RandomOperation,
  flipped: boolean,
): Promise<string> {
  const contextValue: GraphQLContext = { visitor: { locale: 'en' }, request: app.contexts.of(who, 'en') };
  const { data, errors = [] } = await execute({
    schema: app.schema,
    document,
    contextValue,
    variableValues: { yes: !flipped, no: flipped, two: flipped ? 3 : 2 },
  });
  const told = errors.map(({ path = [], message }) => [
    path.filter((key) => typeof key === 'string'),
    message,
  ]);
  return JSON.stringify({ data, told });
}

/** The first selection that the two answer differently; null if there is none among so many. */
async function firstDifference(
  seed: number,
  atLeast: number,
): Promise<{ found: string | null; compared: number; refused: number }> {
  const source = new RandomSelections(house.app.schema, seeded(seed));
  let compared = 0;
  let refused = 0;
  while (compared < atLeast) {
    const { who, supply } = people[(compared / 8) % people.length] as (typeof people)[number];
    const operation = source.operation(8, supply);
    // the same operation with other variables now and then: what was compiled for one must not serve the other
    for (const flipped of compared % 32 === 0 ? [false, true] : [compared % 16 === 0]) {
      const [ahead, level] = await Promise.all([
        answer(house.app, who, operation, flipped),
        answer(naive, who, operation, flipped),
      ]);
      if (ahead !== level)
        return { found: `${who.name}\n${operation.text}\n${ahead}\n${level}`, compared, refused };
      if (ahead.startsWith('{"data":null')) refused += operation.selections;
    }
    compared += operation.selections;
  }
  return { found: null, compared, refused };
}

describe('what is read at once', () => {
  it('is what is read level by level, to the byte, for 2,000 random selections of staff and dealers', async () => {
    const { found, compared, refused } = await firstDifference(4, 2_400);
    expect(found).toBeNull();
    // the rest had nothing to show but why a page was refused
    expect(compared - refused).toBeGreaterThanOrEqual(2_000);
    expect(refused).toBeGreaterThan(0);
  }, 300_000);

  it.each<[string, IdType, string, (read: Read) => Read]>([
    ['an expression', 'Customer', 'name', () => ({ kind: 'sql', sql: 'upper(t.name)' })],
    ['a join', 'Ticket', 'createdBy', () => ({ kind: 'one', type: 'Member', key: 'assignee_id' })],
    ['the order of a list', 'Ticket', 'clocks', (read) => ({ ...read, orderBy: 't.id DESC' }) as Read],
    [
      'the order of pages',
      'Ticket',
      'comments',
      (read) => (read.kind === 'page' ? { ...read, order: { ...read.order, descending: true } } : read),
    ],
    ['a pure function', 'Equipment', 'id', () => ({ kind: 'pure', needs: [], from: ({ id }) => id })],
  ])(
    'differs where a fault is planted in %s',
    async (_what, type, field, fault) => {
      const { fields } = house.app.reads.of(type);
      const read = fields.get(field) as Read;
      fields.set(field, fault(read));
      try {
        expect((await firstDifference(5, 400)).found).not.toBeNull();
      } finally {
        fields.set(field, read);
      }
    },
    60_000,
  );
});
