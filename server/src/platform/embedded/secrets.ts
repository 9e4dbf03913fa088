// The generated passwords of the embedded cluster, in one file that only its owner reads.
import { randomBytes } from 'node:crypto';
import { chown, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

export interface Passwords {
  readonly admin: string;
  readonly owner: string;
  readonly server: string;
}

const isPasswords = (value: Partial<Passwords>): value is Passwords =>
  [value.admin, value.owner, value.server].every((word) => typeof word === 'string' && /^[\w-]+$/.test(word));

async function readPasswords(file: string): Promise<Passwords | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}';
    throw error;
  });
  try {
    const kept = JSON.parse(text) as Partial<Passwords>;
    return isPasswords(kept) ? kept : undefined;
  } catch {
    return undefined; // cut off by a full disk; new ones are set below
  }
}

/** The passwords kept in the data folder; `made` when they are new and the cluster does not know them yet. */
export async function keepPasswords(dataFolder: string): Promise<Passwords & { made: boolean }> {
  const file = path.join(dataFolder, 'postgres.json');
  const kept = await readPasswords(file);
  if (kept) return { ...kept, made: false };

  const word = (): string => randomBytes(24).toString('base64url');
  const passwords = { admin: word(), owner: word(), server: word() };
  await writeFile(`${file}.new`, JSON.stringify(passwords), { mode: 0o600 });
  if (process.getuid?.() === 0) {
    const { uid, gid } = await stat(dataFolder);
    await chown(`${file}.new`, uid, gid);
  }
  await rename(`${file}.new`, file);
  return { ...passwords, made: true };
}
