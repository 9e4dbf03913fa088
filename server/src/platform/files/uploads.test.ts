import { randomUUID } from 'node:crypto';
import { readdir, stat, utimes, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import type { StoryClient, StoryHouse } from '../../testing/story';
import { openHouse, storyStart } from '../../testing/story';
import { boxesOf, pdf, photo, place as shotAt, video } from '../../testing/sample-files';
import { announce, fetchFile, seeFile, send, upload } from '../../testing/story-files';

let house: StoryHouse;
let dealer: StoryClient;
let colleague: StoryClient;
beforeAll(async () => {
  house = await openHouse();
  dealer = await house.as('dealer1@ironmole');
  colleague = await house.as('dealer2@ironmole');
});
afterAll(() => house.close());

async function onDisk(): Promise<string[]> {
  const entries = await readdir(house.filesDir, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

describe('a photo', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('in %s is kept upright and without its place', async (format) => {
    const sent = await photo(format);
    expect((await sharp(sent).metadata()).exif?.includes('Invented')).toBe(true);
    const id = await upload(house, dealer, `铭牌.${format}`, sent);
    const file = await seeFile(dealer, id);
    expect(file).toMatchObject({
      kind: 'PHOTO',
      state: 'STORED',
      mediaType: `image/${format}`,
      // it was taken on its side
      width: 300,
      height: 400,
    });
    for (const [url, width, type] of [
      [file?.url, 300, `image/${format}`],
      [file?.previewUrl, 300, 'image/webp'],
    ] as const) {
      const { headers, bytes } = await fetchFile(house, url as string);
      expect(headers.get('content-type')).toBe(type);
      const { exif, xmp, iptc, icc, orientation, ...seen } = await sharp(bytes).metadata();
      expect({ exif, xmp, iptc, icc, orientation }).toEqual({});
      expect(seen.width).toBe(width);
      expect(bytes.includes('Invented')).toBe(false);
    }
    const stored = await fetchFile(house, file?.url as string);
    expect(stored.bytes).toHaveLength(file?.byteSize as number);
    // the blue corner of the picture lies top left as taken, so top right once it is upright
    const { data, info } = await sharp(stored.bytes)
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const corner = (info.width - 10) * info.channels;
    expect(data[corner + 2]).toBeGreaterThan(150);
    expect(data[2]).toBeLessThan(100);
  });

  it('of more than 4096 pixels is made smaller, and its preview has 480', async () => {
    const large = await sharp({ create: { width: 6000, height: 3000, channels: 3, background: '#777' } })
      .jpeg()
      .toBuffer();
    const file = await seeFile(dealer, await upload(house, dealer, '全景.jpg', large));
    expect(file).toMatchObject({ width: 4096, height: 2048 });
    const { bytes } = await fetchFile(house, file?.previewUrl as string);
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 480, height: 240 });
  });
});

