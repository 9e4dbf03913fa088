import { chown, copyFile, mkdir, readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** Keeps owners and modes, which PostgreSQL insists on and `fs.cp` does not. */
export async function copyFolder(from: string, to: string): Promise<void> {
  const { uid, gid, mode } = await stat(from);
  await mkdir(to, { mode });
  await chown(to, uid, gid);
  const entries = await readdir(from, { withFileTypes: true });
  await Promise.all(
    entries.map(async (entry) => {
      const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
      if (entry.isDirectory()) return copyFolder(source, target);
      await copyFile(source, target);
      await chown(target, uid, gid);
    }),
  );
}
