import type { FileHandle } from 'node:fs/promises';
import { damaged } from './files.errors';
import { largestTable, sampleRanges } from './sample-ranges';

interface Box {
  type: string;
  start: number;
  /** Where its content begins, behind size and type. */
  content: number;
  end: number;
}

/** Boxes that hold others; what cameras write about a shot lies in these and nowhere else. */
const holders = new Set(['moov', 'trak', 'mdia', 'minf', 'moof', 'traf']);
/**
 * Boxes that a player does not need: user data (`©xyz`, `loci`), metadata (the place in a `keys` list),
 * vendors' own (XMP), and space left over from editing, which may still hold what stood there.
 */
const expendable = new Set(['udta', 'meta', 'uuid', 'free', 'skip']);
/** Tracks that are seen or heard. Others hold what action cameras and drones measure, second by second. */
const playing = new Set(['vide', 'soun']);
/** Real files nest four deep and have some boxes per second; more is meant to keep a reader busy. */
const deepest = 8;
const mostBoxes = 100_000;
const zeros = Buffer.alloc(64 * 1024);

/**
 * Takes out of an MP4 or MOV file, in place, what tells where it was made. No box moves, so every offset
 * in the file stays right; of the pictures and sounds nothing is read.
 * @throws UploadRefusal when the boxes do not fit into each other, as in a file that was cut off
 */
export async function cleanVideo(file: FileHandle, byteSize: number): Promise<void> {
  await new Cleaning(file, byteSize).clean();
}

class Cleaning {
  private boxes = 0;
  private blanked = 0;

  constructor(
    private readonly file: FileHandle,
    private readonly byteSize: number,
  ) {}

  async clean(): Promise<void> {
    const whole = { type: '', start: 0, content: 0, end: this.byteSize };
    const types = (await this.boxesIn(whole)).map(({ type }) => type);
    if (!types.includes('moov') || !(types.includes('mdat') || types.includes('moof')))
      throw damaged('video');
    await this.cleanWithin(whole, 1);
  }

  private async cleanWithin(holder: Box, depth: number): Promise<void> {
    if (depth > deepest) throw damaged('video');
    for (const box of await this.boxesIn(holder)) {
      if (expendable.has(box.type)) await this.blankBox(box);
      else if (box.type === 'trak' && !(await this.isPlayed(box))) await this.blankTrack(box);
      else if (holders.has(box.type)) await this.cleanWithin(box, depth + 1);
    }
  }

  private async isPlayed(track: Box): Promise<boolean> {
    const handler = await this.find(track, 'mdia', 'hdlr');
    return handler !== undefined && playing.has((await this.bytesOf(handler)).toString('latin1', 8, 12));
  }

  private async blankTrack(track: Box): Promise<void> {
    const table = await this.find(track, 'mdia', 'minf', 'stbl');
    const lists = new Map<string, Buffer>();
    for (const box of table ? await this.boxesIn(table) : []) {
      if (/^(stsc|stsz|stco|co64)$/.test(box.type)) lists.set(box.type, await this.bytesOf(box));
    }
    for (const { start, end } of sampleRanges(lists)) await this.blank(start, Math.min(end, this.byteSize));
    await this.blankBox(track);
  }

  private async find(within: Box, ...path: string[]): Promise<Box | undefined> {
    let found: Box | undefined = within;
    for (const wanted of path) {
      found = found && (await this.boxesIn(found)).find(({ type }) => type === wanted);
    }
    return found;
  }

  private async boxesIn({ type, content, end }: Box): Promise<Box[]> {
    const found: Box[] = [];
    for (let at = content; at + 8 <= end;) {
      const box = await this.boxAt(at, end, type === '');
      // a list of QuickTime may end with four zero bytes
      if (!box) break;
      found.push(box);
      at = box.end;
    }
    return found;
  }

  /** Only the last box of the file itself may leave its size open. */
  private async boxAt(start: number, end: number, outermost: boolean): Promise<Box | null> {
    const header = Buffer.alloc(16);
    await this.file.read(header, 0, 16, start);
    this.boxes += 1;
    const short = header.readUInt32BE(0);
    if (short === 0 && !outermost) return null;
    const content = start + (short === 1 ? 16 : 8);
    const last = short === 0 ? end : start + (short === 1 ? Number(header.readBigUInt64BE(8)) : short);
    if (last < content || last > end || this.boxes > mostBoxes) throw damaged('video');
    return { type: header.toString('latin1', 4, 8), start, content, end: last };
  }

  private async bytesOf({ content, end }: Box): Promise<Buffer> {
    if (end - content > largestTable) throw damaged('video');
    const bytes = Buffer.alloc(end - content);
    await this.file.read(bytes, 0, bytes.length, content);
    return bytes;
  }

  /** A box of the same size that means nothing. */
  private async blankBox({ start, content, end }: Box): Promise<void> {
    await this.file.write('free', start + 4, 'latin1');
    await this.blank(content, end);
  }

  private async blank(from: number, to: number): Promise<void> {
    this.blanked += Math.max(0, to - from);
    // samples that share their bytes would keep the disk busy for nothing
    if (this.blanked > 2 * this.byteSize) throw damaged('video');
    for (let at = from; at < to; at += zeros.length) {
      await this.file.write(zeros, 0, Math.min(zeros.length, to - at), at);
    }
  }
}
