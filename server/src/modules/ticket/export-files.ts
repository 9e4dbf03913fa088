import { randomUUID } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** Takes text and answers when more can follow, so that no more is held than one piece. */
export type WriteText = (text: string) => Promise<void>;

/** The folder of export files: `<tenant>/<export>.csv`, each there whole or not at all. */
export class ExportFiles {
  constructor(private readonly folder: string) {}

  /** Writes a file under a passing name and gives it its own when it is whole. Answers its size in bytes. */
  async write(
    tenantId: string,
    exportId: string,
    at: Date,
    fill: (write: WriteText) => Promise<void>,
  ): Promise<number> {
    const file = this.fileOf(tenantId, exportId);
    const passing = `${file}.${randomUUID()}.part`;
    await mkdir(path.dirname(file), { recursive: true });
    const handle = await open(passing, 'wx', 0o600);
    try {
      await fill(async (text) => void (await handle.write(text)));
      await handle.utimes(at, at);
      await handle.sync();
      const { size } = await handle.stat();
      await handle.close();
      await rename(passing, file);
      return size;
    } catch (error) {
      await handle.close().catch(() => undefined);
      await rm(passing, { force: true });
      throw error;
    }
  }

  /** The file's bytes, or null if there is none. */
  async read(tenantId: string, exportId: string): Promise<{ size: number; stream: ReadStream } | null> {
    const file = this.fileOf(tenantId, exportId);
    const found = await stat(file).catch(() => undefined);
    return found ? { size: found.size, stream: createReadStream(file) } : null;
  }

  /** Deletes what was written before a moment, and what killed writers left. */
  async sweep(before: Date): Promise<void> {
    const names = await readdir(this.folder, { recursive: true }).catch(() => []);
    for (const name of names.filter((each) => /\.(csv|part)$/.test(each))) {
      const file = path.join(this.folder, name);
      const found = await stat(file).catch(() => undefined);
      if (found && found.mtime < before) await rm(file, { force: true });
    }
  }

  private fileOf(tenantId: string, exportId: string): string {
    return path.join(this.folder, tenantId, `${exportId}.csv`);
  }
}
