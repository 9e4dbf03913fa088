// One start at a time per data folder.
import { randomBytes } from 'node:crypto';
import {
  access,
  chmod,
  constants,
  link,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { isRoot } from './account';
import { isAlive, startMark } from './processes';
import { StartError } from '../start-error';

export interface DataFolder {
  /** Absolute. */
  readonly path: string;
  /** Notes where this start serves, for the sentence that a second start gets. */
  announce(url: string): Promise<void>;
  /** Lets the next start in; call when everything has stopped. */
  release(): Promise<void>;
}

interface Claim {
  readonly pid: number;
  readonly mark?: string | undefined;
  readonly url?: string | undefined;
}

function whoami(): string {
  try {
    return os.userInfo().username;
  } catch {
    return `user ${process.getuid?.()}`; // an account without a name, as some containers have
  }
}

/** Node's own recursive mkdir never returns below a folder such as /proc, which exists and takes no folders. */
async function make(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (code !== 'ENOENT') throw error;
    await make(path.dirname(folder));
    await mkdir(folder);
  }
  return true;
}

async function create(folder: string): Promise<void> {
  try {
    const made = await make(folder);
    if (!(await stat(folder)).isDirectory()) throw Object.assign(new Error(), { code: 'ENOTDIR' });
    // root's folder must let PostgreSQL's account pass, never list; the files in it are 0600
    if (isRoot() && (made || (await readdir(folder)).length === 0)) await chmod(folder, 0o711);
    else if (made) await chmod(folder, 0o700);
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const remedy = `Set DATA_DIR to a folder that ${whoami()} may write`;
    throw new StartError(
      code === 'EEXIST' || code === 'ENOTDIR'
        ? `The data folder ${folder} is not a folder. ${remedy}.`
        : `The data folder ${folder} cannot be written by ${whoami()}. ${remedy}, or give this one to ${whoami()}.`,
    );
  }
}

async function readClaim(file: string): Promise<Claim | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Claim;
  } catch {
    return undefined;
  }
}

async function isHeld(claim: Claim): Promise<boolean> {
  if (!isAlive(claim.pid)) return false;
  return claim.mark === undefined || claim.mark === (await startMark(claim.pid));
}

/** Writes the file whole or not at all, and only if there is none. */
async function writeFirst(file: string, claim: Claim): Promise<boolean> {
  const passing = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await writeFile(passing, JSON.stringify(claim), { mode: 0o600 });
  try {
    await link(passing, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(passing, { force: true });
  }
}

function refusal(folder: string, { pid, url }: Claim): StartError {
  const where = url ? `serves ${url}` : 'is still starting';
  return new StartError(
    `Aftercare already runs on the data folder ${folder}: process ${pid} ${where}. ` +
      `Stop it first (Ctrl-C there, or kill ${pid}), or set DATA_DIR and PORT for a second one.`,
  );
}

/**
 * Creates the data folder if need be and claims it for this process.
 * A claim left by a killed process is taken over, also when its number now belongs to another program.
 * @throws StartError when the folder is not writable or another start holds it
 */
export async function claimDataFolder(dataDir: string): Promise<DataFolder> {
  const folder = path.resolve(dataDir);
  await create(folder);
  const file = path.join(folder, 'running.json');
  const mine: Claim = { pid: process.pid, mark: await startMark(process.pid) };

  while (!(await writeFirst(file, mine))) {
    const other = await readClaim(file);
    if (other && (await isHeld(other))) throw refusal(folder, other);
    const aside = `${file}.${process.pid}.stale`;
    await rename(file, aside).catch(() => undefined);
    const moved = await readClaim(aside);
    // another start may have taken it over between our reading and our moving: give it back
    if (moved && (await isHeld(moved))) await link(aside, file).catch(() => undefined);
    await rm(aside, { force: true });
  }

  return {
    path: folder,
    announce: async (url) => {
      const passing = `${file}.${process.pid}`;
      await writeFile(passing, JSON.stringify({ ...mine, url }), { mode: 0o600 });
      await rename(passing, file);
    },
    release: () => rm(file, { force: true }),
  };
}
