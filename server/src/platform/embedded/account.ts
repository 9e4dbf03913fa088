// PostgreSQL refuses to run as root, so root lends it another account of the system.
import { stat } from 'node:fs/promises';
import path from 'node:path';

/** The user and group that PostgreSQL runs as; undefined where it is simply us. */
export type Account = { readonly uid: number; readonly gid: number } | undefined;

/** `nobody` on every system we know; PostgreSQL wants an account that has a name. */
const nobody = { uid: 65534, gid: 65534 };

export const isRoot = (): boolean => process.getuid?.() === 0;

/** Root runs PostgreSQL as whoever owns the data already, so that a folder changes hands without trouble. */
export async function accountFor(dataFolder: string): Promise<Account> {
  if (!isRoot()) return undefined;
  const owner = await stat(dataFolder).catch(() => undefined);
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : nobody;
}

/** Whether the account may pass through every folder above `target`, which need not exist yet. */
export async function canReach(account: Account, target: string): Promise<boolean> {
  if (!account) return true;
  for (let folder = path.dirname(target); ; folder = path.dirname(folder)) {
    const { mode, uid, gid } = await stat(folder);
    const pass = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if (!(mode & pass)) return false;
    if (folder === path.dirname(folder)) return true;
  }
}
