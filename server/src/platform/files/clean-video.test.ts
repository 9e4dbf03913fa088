import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runFolder } from '../../testing/run-folder';
import { box, boxesOf, place, video } from '../../testing/sample-files';
import { cleanVideo } from './clean-video';
import { UploadRefusal } from './files.errors';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(runFolder(), 'video-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function cleaned(bytes: Buffer): Promise<Buffer> {
  const name = path.join(folder, 'video');
  await writeFile(name, bytes);
  const file = await open(name, 'r+');
  try {
    await cleanVideo(file, bytes.length);
  } finally {
    await file.close();
  }
  return readFile(name);
}

describe.each(['isom', 'qt  '] as const)('a video of brand %j', (brand) => {
  const { bytes, sample } = video(brand);

  it('tells no place any more, and every frame is where it was', async () => {
    expect(bytes.includes(place)).toBe(true);
    const clean = await cleaned(bytes);
    expect(clean.includes(place)).toBe(false);
    expect(clean.includes('\xa9xyz', 0, 'latin1')).toBe(false);
    expect(clean.includes('ISO6709')).toBe(false);
    expect(clean).toHaveLength(bytes.length);
    expect(clean.subarray(sample.at, sample.at + sample.bytes.length).equals(sample.bytes)).toBe(true);
  });

  it('still parses: its boxes fit, and those that play it are all there', async () => {
    const playing = (names: string[]) => names.filter((name) => !/free|udta|meta|uuid/.test(name));
    const before = playing(boxesOf(bytes));
    const after = playing(boxesOf(await cleaned(bytes)));
    expect(after).toContain(before.find((name) => name.startsWith('moov/trak/mdia/minf/stbl/stco')));
    expect(after[0]).toBe(before[0]);
    expect(boxesOf(await cleaned(bytes)).filter((name) => /udta|meta|uuid/.test(name))).toEqual([]);
  });
});

describe('a video that is not whole is refused', () => {
  const { bytes } = video();
  const start = box('ftyp', 'isom\0\0\x02\0isom');
  const nested = (levels: number): Buffer => (levels === 0 ? box('free') : box('moov', nested(levels - 1)));
  it.each<[string, Buffer]>([
    ['cut off in the middle', bytes.subarray(0, bytes.length / 2)],
    ['with one byte missing', bytes.subarray(0, bytes.length - 1)],
    ['without a film', start],
    ['with a box of four bytes', Buffer.concat([start, Buffer.from('\0\0\0\x04moov', 'latin1'), bytes])],
    [
      'with a box that is larger than any file',
      Buffer.concat([start, Buffer.from('\0\0\0\x01mdat\xff\xff\xff\xff\xff\xff\xff\xff', 'latin1')]),
    ],
    ['nested deeper than any real one', Buffer.concat([start, box('mdat', 'x'), nested(200)])],
    [
      'with more boxes than any real one',
      Buffer.concat([
        start,
        box('mdat', 'x'),
        box('moov', Buffer.concat(Array.from({ length: 100_001 }, () => box('mvhd')))),
      ]),
    ],
  ])('%s', async (_what, broken) => {
    await expect(cleaned(broken)).rejects.toThrow(UploadRefusal);
  });
});
