import type { Pool } from 'pg';
import { Client } from 'pg';
import type { TestDatabase } from '../../testing/database';
import { freshDatabase } from '../../testing/database';
import { newId } from '../graphql';
import { createDataSource } from './data-source';
import { OneSync } from './one-sync';
import type { Scope } from './tenant-db';
import { TenantDb } from './tenant-db';

let database: TestDatabase;
let admin: Client;
/** One connection, so that each statement follows on the one before. */
let source: ReturnType<typeof createDataSource>;
let pool: Pool;
const meter = { statements: 0 };
let commits = 0;

beforeAll(async () => {
  database = await freshDatabase();
  admin = new Client(database.adminUrl);
  await admin.connect();
  await admin.query('CREATE TABLE scratch (n int PRIMARY KEY); GRANT ALL ON scratch TO aftercare_server');
  source = createDataSource(database.serverUrl, [], 1);
  await source.initialize();
  pool = (source.driver as unknown as { master: Pool }).master;
});
afterAll(async () => {
  await source.destroy();
  await admin.end();
  await database.drop();
});

const scope: Scope = {
  tenantId: newId(new Date()),
  actorKind: 'dealer',
  actorId: 'a0000000-0000-7000-8000-000000000001',
  partyId: newId(new Date()),
  seesContacts: true,
  now: new Date('2026-06-02T01:00:00Z'),
};
const db = () => new TenantDb(source, scope, meter, () => (commits += 1));
const settings = `SELECT nullif(current_setting('app.tenant_id', true), '') AS tenant, nullif(current_setting('app.party_id', true), '') AS party,
  nullif(current_setting('app.actor_kind', true), '') AS kind, nullif(current_setting('app.contacts', true), '') AS contacts`;
const unset = { tenant: null, party: null, kind: null, contacts: null };
const scratch = async () =>
  (await admin.query<{ n: number }>('SELECT n FROM scratch ORDER BY n')).rows.map(({ n }) => n);

describe('settings of one statement', () => {
  it('are there for it, and gone for the next on the same connection', async () => {
    expect(await db().query(settings)).toEqual([
      { tenant: scope.tenantId, party: scope.partyId, kind: 'dealer', contacts: 'clear' },
    ]);
    expect((await pool.query(settings)).rows).toEqual([unset]);
  });

  it('are gone after an error, in the statement and on the way to it', async () => {
    await expect(db().query('SELECT 1 / 0')).rejects.toMatchObject({ code: '22012' });
    expect((await pool.query(settings)).rows).toEqual([unset]);
    await expect(db().query('this is no SQL')).rejects.toMatchObject({ code: '42601' });
    expect((await pool.query(settings)).rows).toEqual([unset]);
    await expect(db().query('SELECT $1::int', ['no number'])).rejects.toMatchObject({ code: '22P02' });
    expect((await pool.query(settings)).rows).toEqual([unset]);
  });

  it('are gone after a transaction, kept or taken back', async () => {
    await db().write((manager) => manager.query(settings));
    expect((await pool.query(settings)).rows).toEqual([unset]);
    await expect(db().write(() => Promise.reject(new Error('changed its mind')))).rejects.toThrow(
      'changed its mind',
    );
    expect((await pool.query(settings)).rows).toEqual([unset]);
  });
});

describe('what fails', () => {
  it('leaves no trace: a statement, or several of a transaction', async () => {
    await expect(
      db().query('WITH one AS (INSERT INTO scratch VALUES (1) RETURNING n) SELECT n / 0 FROM one'),
    ).rejects.toThrow('division by zero');
    await expect(
      db().write(async (manager) => {
        await manager.query('INSERT INTO scratch VALUES (2)');
        await manager.query('INSERT INTO scratch VALUES (2)');
      }),
    ).rejects.toThrow('duplicate key');
    expect(await scratch()).toEqual([]);
  });

  it('undoes the statements before it under the same Sync', async () => {
    const client = await pool.connect();
    const failing = client.query(
      new OneSync([{ text: 'INSERT INTO scratch VALUES (3)' }, { text: 'SELECT 1 / 0' }]),
    );
    await expect(failing.results).rejects.toThrow('division by zero');
    expect(await scratch()).toEqual([]);
    await client.query(new OneSync([{ text: 'INSERT INTO scratch VALUES (3)' }, { text: 'SELECT 1' }]))
      .results;
    client.release();
    expect(await scratch()).toEqual([3]);
  });

  it('does not wake the readers of the change log, and a commit does', async () => {
    const before = commits;
    await expect(db().change('SELECT 1 / 0')).rejects.toThrow('division by zero');
    expect(commits).toBe(before);
    await db().change('SELECT 1');
    expect(commits).toBe(before + 1);
  });

  it('a connection that the database ends is replaced, and the one who waits is told UNAVAILABLE', async () => {
    const waiting = db().query('SELECT pg_sleep(5)');
    const refused = expect(waiting).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    let ended = 0;
    while (ended === 0) {
      const { rowCount } = await admin.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%' AND datname = current_database()`,
      );
      ended = rowCount ?? 0;
    }
    await refused;
    expect(await db().query('SELECT 1 AS n')).toEqual([{ n: 1 }]);
  });

  it('a connection that is lost while it is held does not end the process', async () => {
    const connect = jest.spyOn(pool, 'connect');
    await db().query('SELECT 1');
    const client = (await connect.mock.results[0]?.value) as Client;
    connect.mockRestore();
    const query = jest.spyOn(client, 'query').mockImplementation(((submitted: OneSync) => {
      client.emit('error', new Error('Connection terminated unexpectedly'));
      submitted.handleReadyForQuery();
      return submitted;
    }) as unknown as typeof client.query);
    expect(await db().query('SELECT 1')).toEqual([]);
    query.mockRestore();
    // and it is not used again
    expect(await db().query('SELECT 2 AS n')).toEqual([{ n: 2 }]);
    expect(pool.totalCount).toBe(1);
    await expect(client.query('SELECT 1')).rejects.toThrow();
  });
});

