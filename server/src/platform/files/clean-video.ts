import type { FileHandle } from 'node:fs/promises';
import { damaged } from './files.errors';

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
const zeros = Buffer.alloc(64 * 1024);

/**
 * Takes out of an MP4 or MOV file, in place, what tells where it was made. No box moves, so every offset
 * in the file stays right; nothing is read but the headers of boxes.
 * @throws UploadRefusal when the boxes do not fit into each other, as in a file that was cut off
 */
export async function cleanVideo(file: FileHandle, byteSize: number): Promise<void> {
  const found = await cleanWithin(file, 0, byteSize, true);
  if (!found.has('moov') || !(found.has('mdat') || found.has('moof'))) throw damaged('video');
}

async function cleanWithin(
  file: FileHandle,
  from: number,
  end: number,
  outermost: boolean,
): Promise<Set<string>> {
  const found = new Set<string>();
  for (let at = from; at + 8 <= end;) {
    const box = await readBox(file, at, end, outermost);
    // a list of QuickTime may end with four zero bytes
    if (!box) break;
    found.add(box.type);
    if (expendable.has(box.type)) await blank(file, box);
    else if (holders.has(box.type)) await cleanWithin(file, box.content, box.end, false);
    at = box.end;
  }
  return found;
}

async function readBox(
  file: FileHandle,
  start: number,
  end: number,
  outermost: boolean,
): Promise<Box | null> {
  const header = Buffer.alloc(16);
  await file.read(header, 0, 16, start);
  const type = header.toString('latin1', 4, 8);
  const short = header.readUInt32BE(0);
  if (short === 0 && !outermost) return null;
  const long = short === 1;
  const size = short === 0 ? end - start : long ? Number(header.readBigUInt64BE(8)) : short;
  const content = start + (long ? 16 : 8);
  if (start + size < content || start + size > end) throw damaged('video');
  return { type, start, content, end: start + size };
}

async function blank(file: FileHandle, { start, content, end }: Box): Promise<void> {
  await file.write('free', start + 4, 'latin1');
  for (let at = content; at < end; at += zeros.length) {
    await file.write(zeros, 0, Math.min(zeros.length, end - at), at);
  }
}
