import type { Fact } from '@aftercare/policy-engine';
import { stepsFrom, ticketCircumstances } from '@aftercare/policy-engine';
import { templates } from '@aftercare/rulebooks';
import path from 'node:path';
import pino from 'pino';
import { Client } from 'pg';
import type { House } from '../house';
import { buildHouse } from '../house';
import type { TestDatabase } from '../testing/database';
import { freshDatabase } from '../testing/database';
import { runFolder } from '../testing/run-folder';
import { rolesOf } from './demo-house';
import { houses } from './houses';
import { loadDemo } from './load-demo';

/** A Tuesday morning in Shanghai. */
const loadedAt = new Date('2026-06-02T01:20:00.000Z');
const log = pino({ level: 'silent' });

const load = (database: TestDatabase, now = loadedAt): Promise<void> =>
  loadDemo({
    databaseUrl: database.serverUrl,
    filesDir: path.join(runFolder(), 'demo-files'),
    password: 'aftercare-demo',
    now,
    log,
    say: console.log,
  });

async function inspect<Row>(database: TestDatabase, text: string, values: unknown[] = []): Promise<Row[]> {
  const admin = new Client(database.adminUrl);
  await admin.connect();
  try {
    return (await admin.query(text, values)).rows as Row[];
  } finally {
    await admin.end();
  }
}

describe('the demo', () => {
  let database: TestDatabase;
  let house: House;
  const failures: unknown[] = [];

  beforeAll(async () => {
    database = await freshDatabase();
    await load(database);
    const errors = pino({ level: 'error' }, { write: (line: string) => void failures.push(line) });
    house = buildHouse(
      {
        databaseUrl: database.serverUrl,
        secret: 'a secret of the demo, long enough for one',
        filesDir: path.join(runFolder(), 'demo-files'),
        log: errors,
      },
      { now: () => loadedAt },
    );
    await house.source.initialize();
  });

  afterAll(async () => {
    await house?.source.destroy();
    await house?.machinePool.end();
    await database?.drop();
  });

  it('loads', async () => {
    console.log(
      await inspect(
        database,
        `SELECT t.slug, k.state, count(*)::int FROM ticket k JOIN tenant t ON t.id = k.tenant_id GROUP BY 1,2 ORDER BY 1,2`,
      ),
    );
    console.log(
      await inspect(
        database,
        `SELECT t.slug, k.kind, k.state, count(*)::int FROM ticket_clock k JOIN tenant t ON t.id = k.tenant_id GROUP BY 1,2,3 ORDER BY 1,2,3`,
      ),
    );
    expect(await house.timers.fireDue()).toBe(0);
  });
});
