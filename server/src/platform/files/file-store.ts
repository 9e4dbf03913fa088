import { randomUUID } from 'node:crypto';
import type { ReadStream } from 'node:fs';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** Where a file lies: `<folder>/<tenant>/<two digits>/<id>`. */
export interface FilePlace {
  tenantId: string;
  fileId: string;
}

/** A file itself, or the small picture beside it. */
export type FilePart = 'whole' | 'preview';

/** What is being written lies in this folder until it is whole. */
const incoming = 'incoming';

/** Files on disk. A file stands under its own name whole or not at all, also after a crash. */
export class FileStore {
  constructor(private readonly folder: string) {}

  /** A path for something that is being written; nothing under it is ever served. */
  async passingPath(): Promise<string> {
    const folder = path.join(this.folder, incoming);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return path.join(folder, randomUUID());
  }

  /** Waits until what was written would survive a loss of power. */
  async flush(passing: string): Promise<void> {
    const handle = await open(passing, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  }

  /** Gives what was written and flushed its place, and its name there. */
  async keep(place: FilePlace, parts: Partial<Record<FilePart, string>>): Promise<void> {
    const folder = this.folderOf(place);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    for (const [part, passing] of Object.entries(parts)) {
      await rename(passing, this.pathOf(place, part as FilePart));
    }
    await this.flush(folder);
  }

  /** The bytes of a file or of its preview, all or from `start` to `end`, both included. */
  read(place: FilePlace, part: FilePart, range?: { start: number; end: number }): ReadStream {
    return createReadStream(this.pathOf(place, part), range);
  }

  /** How many bytes a file or its preview has; null if it is not there. */
  async size(place: FilePlace, part: FilePart): Promise<number | null> {
    const found = await stat(this.pathOf(place, part)).catch(() => null);
    return found?.size ?? null;
  }

  async remove(place: FilePlace): Promise<void> {
    for (const part of ['whole', 'preview'] as const) await rm(this.pathOf(place, part), { force: true });
  }

  /** Removes what was being written before `moment` and never came to an end. */
  async removePassing(moment: Date): Promise<void> {
    const folder = path.join(this.folder, incoming);
    const names = await readdir(folder).catch(() => []);
    for (const name of names) {
      const passing = path.join(folder, name);
      const written = await stat(passing).catch(() => null);
      if (written && written.mtime < moment) await rm(passing, { force: true });
    }
  }

  // ids begin with the time, so the last digits spread them evenly
  private folderOf({ tenantId, fileId }: FilePlace): string {
    return path.join(this.folder, tenantId, fileId.slice(-2));
  }

  private pathOf(place: FilePlace, part: FilePart): string {
    return path.join(this.folderOf(place), part === 'whole' ? place.fileId : `${place.fileId}.preview`);
  }
}