describe('a video', () => {
  const sent = video();
  let url: string;
  beforeAll(async () => {
    url = (await seeFile(dealer, await upload(house, dealer, '异响.mp4', sent.bytes)))?.url as string;
  });

  it('tells no place any more and still parses', async () => {
    const { bytes, headers } = await fetchFile(house, url);
    expect(headers.get('content-type')).toBe('video/mp4');
    expect(bytes.includes(shotAt)).toBe(false);
    expect(boxesOf(bytes).some((box) => box.startsWith('moov/trak/mdia/minf/stbl/stco'))).toBe(true);
    expect(bytes.subarray(sent.sample.at, sent.sample.at + 20)).toEqual(sent.sample.bytes.subarray(0, 20));
  });

  it.each([
    ['bytes=0-99', 206, [0, 100]],
    ['bytes=100-', 206, [100, undefined]],
    ['bytes=-50', 206, [-50, undefined]],
    ['bytes=0-999999999', 206, [0, undefined]],
    ['bytes=5-4', 200, [0, undefined]],
    ['bytes=0-9,20-29', 200, [0, undefined]],
    ['lines=0-9', 200, [0, undefined]],
  ] as const)('is handed out in parts: %s', async (range, status, [from, to]) => {
    const whole = (await fetchFile(house, url)).bytes;
    const part = await fetchFile(house, url, { range });
    const wanted = whole.subarray(from, to);
    expect(part.status).toBe(status);
    expect(part.bytes.equals(wanted)).toBe(true);
    expect(part.headers.get('accept-ranges')).toBe('bytes');
    expect(part.headers.get('content-length')).toBe(String(wanted.length));
    const first = from < 0 ? whole.length + from : from;
    expect(part.headers.get('content-range')).toBe(
      status === 206 ? `bytes ${first}-${first + wanted.length - 1}/${whole.length}` : null,
    );
  });

  it.each(['bytes=99999999-', 'bytes=-0'])('has no bytes %s', async (range) => {
    const { status, headers, bytes } = await fetchFile(house, url, { range });
    expect(status).toBe(416);
    expect(headers.get('content-range')).toBe(`bytes */${sent.bytes.length}`);
    expect(bytes).toHaveLength(0);
  });

  it('tells its size without its bytes', async () => {
    const response = await fetch(`${house.app.url}${url}`, { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-length')).toBe(String(sent.bytes.length));
  });
});

describe('an upload', () => {
  it('has the same address under the same key, and no other meaning', async () => {
    const key = randomUUID();
    const first = await announce(dealer, '报告.pdf', 300, key);
    expect(first.upload).toMatchObject({
      file: { state: 'WAITING' },
      expiresAt: new Date(storyStart.getTime() + 15 * 60_000).toISOString(),
    });
    expect(await announce(dealer, '报告.pdf', 300, key)).toEqual(first);
    expect((await announce(dealer, '报告.pdf', 301, key)).userErrors).toMatchObject([
      { code: 'IDEMPOTENCY_KEY_REUSED' },
    ]);
  });

  it('sent again once it is stored changes nothing', async () => {
    const { upload: place } = await announce(dealer, '报告.pdf', pdf('one').length);
    const url = place?.url as string;
    const first = await send(house, url, pdf('one'));
    expect(first.status).toBe(200);
    expect(await send(house, url, pdf('two'))).toEqual(first);
    const file = await seeFile(dealer, place?.file.id as string);
    expect((await fetchFile(house, file?.url as string)).bytes.equals(pdf('one'))).toBe(true);
  });

  it('sent twice at once is stored once, whole, as one of the two', async () => {
    const [one, two] = [pdf('a'.repeat(200_000)), pdf('b'.repeat(200_000))];
    const { upload: place } = await announce(dealer, '报告.pdf', one.length);
    const answers = await Promise.all(
      [one, two, one, two].map((bytes) => send(house, place?.url as string, bytes)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const file = await seeFile(dealer, place?.file.id as string);
    const { bytes } = await fetchFile(house, file?.url as string);
    expect(bytes.equals(one) || bytes.equals(two)).toBe(true);
  });

  it('cut off in the middle leaves nothing, and can be sent again', async () => {
    const before = await onDisk();
    const whole = pdf('x'.repeat(3_000_000));
    const { upload: place } = await announce(dealer, '报告.pdf', whole.length);
    const half = request(`${house.app.url}${place?.url}`, {
      method: 'PUT',
      headers: { 'content-length': whole.length },
    });
    half.on('error', () => undefined);
    half.write(whole.subarray(0, 1_500_000));
    // while it is coming in, it lies under a name of its own that nothing leads to
    for (let waited = 0; (await onDisk()).length === before.length && waited < 5_000; waited += 20)
      await sleep(20);
    expect((await readdir(path.join(house.filesDir, 'incoming'))).length).toBe(1);
    half.destroy();
    for (let waited = 0; (await onDisk()).length > before.length && waited < 5_000; waited += 20)
      await sleep(20);
    expect(await onDisk()).toEqual(before);
    const id = place?.file.id as string;
    expect(await seeFile(dealer, id)).toMatchObject({ state: 'WAITING', url: null });
    expect(house.logged.filter((line) => line.includes('request failed'))).toEqual([]);
    expect((await send(house, place?.url as string, whole)).status).toBe(200);
  });

  it('is not to be had without end', async () => {
    const desk = await house.as('quality@ironmole');
    const size = 200 * 1024 * 1024;
    for (let announced = 0; announced < 10; announced += 1)
      expect((await announce(desk, 'a.mp4', size)).userErrors).toEqual([]);
    expect((await announce(desk, 'a.mp4', size)).userErrors).toMatchObject([
      {
        code: 'INVALID',
        field: ['byteSize'],
        message: expect.stringContaining('Attach them to tickets first'),
      },
    ]);
  });
});

describe('an address that leads nowhere is answered like no address at all', () => {
  let good: string;
  let nothing: object;
  beforeAll(async () => {
    good = (await seeFile(dealer, await upload(house, dealer, '铭牌.jpg', await photo())))?.url as string;
    nothing = await bodyOf('/files/nothing');
  });

  async function bodyOf(url: string, init: RequestInit = {}) {
    const response = await fetch(`${house.app.url}${url}`, init);
    const headers = Object.fromEntries(response.headers);
    return {
      status: response.status,
      body: await response.text(),
      type: headers['content-type'],
      length: headers['content-length'],
    };
  }

  const token = () => good.split('/')[2] as string;
  const resealed = (change: (body: string) => string) => {
    const [body = '', seal] = token().split('.');
    return `/files/${Buffer.from(change(Buffer.from(body, 'base64url').toString())).toString('base64url')}.${seal}/a.jpg`;
  };

  it('the right one leads to the file', async () => {
    expect(await bodyOf(good)).toMatchObject({ status: 200, type: 'image/jpeg' });
    expect(nothing).toMatchObject({ status: 404 });
  });

  it.each<[string, () => string]>([
    ['none', () => '/files/'],
    ['a short one', () => '/files/a/b.jpg'],
    [
      'one with another seal',
      () => `/files/${token().slice(0, -1)}${token().endsWith('A') ? 'B' : 'A'}/a.jpg`,
    ],
    ['one with more behind it', () => `/files/${token()}.x/a.jpg`],
    [
      'one of another tenant',
      () => resealed((body) => body.replace(house.houses.ironmole.tenantId, house.houses.purefount.tenantId)),
    ],
    ['one of another file', () => resealed((body) => body.replace(/ [0-9a-f-]{36} /, ` ${randomUUID()} `))],
    ['one that lasts longer', () => resealed((body) => body.replace(/\d+$/, '9999999999999'))],
    [
      'one for a preview made of one for the whole',
      () => resealed((body) => body.replace('whole', 'preview')),
    ],
    ['a way out of the folder', () => '/files/..%2f..%2fsecret-key'],
    ['a file by its id on disk', () => `/files/${house.houses.ironmole.tenantId}/incoming`],
  ])('%s', async (_what, url) => {
    expect(await bodyOf(url())).toEqual(nothing);
  });

  it('one that has expired, after 15 minutes', async () => {
    try {
      house.clock.advance({ minutes: 14 });
      expect(await bodyOf(good)).toMatchObject({ status: 200 });
      house.clock.advance({ minutes: 1 });
      expect(await bodyOf(good)).toEqual(nothing);
    } finally {
      house.clock.set(storyStart);
    }
  });

  it('an upload’s, for reading, and a reader’s, for an upload; and an upload’s that has expired', async () => {
    const { upload: place } = await announce(dealer, '报告.pdf', pdf().length);
    const sealed = place?.url.split('/').at(-1);
    expect(await bodyOf(`/files/${sealed}/a.pdf`)).toEqual(nothing);
    const put = { method: 'PUT', body: new Uint8Array(pdf()) };
    expect(await bodyOf(`/files/uploads/${token()}`, put)).toEqual(nothing);
    expect(await bodyOf('/files/uploads/nothing', put)).toEqual(nothing);
    try {
      house.clock.advance({ minutes: 15 });
      expect(await bodyOf(place?.url as string, put)).toEqual(nothing);
    } finally {
      house.clock.set(storyStart);
    }
    expect((await bodyOf(place?.url as string, put)).status).toBe(200);
  });

  it('also to a browser that wants a page', async () => {
    expect(await bodyOf('/files/nothing', { headers: { accept: 'text/html' } })).toEqual(nothing);
  });
});

describe('who sees an uploaded file', () => {
  it('is the side of the uploader, and the maker', async () => {
    const id = await upload(house, dealer, '铭牌.jpg', await photo());
    const desk = await house.as('dispatcher@ironmole');
    const rival = await house.as('dispatcher@purefount');
    expect(await seeFile(dealer, id)).toMatchObject({ id });
    expect(await seeFile(desk, id)).toMatchObject({ id });
    expect(await seeFile(colleague, id)).toBeNull();
    expect(await seeFile(rival, id)).toBeNull();
  });
});

describe('what nothing came of', () => {
  it('is deleted after a day, on disk too, and so are the remains of a crash', async () => {
    const id = await upload(house, dealer, '铭牌.jpg', await photo());
    const { upload: waiting } = await announce(dealer, '报告.pdf', 300);
    // a process that was killed in the middle leaves what it had written
    const remains = path.join(house.filesDir, 'incoming', randomUUID());
    await writeFile(remains, 'half a film');
    await utimes(remains, storyStart, storyStart);
    const { files } = house.app.services;
    const later = (hours: number) => new Date(storyStart.getTime() + hours * 3_600_000);

    await files.sweep(later(23.9));
    expect(await seeFile(dealer, id)).toMatchObject({ state: 'STORED' });
    expect((await stat(remains)).size).toBe(11);

    await files.sweep(later(24.1));
    expect(await seeFile(dealer, id)).toBeNull();
    expect(await seeFile(dealer, waiting?.file.id as string)).toBeNull();
    expect(await onDisk()).toEqual([]);
  });
});
