import { randomBytes } from 'node:crypto';
import { lstat, mkdir, readlink, realpath, stat, symlink } from 'node:fs/promises';
import path from 'node:path';
import { accountFor, canReach } from './account';
import { findBinaries, sharedFolder } from './binaries';
import { startServer, stopServer, type Cluster } from './cluster';
import { initialise, resetPasswords, sweep } from './initialise';
import { keepPasswords } from './secrets';

export interface EmbeddedOptions {
  /** Holds the cluster, its passwords and its log; must exist. */
  readonly dataDir: string;
  /** On 127.0.0.1; by default that of the last run, or any free one. */
  readonly port?: number;
  /** False gives up safety against power loss for speed: for tests. */
  readonly durable?: boolean;
  /** Receives a line for what takes time or may surprise. */
  readonly say?: (line: string) => void;
}

/** Connection addresses of the database `aftercare`, one per role, and how to end the server. */
export interface EmbeddedPostgres {
  readonly ownerUrl: string;
  readonly serverUrl: string;
  /** The superuser, for tests and repairs; the product itself never uses it. */
  readonly adminUrl: string;
  stop(): Promise<void>;
}

async function clusterOf(dataDir: string, say: (line: string) => void): Promise<Cluster> {
  const folder = await clusterFolder(dataDir, say);
  const account = await accountFor(folder);
  return { folder, account, binaries: await findBinaries(dataDir, account, say) };
}

/**
 * Where the cluster lies: in the data folder, or, when PostgreSQL's account may not enter there, at a place
 * that the data folder's link `postgres` names.
 */
async function clusterFolder(dataDir: string, say: (line: string) => void): Promise<string> {
  const inside = path.join(dataDir, 'postgres');
  const entry = await lstat(inside).catch(() => undefined);
  if (entry?.isSymbolicLink()) return readlink(inside);
  if (await canReach(await accountFor(inside), inside)) return inside;

  const outside = path.join(sharedFolder, `data-${randomBytes(6).toString('hex')}`);
  await mkdir(outside, { recursive: true, mode: 0o755 });
  const folder = path.join(outside, 'postgres');
  await symlink(folder, inside);
  say(
    `the database is kept in ${outside}, because PostgreSQL, which does not run as root, cannot enter ${dataDir}`,
  );
  return folder;
}

/**
 * Starts PostgreSQL on the data folder, making the cluster at first use; ends when it accepts connections.
 * The data folder must be claimed (see `claimDataFolder`), so that one start at a time does this.
 * @throws StartError in a sentence for whoever started us
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { port, durable = true, say = () => undefined } = options;
  const dataDir = await realpath(options.dataDir);
  const cluster = await clusterOf(dataDir, say);
  const passwords = await keepPasswords(dataDir);

  await sweep(cluster);
  if (!(await stat(cluster.folder).catch(() => undefined))) await initialise(cluster, passwords, durable);
  else if (passwords.made) {
    await stopServer(cluster);
    await resetPasswords(cluster, passwords);
  }
  const listening = await startServer(cluster, { port, durable, say });

  const url = (role: string, password: string): string =>
    `postgresql://${role}:${password}@127.0.0.1:${listening}/aftercare`;
  return {
    ownerUrl: url('aftercare_owner', passwords.owner),
    serverUrl: url('aftercare_server', passwords.server),
    adminUrl: url('postgres', passwords.admin),
    stop: () => stopServer(cluster),
  };
}

/** Stops the server that a killed run left on the data folder; does nothing when there is none. */
export async function stopEmbeddedPostgres(dataDir: string): Promise<void> {
  const folder = await realpath(dataDir);
  if (await lstat(path.join(folder, 'postgres')).catch(() => undefined)) {
    await stopServer(await clusterOf(folder, () => undefined));
  }
}
