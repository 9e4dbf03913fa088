import { Readable } from 'node:stream';
import sharp from 'sharp';
import { encodeId } from '../platform/graphql';
import type { Furnishing } from './furnish-house';

type Box = readonly [x: number, y: number, width: number, height: number];

/** Strokes of a seven-segment figure, by the letters that engineers name them with. */
const strokes: Readonly<Record<string, Box>> = {
  a: [4, 0, 22, 5],
  b: [26, 4, 5, 24],
  c: [26, 32, 5, 24],
  d: [4, 56, 22, 5],
  e: [0, 32, 5, 24],
  f: [0, 4, 5, 24],
  g: [4, 28, 22, 5],
};
const figures: Readonly<Record<string, string>> = {
  '0': 'abcdef',
  '1': 'bc',
  '2': 'abged',
  '3': 'abgcd',
  '4': 'fgbc',
  '5': 'afgcd',
  '6': 'afgedc',
  '7': 'abc',
  '8': 'abcdefg',
  '9': 'abcdfg',
  '-': 'g',
};

/**
 * Photographs the nameplate of a machine that nobody registered, and sends the picture in.
 * @returns the file's public id
 */
export async function photographNameplate(
  { services: { files }, troupe }: Furnishing,
  { email, hoursAgo, serial }: { email: string; hoursAgo: number; serial: string },
): Promise<string> {
  const picture = await drawn(serial);
  const { upload } = await files.announce(troupe.as(email, hoursAgo), {
    name: `铭牌 ${serial}.png`,
    byteSize: picture.length,
    idempotencyKey: `demo nameplate ${serial}`,
  });
  // the address is good for a few minutes after the announcement
  troupe.as(email, hoursAgo);
  await files.receive(upload.url.split('/').at(-1) ?? '', Readable.from([picture]));
  return encodeId('File', upload.file.id);
}

const [width, height] = [720, 360];
const [wall, plate, rivet, ink] = [0x5b, 0xc9, 0x77, 0x22];

/** A plate with four rivets and the figures of the serial number, in shades of grey. */
function drawn(serial: string): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height, wall);
  const paint = ([left, top, wide, high]: Box, shade: number) => {
    for (let y = top; y < top + high; y += 1) pixels.fill(shade, y * width + left, y * width + left + wide);
  };
  paint([16, 16, 688, 328], plate);
  for (const x of [32, 672]) for (const y of [32, 312]) paint([x, y, 16, 16], rivet);
  const known = [...serial].filter((character) => character in figures);
  known.forEach((character, index) => {
    for (const name of figures[character] ?? '') {
      const [x, y, wide, high] = strokes[name] ?? [0, 0, 0, 0];
      paint([90 + index * 48 + x, 150 + y, wide, high], ink);
    }
  });
  return sharp(pixels, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer();
}
