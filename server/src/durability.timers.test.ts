import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { OwnCluster } from './testing/database';
import { ownCluster } from './testing/database';
import { runFolder } from './testing/run-folder';
import type { StartedProduct } from './testing/started-product';
import { startProduct } from './testing/started-product';
import type { StoryHouse } from './testing/story';
import { openHouse } from './testing/story';

const atLeast = 2_000;
const kills = 10;

let cluster: OwnCluster;
let admin: Client;
let server: StartedProduct | undefined;

const count = async (what: string): Promise<number> => {
  const { rows } = await admin.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${what}`);
  return (rows[0] as { n: number }).n;
};
const fired = () => count('ticket_timer WHERE fired_at IS NOT NULL');

beforeAll(async () => {
  cluster = await ownCluster();
  admin = new Client(cluster.adminUrl);
  await admin.connect();
  // the story is told by a clock of June 2026; to a server of today all of it is overdue
  const house: StoryHouse = await openHouse({ database: cluster });
  try {
    await house.file(await house.as('dealer1@ironmole'), 'EBZ160-2266');
  } finally {
    await house.close();
  }
  await copyTicket(Math.ceil(atLeast / (await count('ticket_timer'))));
  await admin.query(
    `UPDATE ticket SET owner_id = (SELECT id FROM membership m WHERE m.tenant_id = ticket.tenant_id AND 'engineer' = ANY (m.roles) LIMIT 1)`,
  );
  await admin.query(witness);
}, 120_000);
afterAll(async () => {
  await server?.killServer();
  await admin.end();
  await cluster.drop();
});

/** As many copies of the one ticket, with all that hangs below it. */
async function copyTicket(copies: number): Promise<void> {
  await admin.query('SET session_replication_role = replica');
  for (const table of ['ticket', 'ticket_fact', 'ticket_clock', 'ticket_timer']) {
    const { rows } = await admin.query<{ name: string; copied: string }>(
      `SELECT attname AS name, CASE WHEN attname IN ('id', 'ticket_id') THEN format('md5(%I::text || n)::uuid', attname)
                WHEN attname = 'number' THEN 'number || n' ELSE quote_ident(attname) END AS copied
         FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped
          AND attgenerated = '' AND attidentity = ''`,
      [table],
    );
    const [names, copied] = [rows.map(({ name }) => name), rows.map((column) => column.copied)];
    await admin.query(
      `INSERT INTO ${table} (${names.join(', ')}) SELECT ${copied.join(', ')} FROM ${table}, generate_series(1, $1::int) AS n`,
      [copies],
    );
  }
  await admin.query('SET session_replication_role = DEFAULT');
}

/** Notes each firing and each attempt to tell somebody, also one that a unique key would swallow. */
const witness = `
  CREATE TABLE witness (what text, subject text);
  CREATE FUNCTION witness_firing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
  BEGIN
    INSERT INTO witness VALUES ('fired', NEW.id);
    RETURN NULL;
  END $$;
  CREATE FUNCTION witness_telling() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
  BEGIN
    INSERT INTO witness VALUES ('told', NEW.ticket_id || ' ' || NEW.source || ' ' || NEW.member_id);
    RETURN NEW;
  END $$;
  CREATE TRIGGER witness AFTER UPDATE OF fired_at ON ticket_timer FOR EACH ROW
    WHEN (NEW.fired_at IS NOT NULL) EXECUTE FUNCTION witness_firing();
  CREATE TRIGGER witness BEFORE INSERT ON notification FOR EACH ROW EXECUTE FUNCTION witness_telling()`;

async function start(): Promise<StartedProduct> {
  const dataDir = path.join(runFolder(), `timers-${randomBytes(6).toString('hex')}`);
  await mkdir(dataDir, { recursive: true });
  return startProduct(dataDir, {
    DEMO: '0',
    DATABASE_URL: cluster.serverUrl,
    DATABASE_OWNER_URL: cluster.ownerUrl,
  });
}

it('F1 2,000 timers and a server that is killed ten times meanwhile: none is lost, none fires twice', async () => {
  const timers = await count('ticket_timer');
  expect([timers >= atLeast, await fired()]).toEqual([true, 0]);
  server = await start();
  const killedAt: number[] = [];
  for (let kill = 1; kill <= kills; kill += 1) {
    while ((await fired()) < (timers * kill) / (kills + 1)) await pause(25);
    await server.killServer();
    killedAt.push(await fired());
    server = await start();
  }
  while ((await fired()) < timers) await pause(50);
  await pause(1_000);

  // each kill came while there was work left
  expect(Math.max(...killedAt)).toBeLessThan(timers);
  expect(await count('ticket_timer')).toBe(timers);
  expect(await count(`witness WHERE what = 'fired'`)).toBe(timers);
  expect(await count(`(SELECT DISTINCT subject FROM witness WHERE what = 'fired') AS each`)).toBe(timers);
  const told = await count('notification');
  expect(told).toBeGreaterThanOrEqual(timers);
  expect(await count(`witness WHERE what = 'told'`)).toBe(told);
  expect(await count(`change WHERE topic = 'notification'`)).toBe(told);
}, 120_000);
