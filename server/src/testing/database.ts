// Databases for tests, each a copy of the migrated template.
import { randomBytes } from 'node:crypto';
import { readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../platform/embedded';
import { administer, inDatabase } from './administer';
import { copyFolder } from './copy-folder';
import { runFolder, templateDatabase, templateFolder } from './run-folder';

/** Connection addresses of one migrated database. */
export interface TestDatabase {
  readonly name: string;
  readonly ownerUrl: string;
  readonly serverUrl: string;
  readonly adminUrl: string;
  drop(): Promise<void>;
}

/** A whole PostgreSQL server, for suites that watch its snapshot horizon or kill it. */
export interface OwnCluster {
  readonly ownerUrl: string;
  readonly serverUrl: string;
  readonly adminUrl: string;
  /** `kill -9` of the server and, with it, of its sessions. */
  kill(): Promise<void>;
  /** Starts it again after `kill`, at the same addresses. */
  restart(): Promise<void>;
  drop(): Promise<void>;
}

let ofThisWorker: Promise<EmbeddedPostgres> | undefined;

/**
 * A database of its own for the calling test file, in the cluster that all files of this jest worker share.
 * Drop it in `afterAll`; sessions still open on it are ended.
 * @param template the database of this worker that it is a copy of; by default the empty one
 */
export async function freshDatabase(template = templateDatabase): Promise<TestDatabase> {
  ofThisWorker ??= startCopy(path.join(runFolder(), `worker-${process.env.JEST_WORKER_ID ?? '1'}`));
  const cluster = await ofThisWorker;
  const name = `test_${randomBytes(6).toString('hex')}`;
  await copyDatabase(cluster, template, name);
  return {
    name,
    ownerUrl: inDatabase(cluster.ownerUrl, name),
    serverUrl: inDatabase(cluster.serverUrl, name),
    adminUrl: inDatabase(cluster.adminUrl, name),
    drop: () => administer(cluster.adminUrl, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

/** A cluster of its own for the calling test file. Drop it in `afterAll`. */
export async function ownCluster(): Promise<OwnCluster> {
  const dataDir = path.join(runFolder(), `own-${randomBytes(6).toString('hex')}`);
  const cluster = await startCopy(dataDir);
  await copyDatabase(cluster, templateDatabase, 'aftercare');
  const { ownerUrl, serverUrl, adminUrl } = cluster;
  return {
    ownerUrl,
    serverUrl,
    adminUrl,
    kill: async () => {
      const [pid] = (await readFile(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
      process.kill(Number(pid), 'SIGKILL');
    },
    restart: async () => {
      await startEmbeddedPostgres({ dataDir, port: Number(new URL(adminUrl).port), durable: false });
    },
    drop: async () => {
      await cluster.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function startCopy(dataDir: string): Promise<EmbeddedPostgres> {
  if (!(await stat(dataDir).catch(() => undefined))) {
    const passing = `${dataDir}.new`;
    await rm(passing, { recursive: true, force: true });
    await copyFolder(templateFolder(), passing);
    await rename(passing, dataDir);
  }
  return startEmbeddedPostgres({ dataDir, durable: false });
}

const copyDatabase = (cluster: EmbeddedPostgres, template: string, name: string): Promise<void> =>
  administer(cluster.adminUrl, `CREATE DATABASE ${name} TEMPLATE ${template} OWNER aftercare_owner`);
