import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { runFolder } from '../../testing/run-folder';
import { startEmbeddedPostgres, stopEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres';

async function ask<T>(url: string, statement: string): Promise<T[]> {
  const client = new Client(url);
  await client.connect();
  try {
    return (await client.query(statement)).rows as T[];
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  let dataDir: string;
  let said: string[];
  const lockFile = (): string => path.join(dataDir, 'postgres', 'postmaster.pid');
  const pid = async (): Promise<number> => parseInt(await readFile(lockFile(), 'utf8'));
  const start = (): Promise<EmbeddedPostgres> => {
    said = [];
    return startEmbeddedPostgres({ dataDir, durable: false, say: (line) => said.push(line) });
  };

  beforeAll(async () => {
    // a run killed while it made the cluster
    dataDir = await mkdtemp(path.join(runFolder(), 'embedded-'));
    await chmod(dataDir, 0o711);
    await mkdir(path.join(dataDir, 'postgres.new-killed'));
    await writeFile(path.join(dataDir, 'postgres.new-killed', 'PG_VERSION'), '18\n');
    await ask((await start()).ownerUrl, 'CREATE TABLE fact AS SELECT 1 AS n');
  }, 20_000);
  afterAll(() => stopEmbeddedPostgres(dataDir));

  it('is made anew after a start that was killed half-way, and nothing of that is left', async () => {
    expect(await readdir(dataDir)).toEqual(['postgres', 'postgres.json']);
  });

  it('is PostgreSQL 18 with Unicode text that needs no locale of the system', async () => {
    const { serverUrl } = await start();
    const [row] = await ask<{ version: string; upper: string; cjk: number }>(
      serverUrl,
      `SELECT current_setting('server_version') AS version, upper('é') AS upper, length('水泵𬭳') AS cjk`,
    );
    expect(row).toEqual({ version: expect.stringMatching(/^18\./) as string, upper: 'É', cjk: 3 });
  });

  it('gives the server a role that owns nothing, bypasses nothing, and acts as the machine only when it says so', async () => {
    const { serverUrl, ownerUrl } = await start();
    const rights = `SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb AS mighty FROM pg_roles WHERE rolname = current_user`;
    expect(await ask(serverUrl, rights)).toEqual([{ mighty: false }]);
    expect(await ask(ownerUrl, rights)).toEqual([{ mighty: false }]);
    const machine = `SELECT pg_has_role('aftercare_machine', 'USAGE') AS always, pg_has_role('aftercare_machine', 'SET') AS said`;
    expect(await ask(serverUrl, machine)).toEqual([{ always: false, said: true }]);
    await expect(ask(serverUrl, 'CREATE TABLE mine ()')).rejects.toThrow('permission denied');
  });

  it('asks for a password, which nobody else can read', async () => {
    const { serverUrl } = await start();
    const guess = new URL(serverUrl);
    guess.password = 'guess';
    await expect(ask(guess.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
    expect((await stat(path.join(dataDir, 'postgres.json'))).mode & 0o777).toBe(0o600);
    expect((await stat(path.join(dataDir, 'postgres'))).mode & 0o777).toBe(0o700);
  });

  it('that a killed run left running is used again', async () => {
    const before = [await pid(), (await start()).serverUrl];
    expect([await pid(), (await start()).serverUrl]).toEqual(before);
    expect(said).toEqual([expect.stringContaining('still running')]);
  });

  it('recovers after kill -9 with everything that was committed, at the same address', async () => {
    const { ownerUrl } = await start();
    await ask(ownerUrl, 'UPDATE fact SET n = n + 1');
    process.kill(await pid(), 'SIGKILL');
    const again = await start();
    expect(again.ownerUrl).toBe(ownerUrl);
    expect(await ask(again.ownerUrl, 'SELECT n FROM fact')).toEqual([{ n: 2 }]);
  });

  it('starts although another program got the number in its lock file, and leaves that program alone', async () => {
    process.kill(await pid(), 'SIGKILL');
    const { uid, gid } = await stat(path.join(dataDir, 'postgres'));
    const bystander = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)'], { uid, gid, cwd: '/' });
    await once(bystander, 'spawn');
    const [, ...rest] = (await readFile(lockFile(), 'utf8')).split('\n');
    await writeFile(lockFile(), [bystander.pid, ...rest].join('\n'));
    await ask((await start()).serverUrl, 'SELECT 1');
    expect(await pid()).not.toBe(bystander.pid);
    expect(bystander.exitCode ?? bystander.signalCode).toBeNull();
    bystander.kill();
  });

  it('makes new passwords when the file with them is lost', async () => {
    const { serverUrl } = await start();
    await rm(path.join(dataDir, 'postgres.json'));
    const again = await start();
    expect(again.serverUrl).not.toBe(serverUrl);
    expect(await ask(again.ownerUrl, 'SELECT n FROM fact')).toEqual([{ n: 2 }]);
  });

  it('leaves nothing running when it stops', async () => {
    const running = await start();
    await running.stop();
    await running.stop();
    await expect(ask(running.serverUrl, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
    await expect(stat(lockFile())).rejects.toThrow('ENOENT');
  });

  it('says why it does not start', async () => {
    const version = path.join(dataDir, 'postgres', 'PG_VERSION');
    await writeFile(version, '17\n');
    await expect(start()).rejects.toThrow(
      /PostgreSQL did not start: database files are incompatible.*Its log is/,
    );
    await writeFile(version, '18\n');
  });
});
