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
let servers: StartedProduct[] = [];

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
  await admin.query(`UPDATE ticket_timer SET claimed_until = 'infinity'`);
  await admin.query(witness);
  await admin.query(gateOfClaims);
}, 120_000);
afterAll(async () => {
  await Promise.all(servers.map((server) => server.killServer()));
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

/** Every claim waits here once it has seen what is due, as long as somebody holds the lock alone. */
const gate = 1;
const gateOfClaims = `
  CREATE FUNCTION wait_at_gate() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock_shared(${gate});
    RETURN NULL;
  END $$;
  CREATE TRIGGER gate BEFORE UPDATE OF claimed_until ON ticket_timer EXECUTE FUNCTION wait_at_gate()`;

/** Lets so many more timers be claimed, and all servers look at them at the same moment. */
async function release(timers: number): Promise<void> {
  await admin.query(`SELECT pg_advisory_lock(${gate})`);
  await admin.query(
    `UPDATE ticket_timer SET claimed_until = NULL
      WHERE id IN (SELECT id FROM ticket_timer WHERE claimed_until = 'infinity' ORDER BY at LIMIT $1)`,
    [timers],
  );
  while (
    (await count(`pg_locks WHERE locktype = 'advisory' AND NOT granted AND objid = ${gate}`)) < servers.length
  )
    await pause(25);
  await admin.query(`SELECT pg_advisory_unlock(${gate})`);
}

async function start(): Promise<StartedProduct> {
  const dataDir = path.join(runFolder(), `timers-${randomBytes(6).toString('hex')}`);
  await mkdir(dataDir, { recursive: true });
  return startProduct(dataDir, {
    DEMO: '0',
    DATABASE_URL: cluster.serverUrl,
    DATABASE_OWNER_URL: cluster.ownerUrl,
  });
}

it('F1 2,000 timers and two servers of which one or the other is killed ten times: none is lost, none fires twice', async () => {
  const timers = await count('ticket_timer');
  expect([timers >= atLeast, await fired()]).toEqual([true, 0]);
  servers = await Promise.all([start(), start()]);
  const share = Math.ceil(timers / (kills + 1));
  const killedAt: number[] = [];
  for (let kill = 1; kill <= kills; kill += 1) {
    const before = await fired();
    await release(share);
    while ((await fired()) < before + share / 4) await pause(25);
    // the one that has run for longer; the other goes on alone meanwhile
    await servers.shift()?.killServer();
    killedAt.push(await fired());
    if (kill < kills) servers.push(await start());
  }
  await release(timers);
  while ((await fired()) < timers) await pause(50);
  await pause(1_000);

  // each kill came while there was work left, also of what could be claimed
  expect(Math.max(...killedAt)).toBeLessThan(timers);
  expect(killedAt.filter((done, index) => done >= share * (index + 1))).toEqual([]);
  expect(await count('ticket_timer')).toBe(timers);
  expect(await count(`witness WHERE what = 'fired'`)).toBe(timers);
  expect(await count(`(SELECT DISTINCT subject FROM witness WHERE what = 'fired') AS each`)).toBe(timers);
  const told = await count('notification');
  expect(told).toBeGreaterThanOrEqual(timers);
  expect(await count(`witness WHERE what = 'told'`)).toBe(told);
  expect(await count(`change WHERE topic = 'notification'`)).toBe(told);
}, 120_000);
