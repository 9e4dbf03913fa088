import { Client } from 'pg';
import { freshDatabase, ownCluster } from './database';

async function ask<T>(url: string, statement: string): Promise<T[]> {
  const client = new Client(url);
  await client.connect();
  try {
    return (await client.query(statement)).rows as T[];
  } finally {
    await client.end();
  }
}

describe('a fresh database', () => {
  it('is migrated, empty, and shares nothing with another', async () => {
    const [one, two] = await Promise.all([freshDatabase(), freshDatabase()]);
    await ask(one.ownerUrl, `CREATE TABLE only_here ()`);
    const tables = `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'`;
    const names = async (url: string): Promise<string[]> =>
      (await ask<{ relname: string }>(url, tables)).map(({ relname }) => relname);
    expect(await names(one.serverUrl)).toEqual(expect.arrayContaining(['tenant', 'only_here']));
    expect(await names(two.serverUrl)).not.toContain('only_here');
    expect(await ask(two.adminUrl, `SELECT 1 FROM tenant`)).toEqual([]);
    await Promise.all([one.drop(), two.drop()]);
  });
});

describe('a cluster of its own', () => {
  it('keeps what was committed when it is killed, also without the safety of a real disk', async () => {
    const cluster = await ownCluster();
    await ask(cluster.ownerUrl, `CREATE TABLE kept AS SELECT 1 AS n`);
    await cluster.kill();
    await expect(ask(cluster.ownerUrl, `SELECT 1`)).rejects.toThrow();
    await cluster.restart();
    expect(await ask(cluster.ownerUrl, `SELECT n FROM kept`)).toEqual([{ n: 1 }]);
    await cluster.drop();
  });
});
