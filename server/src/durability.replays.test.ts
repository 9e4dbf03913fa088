import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { stopEmbeddedPostgres } from './platform/embedded';
import { post } from './testing/post';
import type { StartedProduct } from './testing/started-product';
import { startProduct } from './testing/started-product';
import { stockedFolder } from './testing/stocked-folder';
import { clientOf } from './testing/story';

const keys = 1_000;
const senders = 5;
/** Keys that are on their way at once. */
const lanes = 16;

const create = `mutation ($input: TicketCreateInput!) { ticketCreate(input: $input) {
  ticket { id number version createdAt } userErrors { code } } }`;

let dataDir: string;
/** The product that runs, or the one that is about to. */
let product: Promise<StartedProduct>;
let token: string | undefined;
beforeAll(async () => {
  dataDir = await stockedFolder('replayed');
  product = startProduct(dataDir);
  const input = { email: 'dealer1@ironmole.example', password: 'aftercare-demo', tenant: 'ironmole' };
  const { signIn } = await clientOf((await product).url, undefined).ask<{ signIn: { accessToken: string } }>(
    'mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }',
    { input },
  );
  token = signIn.accessToken;
}, 60_000);
afterAll(async () => {
  await (await product).stop();
  // when a start failed in between, what it left behind still runs
  await stopEmbeddedPostgres(dataDir);
  await rm(dataDir, { recursive: true, force: true });
});

const subject = (key: number) => `五遍 ${key}`;

/** Sends the create of a key once. */
async function sendCreate({ url }: StartedProduct, key: number): Promise<string> {
  const input = {
    requestType: 'repair',
    serial: 'EBZ160-2266',
    subject: subject(key),
    description: '停机',
    reporterName: '值班员',
    idempotencyKey: `five times ${key}`,
  };
  const headers = { authorization: `Bearer ${token}` };
  const { body } = await post(`${url}/graphql`, headers, { query: create, variables: { input } });
  if (body.includes('"errors":')) throw new Error(body);
  return body;
}

/** Requests that a kill left without an answer, by kill. */
const interrupted = [0, 0, 0];
let killed = 0;

/** As a good client does it: the same request with the same key, until there is an answer. */
async function persist(key: number): Promise<string> {
  for (;;) {
    try {
      return await sendCreate(await product, key);
    } catch {
      interrupted[killed] = (interrupted[killed] ?? 0) + 1;
      await pause(50);
    }
  }
}

const kills: ReadonlyArray<(running: StartedProduct) => Promise<unknown>> = [
  // its database stays behind
  (running) => running.killServer(),
  (running) => Promise.all([running.killDatabase(), running.killServer()]),
];

async function killAndRestart(kill: (typeof kills)[number]): Promise<void> {
  const running = await product;
  killed += 1;
  product = kill(running).then(() => startProduct(dataDir));
  await product;
}

/** Everything about any ticket that is there by half. */
const halves = `SELECT count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM ticket_fact f WHERE f.ticket_id = t.id))::int AS "without a fact",
         count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM ticket_clock c WHERE c.ticket_id = t.id))::int AS "without clocks",
         count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM change c WHERE c.subject_id = t.id AND c.kind = 'created'))::int AS "without a change",
         count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM idempotency i WHERE i.subject_id = t.id))::int AS "without a key",
         (count(*) - count(DISTINCT (tenant_id, number)))::int AS "numbers given twice",
         (SELECT count(*)::int FROM ticket_fact f WHERE NOT EXISTS (SELECT 1 FROM ticket t WHERE t.id = f.ticket_id)) AS "facts of nothing",
         (SELECT count(*)::int FROM ticket_clock c WHERE NOT EXISTS (SELECT 1 FROM ticket t WHERE t.id = c.ticket_id)) AS "clocks of nothing",
         (SELECT count(*)::int FROM change c WHERE topic = 'ticket' AND NOT EXISTS (SELECT 1 FROM ticket t WHERE t.id = c.subject_id)) AS "changes of nothing",
         (SELECT count(*)::int FROM idempotency i WHERE i.key LIKE 'five times %'
            AND NOT EXISTS (SELECT 1 FROM ticket t WHERE t.id = i.subject_id)) AS "keys of nothing"
    FROM ticket t`;

const none = {
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

it('1,000 creates, each sent five times at once, with kill -9 of the server and then of its PostgreSQL, too, in the middle: 1,000 tickets, complete, and one answer each', async () => {
  const answers = new Map<number, Set<string>>();
  const restarts: Array<Promise<void>> = [];
  const waiting = Array.from({ length: keys }, (_, key) => key);
  const lane = async () => {
    for (let key = waiting.shift(); key !== undefined; key = waiting.shift()) {
      const sent = key;
      answers.set(sent, new Set(await Promise.all(Array.from({ length: senders }, () => persist(sent)))));
      const kill = kills[restarts.length];
      if (kill && answers.size >= (keys * (restarts.length + 1)) / (kills.length + 1))
        restarts.push(killAndRestart(kill));
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  await Promise.all(restarts);
  // each kill came in the middle
  expect(restarts).toHaveLength(kills.length);
  expect(interrupted.slice(1).map((requests) => requests > 0)).toEqual([true, true]);

  expect([...answers].filter(([, bodies]) => bodies.size !== 1)).toEqual([]);

  const admin = new Client(await (await product).adminUrl());
  await admin.connect();
  try {
    const { rows: stored } = await admin.query<{
      subject: string;
      number: string;
      clocks: string;
      changes: number;
    }>(
      `SELECT subject, number,
              (SELECT string_agg(key, ' ' ORDER BY key) FROM ticket_clock c WHERE c.tenant_id = t.tenant_id AND c.ticket_id = t.id) AS clocks,
              (SELECT count(*)::int FROM change c WHERE c.subject_id = t.id AND c.topic = 'ticket' AND c.kind = 'created') AS changes
         FROM ticket t WHERE subject LIKE '五遍 %'`,
    );
    expect(stored).toHaveLength(keys);
    expect((await admin.query<typeof none>(halves)).rows).toEqual([none]);
    expect(new Set(stored.map(({ clocks }) => clocks)).size).toBe(1);
    expect(stored[0]?.clocks).toMatch(/response/);
    expect(stored.filter(({ changes }) => changes !== 1)).toEqual([]);
    const numbers = new Map(stored.map((ticket) => [ticket.subject, ticket.number]));
    expect(new Set(numbers.values()).size).toBe(keys);
    const misnumbered = [...answers].filter(
      ([key, [body = '']]) => !body.includes(`"number":"${numbers.get(subject(key))}"`),
    );
    expect(misnumbered).toEqual([]);

    // the answers of before the kills and of after them are the answers still, whatever the tickets are by now
    await admin.query(`UPDATE ticket SET version = 2, subject = '改过' WHERE subject LIKE '五遍 %'`);
    for (let key = 0; key < keys; key += 10)
      expect([await sendCreate(await product, key)]).toEqual([...(answers.get(key) ?? [])]);
  } finally {
    await admin.end();
  }
}, 300_000);
