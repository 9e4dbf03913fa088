// The folder of one test run: a migrated template cluster and the clusters of its workers, all thrown away.
import { readdir, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { claimDataFolder, stopEmbeddedPostgres } from '../platform/embedded';

const user = process.getuid?.() ?? os.userInfo().username;
const prefix = `aftercare-test-${user}-`;
// PostgreSQL does not run as root, and root's own folder for passing files may be closed to others
const base = user === 0 ? '/tmp' : os.tmpdir();
const variable = 'AFTERCARE_TEST_RUN';

export const templateDatabase = 'aftercare_template';

/** The folder of the run that this process or worker belongs to. */
export function runFolder(): string {
  const folder = process.env[variable];
  if (!folder)
    throw new Error('No test run is set up: run these tests through jest and its project "server".');
  return folder;
}

export const templateFolder = (): string => path.join(runFolder(), 'template');

/** Claims a new folder for this process, and removes what earlier runs left when they were killed. */
export async function openRun(): Promise<void> {
  for (const name of await readdir(base)) {
    if (name.startsWith(prefix)) await removeIfAbandoned(path.join(base, name));
  }
  const folder = path.join(base, `${prefix}${process.pid}`);
  await claimDataFolder(folder);
  process.env[variable] = folder;
}

/** Stops and removes everything of this run; may be called twice. */
export async function closeRun(): Promise<void> {
  const folder = process.env[variable];
  if (!folder) return;
  delete process.env[variable];
  await remove(folder);
}

async function removeIfAbandoned(folder: string): Promise<void> {
  try {
    await claimDataFolder(folder);
  } catch {
    return; // another run is at work there
  }
  await remove(folder);
}

async function remove(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const dataDir = path.join(folder, name);
    if ((await stat(dataDir)).isDirectory()) await stopEmbeddedPostgres(dataDir);
  }
  await rm(folder, { recursive: true, force: true });
}
