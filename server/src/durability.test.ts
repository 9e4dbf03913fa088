import { rm } from 'node:fs/promises';
import { Client } from 'pg';
import { stopEmbeddedPostgres } from './platform/embedded';
import type { OwnCluster } from './testing/database';
import { ownCluster } from './testing/database';
import type { StartedProduct } from './testing/started-product';
import { startProduct } from './testing/started-product';
import { stockedFolder } from './testing/stocked-folder';
import type { StoryHouse } from './testing/story';
import { clientOf, openHouse } from './testing/story';

const create = `mutation ($input: TicketCreateInput!) { ticketCreate(input: $input) { ticket { id number } userErrors { code } } }`;
interface Created {
  ticketCreate: { ticket: { id: string; number: string } };
}

async function signIn(url: string) {
  const input = { email: 'dealer1@ironmole.example', password: 'aftercare-demo', tenant: 'ironmole' };
  const { signIn: access } = await clientOf(url, undefined).ask<{ signIn: { accessToken: string } }>(
    'mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }',
    { input },
  );
  return clientOf(url, access.accessToken);
}

/** Requests on their way at once; few enough that a kill after 40 answers always leaves some unanswered. */
const lanes = 20;

/** Sends the same 200 requests; answers the number that each acknowledged key was given. */
async function createAll(url: string, round: string, acknowledged = (_count: number): void => undefined) {
  const client = await signIn(url);
  const numbers = new Map<string, string>();
  const waiting = Array.from({ length: 200 }, (_, index) => index);
  const lane = async () => {
    for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
      const idempotencyKey = `${round} ${index}`;
      const input = {
        requestType: 'repair',
        serial: 'EBZ160-2266',
        subject: idempotencyKey,
        description: '停机',
        reporterName: '值班员',
        idempotencyKey,
      };
      const answer = await client.query<Created>(create, { input }).catch(() => undefined);
      if (!answer?.data?.ticketCreate.ticket) continue;
      numbers.set(idempotencyKey, answer.data.ticketCreate.ticket.number);
      acknowledged(numbers.size);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return numbers;
}

/** What is stored of the tickets of a round, and everything about any ticket that is incomplete. */
async function inspect(product: StartedProduct, round: string) {
  const admin = new Client(await product.adminUrl());
  await admin.connect();
  try {
    const query = async <Row>(text: string, values: unknown[] = []) =>
      (await admin.query(text, values)).rows as Row[];
    const tickets = await query<{ subject: string; number: string }>(
      `SELECT subject, number FROM ticket WHERE subject LIKE $1 || ' %'`,
      [round],
    );
    const [incomplete] = await query<Record<string, number>>(
      `SELECT count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM ticket_fact f WHERE f.ticket_id = t.id))::int AS "without a fact",
             count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM ticket_clock c WHERE c.ticket_id = t.id))::int AS "without clocks",
             count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM change c WHERE c.subject_id = t.id AND c.kind = 'created'))::int AS "without a change",
             count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM idempotency i WHERE i.subject_id = t.id))::int AS "without a key",
             (count(*) - count(DISTINCT (tenant_id, number)))::int AS "numbers given twice",
             (SELECT count(*)::int FROM ticket_fact f WHERE NOT EXISTS (SELECT 1 FROM ticket t WHERE t.id = f.ticket_id)) AS "facts of nothing",
             (SELECT count(*)::int FROM ticket_clock c WHERE NOT EXISTS (SELECT 1 FROM ticket t WHERE t.id = c.ticket_id)) AS "clocks of nothing",
             (SELECT count(*)::int FROM change c WHERE topic = 'ticket' AND NOT EXISTS (SELECT 1 FROM ticket t WHERE t.id = c.subject_id)) AS "changes of nothing",
             (SELECT count(*)::int FROM idempotency i WHERE i.key LIKE $1 || ' %'
                AND NOT EXISTS (SELECT 1 FROM ticket t WHERE t.id = i.subject_id)) AS "keys of nothing"
        FROM ticket t`,
      [round],
    );
    return {
      numbers: new Map(tickets.map(({ subject, number }) => [subject, number])),
      stored: tickets.length,
      incomplete,
    };
  } finally {
    await admin.end();
  }
}

const complete = {
  'without a fact': 0,
  'without clocks': 0,
  'without a change': 0,
  'without a key': 0,
  'numbers given twice': 0,
  'facts of nothing': 0,
  'clocks of nothing': 0,
  'changes of nothing': 0,
  'keys of nothing': 0,
};

describe('kill -9 in the middle of 200 creates', () => {
  let dataDir: string;
  let product: StartedProduct;
  beforeAll(async () => {
    dataDir = await stockedFolder('killed');
    product = await startProduct(dataDir);
  }, 60_000);
  afterAll(async () => {
    await product.stop();
    // when a start failed in between, what it left behind still runs
    await stopEmbeddedPostgres(dataDir);
    await rm(dataDir, { recursive: true, force: true });
  });

  it.each<[string, (running: StartedProduct) => Promise<unknown>]>([
    ['of the server, whose database stays behind', (running) => running.killServer()],
    [
      'of its PostgreSQL and of the server',
      (running) => Promise.all([running.killDatabase(), running.killServer()]),
    ],
  ])(
    '%s: the next start has every acknowledged ticket, none by half, and the same keys make nothing new',
    async (round, kill) => {
      let killing: Promise<unknown> | undefined;
      const acknowledged = await createAll(product.url, round, (count) => {
        if (count >= 40) killing ??= kill(product);
      });
      await killing;
      // the kill came in the middle
      expect(acknowledged.size).toBeGreaterThanOrEqual(40);
      expect(acknowledged.size).toBeLessThan(200);

      product = await startProduct(dataDir);
      const after = await inspect(product, round);
      expect(after.incomplete).toEqual(complete);
      expect([...acknowledged].filter(([key, number]) => after.numbers.get(key) !== number)).toEqual([]);

      const again = await createAll(product.url, round);
      expect(again.size).toBe(200);
      expect([...after.numbers].filter(([key, number]) => again.get(key) !== number)).toEqual([]);
      const { stored, incomplete } = await inspect(product, round);
      expect([stored, incomplete]).toEqual([200, complete]);
    },
    60_000,
  );
});

describe('the database is lost while the product runs', () => {
  let cluster: OwnCluster;
  let house: StoryHouse;
  beforeAll(async () => {
    cluster = await ownCluster();
    house = await openHouse({ database: cluster });
  }, 30_000);
  afterAll(async () => {
    await house.close();
    await cluster.drop();
  });

  it('answers UNAVAILABLE, 503 where nothing ran, and recovers by itself, subscriptions included', async () => {
    const desk = await house.as('dispatcher@ironmole');
    const newcomer = await house.as('engineer@ironmole');
    const list = '{ tickets(first: 1) { nodes { number } } }';
    await desk.ask(list);
    const changes = await desk.subscribe<{ ticketChanges: { ticketId: string } }>(
      'subscription { ticketChanges { ticketId } }',
    );

    await cluster.kill();
    // its sessions notice a moment later
    let answer = await desk.query(list);
    while (!answer.errors) answer = await desk.query(list);
    const unavailable = { errors: [{ extensions: { code: 'UNAVAILABLE' } }] };
    expect(answer).toMatchObject({ status: 200, ...unavailable });
    const input = {
      requestType: 'repair',
      serial: 'EBZ160-2266',
      subject: '停机',
      description: '停机',
      reporterName: '甲',
      idempotencyKey: 'lost',
    };
    expect(await desk.query(create, { input })).toMatchObject(unavailable);
    // the session of this token has not been looked up yet
    expect(await newcomer.query(list)).toMatchObject({ status: 503, ...unavailable });
    const probe = async (place: string) => (await fetch(`${house.app.url}/${place}`)).status;
    expect([await probe('livez'), await probe('readyz')]).toEqual([200, 503]);

    await cluster.restart();
    expect(await probe('readyz')).toBe(200);
    expect(await newcomer.query(list)).toMatchObject({ status: 200, data: { tickets: { nodes: [] } } });
    const { id } = await house.file(desk, 'EBZ160-2266');
    expect((await changes.next()).data.ticketChanges.ticketId).toBe(id);
  }, 30_000);
});
