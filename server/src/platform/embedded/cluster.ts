// A PostgreSQL cluster on disk: its settings, and starting and stopping the server that serves it.
import { chown, open, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Account } from './account';
import { commandLine, isAlive } from './processes';
import { run } from './run';
import { StartError } from '../start-error';

export interface Cluster {
  readonly folder: string;
  readonly binaries: string;
  readonly account: Account;
}

const host = '127.0.0.1';
const logName = 'server.log';

const MiB = 1024 * 1024;

/** In MiB: an eighth of the memory that we may have, as we share it; taken only as tables fill it. */
function sharedBuffers(): number {
  const granted = process.constrainedMemory() || Infinity;
  const eighth = Math.floor(Math.min(totalmem(), granted) / 8 / MiB);
  return Math.min(1024, Math.max(128, eighth));
}

const settings = (port: number, durable: boolean): string =>
  [
    `listen_addresses = '${host}'`,
    `port = ${port}`,
    `unix_socket_directories = ''`,
    `max_connections = 60`,
    `shared_buffers = ${sharedBuffers()}MB`,
    `password_encryption = 'scram-sha-256'`,
    `timezone = 'UTC'`,
    `log_timezone = 'UTC'`,
    `lc_messages = 'C'`,
    `log_line_prefix = '%m [%p] %q%u@%d '`,
    // a killed server still loses nothing without these, a machine without power would
    ...(durable ? [] : [`fsync = off`, `full_page_writes = off`]),
    '',
  ].join('\n');

const access = `host all all ${host}/32 scram-sha-256\n`;

/** Written whole at every start, so that a new release of the product brings its own settings. */
async function writeSettings(cluster: Cluster, port: number, durable: boolean): Promise<void> {
  const files = { 'postgresql.conf': settings(port, durable), 'pg_hba.conf': access };
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(cluster.folder, name);
    await writeFile(file, text, { mode: 0o600 });
    if (cluster.account) await chown(file, cluster.account.uid, cluster.account.gid);
  }
}

/** The lock file of a cluster, as PostgreSQL documents it in storage-file-layout. */
interface LockFile {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

const lockFileOf = (cluster: Cluster): string => path.join(cluster.folder, 'postmaster.pid');

/** The server that a killed run left serving this cluster, if one still lives. */
async function leftOver(cluster: Cluster): Promise<LockFile | undefined> {
  const text = await readFile(lockFileOf(cluster), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return undefined;
  const command = await commandLine(pid);
  if (command.includes('postgres') && command.includes(lines[1] ?? cluster.folder)) {
    return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
  }
  // Another program got the number, or nobody collected the dead server. PostgreSQL would take it for alive;
  // the rest of the file must stay, it lets PostgreSQL see whether old sessions still hold the memory.
  await writeFile(lockFileOf(cluster), ['2147483647', ...lines.slice(1)].join('\n'));
  return undefined;
}

async function serves(cluster: Cluster, durable: boolean): Promise<number | undefined> {
  const old = await leftOver(cluster);
  if (!old) return undefined;
  const current = await readFile(path.join(cluster.folder, 'postgresql.conf'), 'utf8').catch(() => '');
  const sameProgram = (await commandLine(old.pid)).startsWith(path.join(cluster.binaries, 'postgres'));
  return old.ready && sameProgram && current === settings(old.port, durable) ? old.port : undefined;
}

export function freePort(wanted = 0): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.on('error', () => resolve(undefined));
    probe.listen(wanted, host, () => {
      const address = probe.address();
      probe.close(() => resolve(address && typeof address === 'object' ? address.port : undefined));
    });
  });
}

/** The port of the last run, which tools may have noted, while nobody else uses it. */
async function choosePort(cluster: Cluster): Promise<number> {
  const last = /^port = (\d+)$/m.exec(
    await readFile(path.join(cluster.folder, 'postgresql.conf'), 'utf8').catch(() => ''),
  );
  const port = (last && (await freePort(Number(last[1])))) || (await freePort());
  if (!port)
    throw new StartError(`No port is free on ${host} for the embedded PostgreSQL. Close some programs.`);
  return port;
}

async function logFrom(cluster: Cluster, offset: number): Promise<string> {
  const file = await open(path.join(cluster.folder, logName)).catch(() => undefined);
  if (!file) return '';
  try {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.max(0, size - offset)), 0, null, offset);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The log of earlier runs is kept until it is 4 MiB long, then once more under another name. */
async function logOffset(cluster: Cluster): Promise<number> {
  const file = path.join(cluster.folder, logName);
  const size = (await stat(file).catch(() => undefined))?.size ?? 0;
  if (size < 4 * 1024 * 1024) return size;
  await rename(file, `${file}.old`);
  return 0;
}

/**
 * Starts the server and waits until it answers, through crash recovery if need be. A server that a killed run
 * left behind is kept when it serves with the same program and settings, otherwise stopped first.
 * @returns the port on 127.0.0.1
 * @throws StartError with the last words of the server's log
 */
export async function startServer(
  cluster: Cluster,
  options: { port?: number | undefined; durable: boolean; say: (line: string) => void },
): Promise<number> {
  const kept = await serves(cluster, options.durable);
  if (kept && (!options.port || options.port === kept)) {
    options.say('found PostgreSQL still running from the last run and goes on with it');
    return kept;
  }
  await stopServer(cluster);

  const waiting = setTimeout(
    () => options.say('PostgreSQL is recovering what the last run left; waiting'),
    3000,
  );
  try {
    for (let attempt = 1; ; attempt++) {
      const port = options.port ?? (await choosePort(cluster));
      await writeSettings(cluster, port, options.durable);
      const offset = await logOffset(cluster);
      const { code } = await run(
        path.join(cluster.binaries, 'pg_ctl'),
        ['start', '-w', '-t', '3600', '-s', '-D', cluster.folder, '-l', path.join(cluster.folder, logName)],
        cluster.account,
      );
      if (code === 0) return port;
      const said = await logFrom(cluster, offset);
      // sessions of a killed server end by themselves within moments
      const passing = /could not bind|pre-existing shared memory block/.test(said);
      if (!passing || attempt === 40) {
        const reason = /(?:FATAL|PANIC): +(.*)/.exec(said)?.[1] ?? said.trim().split('\n').at(-1);
        throw new StartError(
          `PostgreSQL did not start: ${reason || 'it gave no reason'}. Its log is ${path.join(cluster.folder, logName)}.`,
        );
      }
      await sleep(500);
    }
  } finally {
    clearTimeout(waiting);
  }
}

/** Ends the server and its sessions without losing what was committed; does nothing when none runs. */
export async function stopServer(cluster: Cluster): Promise<void> {
  if (!(await leftOver(cluster))) return;
  const stop = (mode: string, seconds: string): ReturnType<typeof run> =>
    run(
      path.join(cluster.binaries, 'pg_ctl'),
      ['stop', '-w', '-s', '-D', cluster.folder, '-m', mode, '-t', seconds],
      cluster.account,
    );
  if ((await stop('fast', '60')).code === 0) return;
  const { code, output } = await stop('immediate', '20');
  if (code !== 0 && (await leftOver(cluster))) {
    throw new StartError(`PostgreSQL on ${cluster.folder} could not be stopped: ${output}`);
  }
}
