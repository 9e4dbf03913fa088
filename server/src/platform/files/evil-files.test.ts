import { readdir } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { StoryClient, StoryHouse } from '../../testing/story';
import { openHouse } from '../../testing/story';
import { box, pdf, photo, pngMagic, pngOf, pngText, script, video } from '../../testing/sample-files';
import { announce, fetchFile, seeFile, send, upload } from '../../testing/story-files';

let house: StoryHouse;
let dealer: StoryClient;
beforeAll(async () => {
  house = await openHouse();
  dealer = await house.as('dealer1@ironmole');
});
afterAll(() => house.close());

/** Every file under the folder of uploads. */
async function onDisk(): Promise<string[]> {
  const entries = await readdir(house.filesDir, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

const bytes = (...parts: Array<string | Buffer>) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));
const html = `<!doctype html><html><body>${script}</body></html>`;
const svg = `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${script}</svg>`;
const zip = bytes('PK\x03\x04\x14\0\0\0\0\0', Buffer.alloc(30), 'evil.html', html);
const jpegMagic = '\xff\xd8\xff\xe0\0\x10JFIF\0';
const ftyp = (brand: string) => box('ftyp', brand, '\0\0\0\0', brand);

interface Evil {
  what: string;
  name: string;
  made: () => Buffer | Promise<Buffer>;
  /** Bytes announced, if others than are sent. */
  declared?: number;
}

