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

let interrupted = 0;

/** As a good client does it: the same request with the same key, until there is an answer. */
async function persist(key: number): Promise<string> {
  for (;;) {
    try {
      return await sendCreate(await product, key);
    } catch {
      interrupted += 1;
      await pause(50);
    }
  }
}

async function killAndRestart(): Promise<void> {
  const running = await product;
  product = running.killServer().then(() => startProduct(dataDir));
  await product;
}

it('1,000 creates, each sent five times at once, with kill -9 of the server in the middle: 1,000 tickets, complete, and one answer each', async () => {
  const answers = new Map<number, Set<string>>();
  let killing: Promise<void> | undefined;
  const waiting = Array.from({ length: keys }, (_, key) => key);
  const lane = async () => {
    for (let key = waiting.shift(); key !== undefined; key = waiting.shift()) {
      const sent = key;
      answers.set(sent, new Set(await Promise.all(Array.from({ length: senders }, () => persist(sent)))));
      if (answers.size >= keys / 2) killing ??= killAndRestart();
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  await killing;
  expect(interrupted).toBeGreaterThan(0);

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
    expect(new Set(stored.map(({ clocks }) => clocks)).size).toBe(1);
    expect(stored[0]?.clocks).toMatch(/response/);
    expect(stored.filter(({ changes }) => changes !== 1)).toEqual([]);
    const numbers = new Map(stored.map((ticket) => [ticket.subject, ticket.number]));
    expect(new Set(numbers.values()).size).toBe(keys);
    const misnumbered = [...answers].filter(
      ([key, [body = '']]) => !body.includes(`"number":"${numbers.get(subject(key))}"`),
    );
    expect(misnumbered).toEqual([]);

    // the answers of before the kill and of after it are the answers still, whatever the tickets are by now
    await admin.query(`UPDATE ticket SET version = 2, subject = '改过' WHERE subject LIKE '五遍 %'`);
    for (let key = 0; key < keys; key += 10)
      expect([await sendCreate(await product, key)]).toEqual([...(answers.get(key) ?? [])]);
  } finally {
    await admin.end();
  }
}, 300_000);
