import { errorCodes } from '@aftercare/contract';
import { connect } from 'node:net';
import { WebSocket } from 'ws';
import type { StoryClient, StoryHouse } from '../../testing/story';
import { openHouse } from '../../testing/story';

let house: StoryHouse;
let partner: StoryClient;
beforeAll(async () => {
  house = await openHouse();
  partner = await house.as('dispatcher@ironmole');
  await partner.query('{ serverTime }');
});
afterAll(() => house.close());

const document = encodeURIComponent('{ serverTime }');
const mutation = 'mutation { signIn(input: { email: "a", password: "b", tenant: "c" }) { accessToken } }';
const asked = JSON.stringify({ query: '{ serverTime }' });
const json = { 'content-type': 'application/json' };
const preflight = { 'apollo-require-preflight': '1' };

interface Attack {
  name: string;
  status: number;
  path?: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
}

const attacks: Attack[] = [
  // what a page of another origin can send without asking first
  { name: 'a GET, as a link or an image sends it', status: 400, path: `?query=${document}` },
  {
    name: 'a GET that claims to be a form',
    status: 400,
    path: `?query=${document}`,
    headers: { 'content-type': 'text/plain' },
  },
  {
    name: 'a GET with an odd content type',
    status: 400,
    path: `?query=${document}`,
    headers: { 'content-type': 'text/plain;application/json' },
  },
  {
    name: 'a form, urlencoded',
    status: 415,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `query=${document}`,
  },
  {
    name: 'a form, multipart',
    status: 415,
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body: '--x--',
  },
  {
    name: 'a form, plain',
    status: 400,
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: asked,
  },
  { name: 'a beacon without a type', status: 415, method: 'POST', body: new TextEncoder().encode(asked) },
  // the same from programs that know the header
  {
    name: 'urlencoded, with the header',
    status: 415,
    method: 'POST',
    headers: { ...preflight, 'content-type': 'application/x-www-form-urlencoded' },
    body: `query=${document}`,
  },
  {
    name: 'plain, with the header',
    status: 400,
    method: 'POST',
    headers: { ...preflight, 'content-type': 'text/plain' },
    body: asked,
  },
  {
    name: 'xml',
    status: 415,
    method: 'POST',
    headers: { ...preflight, 'content-type': 'application/xml' },
    body: '<query/>',
  },
  {
    name: 'application/graphql',
    status: 415,
    method: 'POST',
    headers: { ...preflight, 'content-type': 'application/graphql' },
    body: '{ serverTime }',
  },
  {
    name: 'a mutation by GET',
    status: 405,
    path: `?query=${encodeURIComponent(mutation)}`,
    headers: preflight,
  },
  { name: 'a GET without a document', status: 400, headers: preflight },
  {
    name: 'a GET with two documents',
    status: 400,
    path: `?query=${document}&query=${document}`,
    headers: preflight,
  },
  {
    name: 'a GET with broken variables',
    status: 400,
    path: `?query=${document}&variables={`,
    headers: preflight,
  },
  { name: 'PUT', status: 404, method: 'PUT', headers: json, body: asked },
  { name: 'DELETE', status: 404, method: 'DELETE' },
  { name: 'OPTIONS', status: 404, method: 'OPTIONS' },
  {
    name: 'an answer wanted as a picture',
    status: 406,
    method: 'POST',
    headers: { ...json, accept: 'image/png' },
    body: asked,
  },
  // bodies
  { name: 'JSON cut off', status: 400, method: 'POST', headers: json, body: '{"query": "{ serverTime' },
  { name: 'no JSON', status: 400, method: 'POST', headers: json, body: '{ serverTime }' },
  { name: 'an empty body', status: 400, method: 'POST', headers: json, body: '' },
  {
    name: 'JSON that reaches for prototypes',
    status: 400,
    method: 'POST',
    headers: json,
    body: `{"query":"{ serverTime }","__proto__":{"a":1}}`,
  },
  ...[
    'null',
    '5',
    '"{ serverTime }"',
    '[]',
    '{}',
    '{"query":5}',
    '{"query":null}',
    '{"query":"{ serverTime }","variables":"{}"}',
    '{"query":"{ serverTime }","variables":[]}',
    '{"query":"{ serverTime }","extensions":1}',
    '{"query":"{ serverTime }","operationName":{}}',
    '{"documentId":"sha256:0"}',
    '{"documentId":{}}',
  ].map((body): Attack => ({ name: body, status: 400, method: 'POST', headers: json, body })),
  {
    name: 'a persisted query of Apollo’s own kind',
    status: 200,
    method: 'POST',
    headers: json,
    body: '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"0"}}}',
  },
  { name: 'an address that is not well encoded', status: 400, path: '/%zz' },
  { name: 'a path that leads nowhere', status: 404, path: '/../nowhere' },
];

