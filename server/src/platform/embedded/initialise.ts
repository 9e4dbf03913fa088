// Makes the cluster and its three roles, before anything listens.
import { chown, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Cluster } from './cluster';
import { run } from './run';
import type { Passwords } from './secrets';
import { StartError } from '../start-error';

/** What the product needs of a database server; the same statements serve an external one. */
const roles = [
  `CREATE ROLE aftercare_owner LOGIN`,
  `CREATE ROLE aftercare_server LOGIN NOBYPASSRLS`,
  `CREATE ROLE aftercare_machine NOLOGIN`,
  // the server must say SET ROLE to act as the machine; merely holding it grants nothing
  `GRANT aftercare_machine TO aftercare_server WITH INHERIT FALSE, SET TRUE`,
  `CREATE DATABASE aftercare OWNER aftercare_owner`,
];

const passwordsOf = ({ admin, owner, server }: Passwords): string[] => [
  `ALTER ROLE postgres PASSWORD '${admin}'`,
  `ALTER ROLE aftercare_owner PASSWORD '${owner}'`,
  `ALTER ROLE aftercare_server PASSWORD '${server}'`,
];

/** Single-user mode takes statements on its input, so that no password stands on a command line. */
async function administer(cluster: Cluster, folder: string, statements: string[]): Promise<void> {
  const { code, output } = await run(
    path.join(cluster.binaries, 'postgres'),
    ['--single', '-D', folder, '-c', 'exit_on_error=on', '-c', 'log_checkpoints=off', 'postgres'],
    cluster.account,
    statements.map((statement) => `${statement}\n`).join(''),
  );
  if (code !== 0) throw new StartError(`Setting up the database failed: ${output.slice(-2000)}`);
}

/** Removes what starts that were killed while they made the cluster left beside it. */
export async function sweep(cluster: Cluster): Promise<void> {
  const { dir, base } = path.parse(cluster.folder);
  const names = await readdir(dir).catch(() => []);
  for (const name of names.filter((entry) => entry.startsWith(`${base}.new-`))) {
    // an initdb that outlived its start may still be writing there; the next start gets it
    await rm(path.join(dir, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

/**
 * Makes an empty cluster with roles and database under a passing name, then renames it: killed half-way,
 * the next start begins anew.
 */
export async function initialise(cluster: Cluster, passwords: Passwords, durable: boolean): Promise<void> {
  await mkdir(path.dirname(cluster.folder), { recursive: true, mode: 0o755 });
  const passing = await mkdtemp(`${cluster.folder}.new-`);
  if (cluster.account) await chown(passing, cluster.account.uid, cluster.account.gid);
  const { code, output } = await run(
    path.join(cluster.binaries, 'initdb'),
    [
      ...['-D', passing, '--username=postgres', '--auth=reject', '--encoding=UTF8'],
      // needs no locale of the system, so that text sorts alike everywhere
      ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
      ...['--no-instructions', ...(durable ? [] : ['--no-sync'])],
    ],
    cluster.account,
  );
  if (code !== 0) throw new StartError(`Making the database in ${passing} failed: ${output.slice(-2000)}`);
  await administer(cluster, passing, [...roles, ...passwordsOf(passwords)]);
  await rename(passing, cluster.folder);
}

/** For a stopped cluster whose password file was lost. */
export const resetPasswords = (cluster: Cluster, passwords: Passwords): Promise<void> =>
  administer(cluster, cluster.folder, passwordsOf(passwords));
