import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { OwnCluster } from '../../testing/database';
import { ownCluster } from '../../testing/database';
import { createMachinePool, MachineDb } from '../database';
import { newId } from '../graphql';
import type { Change } from './change';
import { ChangeReader } from './change-reader';
import { holdSubject } from './hold-subject';

const writers = 10;
const changesInAll = 5_000;
const subjects = Array.from({ length: 12 }, () => newId(new Date()));

let cluster: OwnCluster;
let tenantId: string;
beforeAll(async () => {
  cluster = await ownCluster();
  tenantId = newId(new Date());
  await withAdmin(async (admin) => {
    await admin.query(
      `INSERT INTO tenant (id, slug, name_zh, name_en, time_zone, accent_color, ticket_prefix, created_at)
       VALUES ($1, 'ironmole', '铁鼹', 'Ironmole', 'Asia/Shanghai', '#b4531a', 'TM', '2026-06-02T01:00:00Z')`,
      [tenantId],
    );
    // stands for the tickets that are locked before they change
    await admin.query('CREATE TABLE subject (id uuid PRIMARY KEY, version int NOT NULL)');
    await admin.query('INSERT INTO subject SELECT id, 0 FROM unnest($1::uuid[]) AS s (id)', [subjects]);
  });
});
afterAll(() => cluster.drop());

async function withAdmin<T>(work: (admin: Client) => Promise<T>): Promise<T> {
  const admin = new Client(cluster.adminUrl);
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

/** Changes one subject after another, at random pace; every fifth transaction is taken back. */
async function write(wanted: number, wake: () => void): Promise<void> {
  await withAdmin(async (admin) => {
    for (let written = 0; written < wanted;) {
      const size = Math.min(1 + Math.floor(Math.random() * 8), wanted - written);
      const subject = subjects[Math.floor(Math.random() * subjects.length)] as string;
      await admin.query('BEGIN');
      await holdSubject(admin, tenantId, subject);
      await admin.query('SELECT 1 FROM subject WHERE id = $1 FOR UPDATE', [subject]);
      await admin.query(
        `WITH next AS (UPDATE subject SET version = version + $2 WHERE id = $1 RETURNING version)
         INSERT INTO change (tenant_id, topic, kind, subject_id, version, audience, at)
         SELECT $3, 'ticket', 'updated', $1, next.version - $2 + n, 'public', '2026-06-02T01:00:00Z'
           FROM next, generate_series(1, $2::int) AS n`,
        [subject, size, tenantId],
      );
      await sleep(Math.random() * 6);
      const kept = Math.random() > 0.2;
      await admin.query(kept ? 'COMMIT' : 'ROLLBACK');
      if (kept) {
        written += size;
        wake();
      }
    }
  });
}

/** The reader that one would write first: it follows the sequence. Answers what it saw. */
async function followSequence(until: () => boolean): Promise<Set<string>> {
  return withAdmin(async (admin) => {
    const seen = new Set<string>();
    for (let cursor = '0', last = false; !last;) {
      last = until();
      const { rows } = await admin.query<{ seq: string }>(
        'SELECT seq FROM change WHERE seq > $1 ORDER BY seq',
        [cursor],
      );
      for (const { seq } of rows) seen.add((cursor = seq));
      await sleep(2);
    }
    return seen;
  });
}

describe('the change log under 10 writers with delays and rollbacks', () => {
  it('is read without a gap, in the order of each subject, nothing twice', async () => {
    const pool = createMachinePool(cluster.serverUrl);
    const failures: Error[] = [];
    const reader = new ChangeReader(new MachineDb(pool, { statements: 0 }), (error) => failures.push(error));
    const read: Change[] = [];
    reader.listen((changes) => void read.push(...changes));
    await reader.start();
    try {
      let done = false;
      const naive = followSequence(() => done);
      await Promise.all(
        Array.from({ length: writers }, () => write(changesInAll / writers, () => reader.wake())),
      );
      done = true;
      const seenByNaive = await naive;
      for (let waited = 0; read.length < changesInAll && waited < 5_000; waited += 20) await sleep(20);

      const stored = await withAdmin(
        async (admin) => (await admin.query<{ seq: string }>('SELECT seq FROM change')).rows,
      );
      expect(stored).toHaveLength(changesInAll);
      const seen = new Set(read.map(({ seq }) => seq));
      expect(stored.filter(({ seq }) => !seen.has(seq))).toEqual([]);
      expect(read).toHaveLength(changesInAll);
      for (const subject of subjects) {
        const versions = read.filter(({ subjectId }) => subjectId === subject).map(({ version }) => version);
        expect(versions).toEqual(versions.map((_, index) => index + 1));
      }
      expect(failures).toEqual([]);
      // the same run was hard enough: a reader of `seq > cursor` has passed over some
      expect(stored.filter(({ seq }) => !seenByNaive.has(seq)).length).toBeGreaterThan(0);
    } finally {
      await reader.stop();
      await pool.end();
    }
  }, 30_000);

  it('waits for an older transaction that is still open, and then delivers in order', async () => {
    const pool = createMachinePool(cluster.serverUrl);
    const reader = new ChangeReader(new MachineDb(pool, { statements: 0 }), () => undefined);
    const read: number[] = [];
    await reader.start();
    reader.listen((changes) => void read.push(...changes.map(({ version }) => version)));
    const insert = (version: number): [string, unknown[]] => [
      `INSERT INTO change (tenant_id, topic, kind, subject_id, version, audience, at) VALUES ($1, 'ticket', 'updated', $2, $3, 'public', now())`,
      [tenantId, newId(new Date()), version],
    ];
    try {
      await withAdmin(async (slow) => {
        await slow.query('BEGIN');
        await slow.query(...insert(1));
        await withAdmin((quick) => quick.query(...insert(2)));
        reader.wake();
        await sleep(150);
        expect(read).toEqual([]);
        await slow.query('COMMIT');
        await sleep(150);
        expect(read).toEqual([1, 2]);
      });
    } finally {
      await reader.stop();
      await pool.end();
    }
  });
});