describe('a request to /graphql', () => {
  it.each(attacks)(
    '$name: refused with $status and nothing runs',
    async ({ status, path = '', method = 'GET', headers, body }) => {
      const before = { ...house.app.meter };
      const response = await fetch(`${house.app.url}/graphql${path}`, {
        method,
        headers: { ...headers, authorization: `Bearer ${partner.token}` },
        ...(body !== undefined && { body: body as string }),
      });
      expect(response.status).toBe(status);
      expect(response.headers.get('content-type')).toMatch(/^application\/json/);
      const { errors, data } = (await response.json()) as {
        data?: unknown;
        errors: { message: string; extensions: { code: string } }[];
      };
      expect(data).toBeUndefined();
      for (const { message, extensions } of errors) {
        expect(errorCodes).toContain(extensions.code);
        expect(extensions.code).not.toBe('INTERNAL_SERVER_ERROR');
        expect(message).not.toMatch(/\bat \/|node_modules|SELECT|undefined/);
      }
      expect(errors.length).toBeGreaterThan(0);
      expect(house.app.meter).toEqual(before);
    },
  );

  it('well sent, is answered: so each refusal above has a reason of its own', async () => {
    for (const [path, init] of [
      [`?query=${document}`, { headers: preflight }],
      ['', { method: 'POST', headers: json, body: asked }],
    ] as const) {
      const headers = { ...init.headers, authorization: `Bearer ${partner.token}` };
      const response = await fetch(`${house.app.url}/graphql${path}`, { ...init, headers });
      expect(await response.json()).toMatchObject({ data: { serverTime: expect.any(String) } });
    }
  });
});

const opened = (origin: string | undefined, path = '/graphql') =>
  new Promise<boolean>((resolve) => {
    const socket = new WebSocket(`${house.app.url.replace('http', 'ws')}${path}`, 'graphql-transport-ws', {
      ...(origin && { origin }),
    });
    socket.on('open', () => {
      socket.close();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });

describe('a socket', () => {
  it('opens to pages of our own origin and to programs', async () => {
    expect(await opened(house.app.url)).toBe(true);
    expect(await opened(undefined)).toBe(true);
  });

  it.each(['https://elsewhere.example', 'null', 'http://127.0.0.1', 'file://', 'not an origin'])(
    'stays shut to a page of %s',
    async (origin) => {
      expect(await opened(origin)).toBe(false);
    },
  );

  it('is to be had at /graphql only', async () => {
    expect(await opened(undefined, '/')).toBe(false);
    expect(await opened(undefined, '/graphql/more')).toBe(false);
  });
});

describe('a hostile upgrade', () => {
  const upgrade = (target: string) =>
    new Promise<void>((resolve) => {
      const { port } = new URL(house.app.url);
      const socket = connect(Number(port), '127.0.0.1', () => {
        const headers = 'Host: house\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n';
        const key = 'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n';
        socket.write(`GET ${target} HTTP/1.1\r\n${headers}${key}\r\n`, () => socket.resetAndDestroy());
      });
      socket.on('error', () => undefined);
      socket.on('close', () => resolve());
    });

  it.each(['//', 'http://', '/foo', '/graphql', '*'])(
    'to %s, reset at once, harms nobody',
    async (target) => {
      await Promise.all(Array.from({ length: 50 }, () => upgrade(target)));
      const health = await fetch(`${house.app.url}/livez`);
      expect(health.status).toBe(200);
      expect(await opened(undefined)).toBe(true);
    },
  );
});

describe('the portal’s session', () => {
  it.each(['sign-in', 'refresh', 'switch', 'sign-out'])(
    '/auth/%s is not to be had without the header of the portal',
    async (action) => {
      const before = { ...house.app.meter };
      const response = await fetch(`${house.app.url}/auth/${action}`, {
        method: 'POST',
        headers: json,
        body: '{}',
      });
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
      expect(house.app.meter).toEqual(before);
    },
  );
});
