import { Client } from 'pg';
import type { Pool } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestDatabase } from '../../testing/database';
import { freshDatabase } from '../../testing/database';
import { createMachinePool, MachineDb } from '../database';
import type { JobHandler } from './jobs';
import { Jobs } from './jobs';

const queue = 'ticket-export';

let database: TestDatabase;
let server: Client;
const open: Array<{ jobs: Jobs; pool: Pool }> = [];
beforeAll(async () => {
  database = await freshDatabase();
  server = new Client(database.serverUrl);
  await server.connect();
});
afterEach(async () => {
  for (const { jobs, pool } of open.splice(0)) {
    await jobs.stop();
    await pool.end();
  }
});
afterAll(async () => {
  await server.end();
  await database.drop();
});

/** A process that works, with a lease of one second. */
async function worker(handler: JobHandler, failures: Error[] = []) {
  const pool = createMachinePool(database.serverUrl);
  const jobs = new Jobs({
    machine: new MachineDb(pool, { statements: 0 }),
    onFailure: (error) => failures.push(error),
    leaseSeconds: 1,
    pollMs: 50,
  });
  jobs.handle(queue, handler);
  await jobs.start();
  return { jobs, pool };
}
async function kept(handler: JobHandler, failures: Error[] = []) {
  const started = await worker(handler, failures);
  open.push(started);
  return started.jobs;
}

async function until(condition: () => boolean, withinMs = 20_000): Promise<void> {
  for (const end = Date.now() + withinMs; !condition();) {
    if (Date.now() > end) throw new Error('It did not happen in time.');
    await sleep(20);
  }
}

const transaction = {
  query: async (text: string, values: unknown[]) => (await server.query(text, values)).rows as unknown,
};

describe('a job', () => {
  it('is done once its transaction is committed, and never when it is not', async () => {
    const done: object[] = [];
    const jobs = await kept(async (data) => void done.push(data));
    await server.query('BEGIN');
    await jobs.queue(transaction, queue, { n: 1 });
    await server.query('ROLLBACK');
    await server.query('BEGIN');
    await jobs.queue(transaction, queue, { n: 2 });
    await sleep(200);
    expect(done).toEqual([]);
    await server.query('COMMIT');
    jobs.wake();
    await until(() => done.length > 0);
    await sleep(200);
    expect(done).toEqual([{ n: 2 }]);
  });

  it('is tried again when it fails', async () => {
    const failures: Error[] = [];
    let tries = 0;
    const jobs = await kept(async () => {
      tries += 1;
      if (tries === 1) throw new Error('not yet');
    }, failures);
    await jobs.queue(transaction, queue, {});
    await until(() => tries === 2);
    expect(failures.map(({ message }) => message)).toEqual(['not yet']);
  });

  it('of one worker is not given to another, however long it takes', async () => {
    let runs = 0;
    const slow: JobHandler = async () => {
      runs += 1;
      await sleep(3_000);
    };
    const jobs = await kept(slow);
    await kept(slow);
    await jobs.queue(transaction, queue, {});
    await until(() => runs === 1);
    await sleep(2_600);
    expect(runs).toBe(1);
  });

  it('of a killed worker is taken up by another', async () => {
    const taken: string[] = [];
    let bury = (): void => undefined;
    // a killed process says nothing more: its connections are gone, and with them the sign of life
    const { jobs, pool } = await worker(async () => {
      taken.push('killed');
      await pool.end();
      await new Promise<void>((resolve) => (bury = resolve));
    });
    await jobs.queue(transaction, queue, {});
    await until(() => taken.length === 1);
    await kept(async () => void taken.push('other'));
    await until(() => taken.length === 2);
    bury();
    await jobs.stop();
    expect(taken).toEqual(['killed', 'other']);
  });

  it('that is cut short by an orderly stop is tried again', async () => {
    const seen: string[] = [];
    const first = await worker(async (_data, stopping) => {
      seen.push('first');
      await new Promise((_resolve, reject) =>
        stopping.addEventListener('abort', () => reject(new Error('stopped'))),
      );
    });
    await first.jobs.queue(transaction, queue, {});
    await until(() => seen.length === 1);
    await first.jobs.stop();
    await first.pool.end();
    await kept(async () => void seen.push('second'));
    await until(() => seen.length === 2);
  });
});

describe('the role of requests', () => {
  it('adds jobs, and can neither read nor change what waits', async () => {
    for (const statement of [
      'SELECT data FROM pgboss.job',
      `UPDATE pgboss.job SET data = '{}'`,
      'DELETE FROM pgboss.job',
      'SELECT * FROM pgboss.archive',
      'UPDATE pgboss.queue SET retry_limit = 0',
      'CREATE TABLE pgboss.mine (n int)',
    ]) {
      await expect(server.query(statement)).rejects.toThrow(/permission denied/);
    }
  });
});