const unknown: Evil[] = [
  { what: 'HTML called a photo', name: 'a.jpg', made: () => bytes(html) },
  { what: 'SVG with a script', name: 'a.svg', made: () => bytes(svg) },
  { what: 'SVG called a PNG', name: 'a.png', made: () => bytes(svg) },
  {
    what: 'XML that reaches for files',
    name: 'a.webp',
    made: () =>
      bytes('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
  },
  {
    what: 'a GIF that is JavaScript',
    name: 'a.gif',
    made: () => bytes('GIF89a/*', Buffer.alloc(20), '*/=1;alert(1)'),
  },
  { what: 'a zip called a PDF', name: 'a.pdf', made: () => zip },
  { what: 'a gzip bomb', name: 'a.png', made: () => gzipSync(Buffer.alloc(5_000_000)) },
  {
    what: 'a program for Windows',
    name: 'a.jpg.exe',
    made: () => bytes('MZ\x90\0', Buffer.alloc(60), 'This program cannot be run'),
  },
  { what: 'a program for Linux', name: 'a.mp4', made: () => bytes('\x7fELF\x02\x01\x01', Buffer.alloc(60)) },
  { what: 'a shell script', name: 'a.pdf', made: () => bytes('#!/bin/sh\nrm -rf /\n') },
  {
    what: 'the test virus',
    name: 'a.pdf',
    made: () => bytes('X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'),
  },
  { what: 'HTML before a PDF', name: 'a.pdf', made: () => bytes(html, pdf()) },
  {
    what: 'a web archive',
    name: 'a.pdf',
    made: () => bytes('MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n', html),
  },
  { what: 'WebAssembly', name: 'a.webm', made: () => bytes('\0asm\x01\0\0\0') },
  {
    what: 'a Matroska film',
    name: 'a.webm',
    made: () => bytes('\x1a\x45\xdf\xa3\x8b\x42\x82\x88matroska', Buffer.alloc(40)),
  },
  { what: 'a HEIC photo', name: 'a.heic', made: () => bytes(ftyp('heic'), Buffer.alloc(40)) },
  { what: 'an AVIF photo', name: 'a.avif', made: () => bytes(ftyp('avif'), Buffer.alloc(40)) },
  { what: 'a TIFF', name: 'a.jpg', made: () => bytes('II*\0\x08\0\0\0', Buffer.alloc(40)) },
  { what: 'a sound', name: 'a.mp4', made: () => bytes(ftyp('M4A '), Buffer.alloc(40)) },
  { what: 'one byte', name: 'a.jpg', made: () => bytes('\xff') },
  { what: 'nothing but zeros', name: 'a.jpg', made: () => Buffer.alloc(100_000) },
];

const damaged: Evil[] = [
  { what: 'HTML behind the first bytes of a JPEG', name: 'a.jpg', made: () => bytes(jpegMagic, html) },
  {
    what: 'HTML behind the first bytes of a PNG',
    name: 'a.png',
    made: () => bytes(pngMagic, '\0\0\0\x0dIHDR', html),
  },
  { what: 'a PNG of the largest size there is', name: 'a.png', made: () => pngOf(2 ** 31 - 1, 2 ** 31 - 1) },
  { what: 'a JPEG cut off', name: 'a.jpg', made: async () => (await photo()).subarray(0, 900) },
  { what: 'a PNG cut off', name: 'a.png', made: async () => (await photo('png')).subarray(0, 700) },
  { what: 'a WebP that is only its head', name: 'a.webp', made: () => bytes('RIFF\x24\0\0\0WEBPVP8 ', html) },
  { what: 'a PDF cut off', name: 'a.pdf', made: () => bytes(pdf('x'.repeat(5_000)).subarray(0, 3_000)) },
  { what: 'a film cut off', name: 'a.mp4', made: () => video().bytes.subarray(0, 5_000) },
  { what: 'HTML behind the head of a film', name: 'a.mp4', made: () => bytes(ftyp('isom'), html) },
];

const tooLarge: Evil[] = [
  { what: 'a PNG of 900 million pixels', name: 'a.png', made: () => pngOf(30_000, 30_000) },
  { what: 'a photo of 21 MB', name: 'a.jpg', made: () => bytes(jpegMagic, Buffer.alloc(21 * 1024 * 1024)) },
  { what: 'a PDF of 51 MB', name: 'a.pdf', made: () => bytes(pdf(), Buffer.alloc(51 * 1024 * 1024)) },
];

const wrongSize: Evil[] = [
  { what: 'more than was announced', name: 'a.jpg', made: () => photo(), declared: 500 },
  { what: 'less than was announced', name: 'a.jpg', made: () => photo(), declared: 100_000 },
  { what: 'nothing at all', name: 'a.jpg', made: () => Buffer.alloc(0), declared: 500 },
];

/** Kept, because it is what it says; but nothing in it acts. */
const kept: Evil[] = [
  { what: 'a JPEG with a page behind it', name: 'a.html', made: async () => bytes(await photo(), html) },
  { what: 'a JPEG that is a Java archive too', name: 'a.jar', made: async () => bytes(await photo(), zip) },
  {
    what: 'a JPEG with a script in its comment',
    name: 'a.jpg',
    made: async () =>
      bytes(
        (await photo()).subarray(0, 2),
        `\xff\xfe\0${String.fromCharCode(script.length + 2)}${script}`,
        (await photo()).subarray(2),
      ),
  },
  { what: 'a PNG with a script in its text', name: 'a.svg', made: () => pngOf(40, 30, pngText(script)) },
  { what: 'a PDF with a page in it', name: 'a.hta', made: () => pdf(html) },
  {
    what: 'a PDF that runs JavaScript',
    name: 'a.pdf',
    made: () => pdf('<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>'),
  },
  {
    what: 'a film with a page in its free space',
    name: 'a.htm',
    made: () => bytes(video().bytes, box('free', html)),
  },
  {
    what: 'a film with a page beside its pictures',
    name: 'a.mp4',
    made: () => bytes(video().bytes, box('mdat', html)),
  },
];

describe('of files that are meant to harm', () => {
  it('there are at least 40', () => {
    expect([...unknown, ...damaged, ...tooLarge, ...wrongSize, ...kept].length).toBeGreaterThanOrEqual(40);
  });

  describe.each([
    [
      'is no kind that is kept',
      415,
      'UNKNOWN_KIND',
      /photos \(JPEG, PNG, WebP\).*send it again|HEIC photos.*JPEG/,
      unknown,
    ],
    ['cannot be opened', 422, 'DAMAGED', /damaged or incomplete.*send a new copy/, damaged],
    [
      'is too large for what it is',
      413,
      'TOO_LARGE',
      /at most \d+ MB.*send it again|million pixels/,
      tooLarge,
    ],
    ['is not what was announced', 400, 'WRONG_SIZE', /is not the \d+ bytes.*send all of it/, wrongSize],
  ])('what %s', (_group, status, problem, sentence, files) => {
    it.each(files)(
      '$what is refused, in the language of the sender, and leaves nothing',
      async ({ name, made, declared }) => {
        const before = await onDisk();
        const sent = await made();
        const { upload: place } = await announce(dealer, name, declared ?? sent.length);
        if (!place) throw new Error('It was not announced.');
        const { status: answered, body } = await send(house, place.url, sent, { 'accept-language': 'en' });
        expect({ answered, body }).toEqual({
          answered: status,
          body: {
            errors: [
              { message: expect.stringMatching(sentence), extensions: { code: 'BAD_USER_INPUT', problem } },
            ],
          },
        });
        expect(await onDisk()).toEqual(before);
        expect(await seeFile(dealer, place.file.id)).toMatchObject({
          state: 'REFUSED',
          url: null,
          previewUrl: null,
        });
      },
    );
  });

  it('the sentence is Chinese for a Chinese sender, and the address takes the right bytes afterwards', async () => {
    const right = pdf();
    const { upload: place } = await announce(dealer, 'a.pdf', right.length);
    const url = place?.url as string;
    const wrong = bytes(html, Buffer.alloc(right.length)).subarray(0, right.length);
    const { status, body } = await send(house, url, wrong, { 'accept-language': 'zh-CN' });
    expect(status).toBe(415);
    expect(body.errors?.[0]?.message).toMatch(/^只能上传 JPEG、PNG、WebP 照片.*请转换格式后再上传。$/);
    expect((await send(house, url, right)).body).toMatchObject({ file: { kind: 'PDF', name: 'a.pdf' } });
  });

  it.each(kept)('$what is kept, and nothing in it acts', async ({ name, made }) => {
    const before = await onDisk();
    const id = await upload(house, dealer, name, await made());
    const file = await seeFile(dealer, id);
    expect((await onDisk()).length).toBe(before.length + (file?.kind === 'PHOTO' ? 2 : 1));
    for (const url of [file?.url, file?.previewUrl].filter((each) => each != null)) {
      const { status, headers, bytes: got } = await fetchFile(house, url);
      expect(status).toBe(200);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
      const type = headers.get('content-type');
      expect(type).toMatch(/^(image\/(jpeg|png|webp)|video\/mp4|application\/pdf)$/);
      const disposition = headers.get('content-disposition') ?? '';
      expect(disposition.startsWith(type === 'application/pdf' ? 'attachment;' : 'inline;')).toBe(true);
      expect(disposition).toMatch(/\.(jpg|png|mp4|pdf)$/);
      if (type?.startsWith('image/')) {
        expect(got.includes('alert')).toBe(false);
        expect(got.includes('PK\x03\x04')).toBe(false);
      }
    }
  });

  it('a page in the free space of a film is gone', async () => {
    const id = await upload(house, dealer, 'a.mp4', bytes(video().bytes, box('free', html)));
    const { bytes: got } = await fetchFile(house, (await seeFile(dealer, id))?.url as string);
    expect(got.includes('alert')).toBe(false);
  });

  it.each([
    ['../../../../etc/cron.d/evil.jpg', 'evil.jpg'],
    ['..\\..\\windows\\evil.jpg', 'evil.jpg'],
    ['/etc/passwd', 'passwd.jpg'],
    ['evil\0.html\0.jpg', 'evil.html.jpg'],
    ['\u202egpj.exe', 'gpj.exe.jpg'],
    [`${'长'.repeat(300)}.jpg`, `${'长'.repeat(116)}.jpg`],
    ['a\r\nSet-Cookie: b=c.jpg', 'aSet-Cookie_ b=c.jpg'],
    ['.htaccess', 'htaccess.jpg'],
    ['CON', 'CON.jpg'],
  ])('a name like %j stays inside the folder and in its header', async (name, shown) => {
    const id = await upload(house, dealer, name, await photo());
    const file = await seeFile(dealer, id);
    expect(file?.name).toBe(shown);
    const { status, headers } = await fetchFile(house, file?.url as string);
    expect(status).toBe(200);
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('content-disposition')).toContain(`filename*=UTF-8''${encodeURIComponent(shown)}`);
    const folders = await readdir(house.filesDir);
    expect(folders.sort()).toEqual([house.houses.ironmole.tenantId, 'incoming'].sort());
    // on disk a file is called by its id alone
    for (const stored of await onDisk()) expect(stored).toMatch(/^[0-9a-f-]{36}(\.preview)?$/);
  });

  it.each([
    ['', 100, ['name'], 'REQUIRED'],
    ['../..', 100, ['name'], 'REQUIRED'],
    ['a.jpg', 0, ['byteSize'], 'INVALID'],
    ['a.jpg', -1, ['byteSize'], 'INVALID'],
    ['a.mp4', 200 * 1024 * 1024 + 1, ['byteSize'], 'INVALID'],
    ['a.mp4', 1_000.5, ['byteSize'], 'INVALID'],
  ])('a file called %j of %d bytes is not announced', async (name, size, field, code) => {
    const { upload: place, userErrors } = await announce(dealer, name, size);
    expect(place).toBeNull();
    expect(userErrors).toMatchObject([{ code, field }]);
  });

  it.each([2 ** 31, 5 * 2 ** 40])('a film of %d bytes is told how large one may be', async (size) => {
    const { userErrors } = await announce(dealer, 'a.mp4', size);
    expect(userErrors).toEqual([
      expect.objectContaining({ field: ['byteSize'], message: expect.stringMatching(/a video 200 MB/) }),
    ]);
  });
});
