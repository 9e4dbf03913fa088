// Files as people and attackers send them, made here byte by byte.
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** What an attacker wants to run in a reader's browser; nothing that is handed out may still hold it. */
export const script = '<script>alert(document.cookie)</script>';
/** 31°13'48.36"N 121°28'25.32"E, as phones write it into videos. */
export const place = '+31.2301+121.4737+004.000/';

/** A photo of 400 by 300 pixels that a phone took lying on its side, with the place in its EXIF data. */
export function photo(mediaType: 'jpeg' | 'png' | 'webp' = 'jpeg'): Promise<Buffer> {
  const picture = sharp({ create: { width: 400, height: 300, channels: 3, background: '#b4531a' } });
  return picture
    .composite([
      { input: { create: { width: 60, height: 40, channels: 3, background: '#1a5fb4' } }, top: 0, left: 0 },
    ])
    .withExif({
      IFD0: { Make: 'Invented' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '31/1 13/1 4836/100',
        GPSLongitudeRef: 'E',
        GPSLongitude: '121/1 28/1 2532/100',
      },
    })
    .withMetadata({ orientation: 6 })
    .toFormat(mediaType)
    .toBuffer();
}

/** A chunk of a PNG; its check sum is right, so that nothing else about it is wrong. */
function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

export const pngMagic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A PNG that says it has so many pixels, all black and packed into next to nothing. */
export function pngOf(width: number, height: number, more: Buffer = Buffer.alloc(0)): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc(Math.min(height * (1 + Math.ceil(width / 8)), 8_000_000));
  return Buffer.concat([
    pngMagic,
    pngChunk('IHDR', header),
    more,
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

export const pngText = (text: string) => pngChunk('tEXt', Buffer.from(`Comment\0${text}`));

/** A box of an MP4 file. */
export function box(type: string, ...content: Array<Buffer | string>): Buffer {
  const body = Buffer.concat(
    content.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)),
  );
  const header = Buffer.alloc(8);
  header.writeUInt32BE(body.length + 8);
  header.write(type, 4, 'latin1');
  return Buffer.concat([header, body]);
}

const ints = (...values: number[]) => {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => bytes.writeUInt32BE(value, index * 4));
  return bytes;
};

export const handler = (type: string) => box('hdlr', ints(0, 0), type, ints(0, 0, 0), 'Handler\0');

/** A track whose one sample of `size` bytes lies at `offset`. */
function track(kind: string, offset: number, size: number, ...more: Buffer[]): Buffer {
  const table = box(
    'stbl',
    box('stsc', ints(0, 1, 1, 1, 1)),
    box('stsz', ints(0, 0, 1, size)),
    box('stco', ints(0, 1, offset)),
  );
  return box(
    'trak',
    box('tkhd', ints(7, 0, 0, 1, 0)),
    box('mdia', handler(kind), box('minf', table)),
    ...more,
  );
}

export interface Video {
  bytes: Buffer;
  /** Where the picture's bytes lie, and what they are. */
  sample: { at: number; bytes: Buffer };
}

const movie = Buffer.from('the frames of an invented video '.repeat(200));

/** A video whose place is written wherever phones and cameras write it. */
export function video(brand: 'isom' | 'qt  ' = 'isom'): Video {
  const start = box('ftyp', brand, ints(512), brand);
  const telemetry = Buffer.from(`GPS5 ${place} GPS5`);
  const at = start.length + 8;
  const media = box('mdat', movie, telemetry);
  const keys = box(
    'meta',
    ints(0),
    handler('mdta'),
    box('keys', 'mdtacom.apple.quicktime.location.ISO6709'),
    box('ilst', place),
  );
  const loci = box('loci', ints(0), 'Shanghai\0', place);
  const moov = box(
    'moov',
    box('mvhd', ints(0, 0, 0, 1000, 4000)),
    track('vide', at, movie.length, box('udta', box('\xa9xyz', place)), keys),
    track('meta', at + movie.length, telemetry.length),
    box('udta', box('\xa9xyz', ints(0x001215c7), place), loci),
    keys,
  );
  const left = box('free', `left over ${place}`);
  const xmp = box(
    'uuid',
    Buffer.from('be7acfcb97a942e89c71999491e3afac', 'hex'),
    `<exif:GPS>${place}</exif:GPS>`,
  );
  return { bytes: Buffer.concat([start, media, moov, left, xmp]), sample: { at, bytes: movie } };
}

/** The boxes of a video as `moov/udta: 33`, and an error where they do not fit. Independent of the product's own reader. */
export function boxesOf(bytes: Buffer, above = ''): string[] {
  const found: string[] = [];
  for (let at = 0; at < bytes.length;) {
    const size = bytes.readUInt32BE(at);
    if (size < 8 || at + size > bytes.length) throw new Error(`The box at ${at} of ${above} does not fit.`);
    const name = `${above}${bytes.toString('latin1', at + 4, at + 8)}`;
    found.push(`${name}: ${size}`);
    if (/(moov|trak|mdia|minf|stbl)$/.test(name))
      found.push(...boxesOf(bytes.subarray(at + 8, at + size), `${name}/`));
    at += size;
  }
  return found;
}

/** A small PDF that is whole. */
export const pdf = (content = '') =>
  Buffer.from(
    `%PDF-1.4\n${content}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n`,
  );