describe('values', () => {
  it('go and come back as pg itself gives them', async () => {
    const text = `SELECT $1::timestamptz AS at, $2::jsonb AS json, $3::bigint AS big, $4::text AS nothing, $5::text[] AS words,
      $6::int[] AS numbers, $7::boolean AS yes, $8::uuid AS id, $9::text AS quoted, $10::numeric AS exact, $11::date AS day, 'infinity'::timestamptz AS never`;
    const values = [
      new Date('2026-06-02T01:00:00.123Z'),
      { 铁鼹: [1, null, { deep: true }] },
      '9007199254740993',
      null,
      ['甲', 'b,c', '"quoted"', ''],
      [1, 2, 3],
      true,
      scope.tenantId,
      `it's \\ "so"\n`,
      '1.10',
      '2026-06-02',
    ];
    const [row] = await db().query(text, values);
    expect(row).toEqual((await admin.query(text, values)).rows[0]);
    expect(row).toMatchObject({
      at: values[0],
      json: values[1],
      big: values[2],
      nothing: null,
      words: values[4],
      never: Infinity,
    });
  });

  it('that cannot be sent are refused, and the connection goes on', async () => {
    const circular: Record<string, unknown> = {};
    circular['self'] = circular;
    await expect(db().query('SELECT $1::jsonb', [circular])).rejects.toThrow('circular');
    expect(await db().query('SELECT 1 AS n')).toEqual([{ n: 1 }]);
  });

  it('many rows arrive in order and once', async () => {
    const rows = await db().query<{ n: number }>('SELECT n::int FROM generate_series(1, 20000) AS n');
    expect(rows.map(({ n }) => n)).toEqual(Array.from({ length: 20_000 }, (_, index) => index + 1));
  });
});

describe('a text that comes again', () => {
  const prepared = async () =>
    (await pool.query<{ statement: string }>('SELECT statement FROM pg_prepared_statements')).rows.map(
      ({ statement }) => statement,
    );

  it('is prepared once, and answers as before', async () => {
    const text = 'SELECT $1::text AS said, $2::timestamptz AS at';
    const values = (n: number) => [`第 ${n} 次`, new Date(`2026-06-0${n}T01:00:00Z`)];
    for (const n of [1, 2, 3, 4]) {
      const [said, at] = values(n);
      expect(await db().query(text, values(n))).toEqual([{ said, at }]);
    }
    expect((await prepared()).filter((statement) => statement === text)).toHaveLength(1);
  });

  it('may fail, the first time and later, and works again', async () => {
    const divide = (by: number) => db().query('SELECT 6 / $1::int AS n', [by]);
    for (const by of [0, 0, 2, 3, 0, 1]) {
      if (by === 0) await expect(divide(by)).rejects.toThrow('division by zero');
      else expect(await divide(by)).toEqual([{ n: 6 / by }]);
    }
    await expect(db().query('SELECT nothing FROM scratch')).rejects.toMatchObject({ code: '42703' });
    await expect(db().query('SELECT nothing FROM scratch')).rejects.toMatchObject({ code: '42703' });
  });

  it('twice under one Sync is prepared once', async () => {
    const client = await pool.connect();
    const statement = { text: 'SELECT 7 AS n' };
    for (let time = 0; time < 3; time += 1) {
      const { results } = client.query(new OneSync([statement, statement]));
      expect(await results).toEqual([[{ n: 7 }], [{ n: 7 }]]);
    }
    client.release();
    expect((await prepared()).filter((text) => text === statement.text)).toHaveLength(1);
  });

  it('makes room for others: a connection keeps a hundred at the most', async () => {
    for (let time = 0; time < 3; time += 1) {
      for (let n = 0; n < 130; n += 1) expect(await db().query(`SELECT ${n} AS n`)).toEqual([{ n }]);
    }
    expect((await prepared()).length).toBeLessThanOrEqual(100);
  });

  it('answers what the table has become, and what the database forgot', async () => {
    const all = () => db().query('SELECT * FROM scratch');
    await admin.query('DELETE FROM scratch; INSERT INTO scratch VALUES (1)');
    for (let time = 0; time < 3; time += 1) expect(await all()).toEqual([{ n: 1 }]);
    await admin.query(`ALTER TABLE scratch ADD COLUMN word text DEFAULT '新'`);
    expect(await all()).toEqual([{ n: 1, word: '新' }]);
    await pool.query('DEALLOCATE ALL');
    expect(await all()).toEqual([{ n: 1, word: '新' }]);
  });
});
