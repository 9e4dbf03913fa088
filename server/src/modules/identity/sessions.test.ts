import { Client } from 'pg';
import pino from 'pino';
import { createApp } from '../../app';
import { sha256 } from '../../platform/auth';
import { createHttpServer } from '../../platform/http';
import type { PortalSession, StoryHouse } from '../../testing/story';
import { clientOf, openHouse, openPortal } from '../../testing/story';
import { servePortalSession } from './identity.routes';

const registered = 'query Me { viewer { name tenant { slug } } }';
const registeredId = `sha256:${sha256(registered)}`;
const following = 'subscription Follow { ticketChanges { cursor } }';

// both processes of one installation have it
const secret = 'a secret of stories, long enough for two';

let house: StoryHouse;
let portal: PortalSession;
beforeAll(async () => {
  house = await openHouse({
    config: { secret, documents: { [registeredId]: registered, [`sha256:${sha256(following)}`]: following } },
  });
});
afterAll(() => house.close());
beforeEach(() => {
  portal = openPortal(house);
});

const me = (token: string) =>
  clientOf(house.app.url, token).query<{ viewer: { tenant: { slug: string } } }>(registered);
const refused = { status: 401, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] };

describe('a session of the portal', () => {
  it('keeps its secret in a cookie that scripts cannot read and other sites cannot send', async () => {
    const { headers, body } = await portal.send('sign-in', {
      email: 'admin@ironmole.example',
      password: 'story-password',
      tenant: 'ironmole',
    });
    const cookie = headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^aftercare=/);
    expect(cookie.split('; ').slice(1).sort()).toEqual([
      'HttpOnly',
      'Max-Age=1209600',
      'Path=/',
      'SameSite=Strict',
    ]);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(JSON.stringify(body)).not.toContain(portal.cookie);
  });

  it('behind https has a cookie bound to the host and to https', async () => {
    const http = createHttpServer(pino({ level: 'silent' }));
    const { signing, sessions, identity } = house.app.services;
    servePortalSession(http, { signing, sessions, housesOfMember: identity.housesOfMember, secure: true });
    const { headers } = await http.inject({
      method: 'POST',
      url: '/auth/sign-in',
      headers: { 'x-aftercare': 'portal' },
      payload: { email: 'admin@ironmole.example', password: 'story-password', tenant: 'ironmole' },
    });
    const cookie = String(headers['set-cookie']);
    expect(cookie).toMatch(/^__Host-aftercare=/);
    expect(cookie.split('; ')).toEqual(
      expect.arrayContaining(['Secure', 'HttpOnly', 'Path=/', 'SameSite=Strict']),
    );
    await http.close();
  });

  it('is refreshed by a new secret each time', async () => {
    const first = await portal.signIn('admin@ironmole');
    const cookies = [portal.cookie];
    for (let round = 0; round < 3; round += 1) {
      house.clock.advance({ minutes: 1 });
      const { status, body } = await portal.send('refresh');
      expect(status).toBe(200);
      expect(body.accessToken).not.toBe(first);
      expect((await me(body.accessToken as string)).data.viewer.tenant.slug).toBe('ironmole');
      cookies.push(portal.cookie);
    }
    expect(new Set(cookies).size).toBe(4);
  });

  it('survives two tabs that refresh at once, and both go on', async () => {
    await portal.signIn('admin@ironmole');
    const answers = await Promise.all([portal.send('refresh'), portal.send('refresh')]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers.filter(({ cookie }) => cookie)).toHaveLength(1);
    house.clock.advance({ minutes: 5 });
    expect((await portal.send('refresh')).status).toBe(200);
  });

  it('ends altogether when a replaced secret is used again: somebody else holds it', async () => {
    await portal.signIn('admin@ironmole');
    const stolen = portal.cookie;
    const { body } = await portal.send('refresh');
    house.clock.advance({ minutes: 1 });
    const thief = openPortal(house);
    thief.cookie = stolen;
    expect(await thief.send('refresh')).toMatchObject({ status: 401, cookie: '' });
    expect((await portal.send('refresh')).status).toBe(401);
    expect(await me(body.accessToken as string)).toMatchObject(refused);
  });

  it.each([
    '',
    'x',
    'a.b.c',
    '00000000-0000-0000-0000-000000000000.00000000-0000-0000-0000-000000000000.x',
    "'; DROP TABLE session; --",
  ])('is nobody’s with the cookie %j', async (cookie) => {
    portal.cookie = encodeURIComponent(cookie);
    for (const action of ['refresh', 'switch'] as const) {
      portal.cookie = encodeURIComponent(cookie);
      expect((await portal.send(action, { tenant: 'ironmole' })).status).toBe(401);
    }
  });

  it('is over after fourteen days without a visit', async () => {
    await portal.signIn('admin@ironmole');
    house.clock.advance({ days: 14, minutes: 1 });
    expect((await portal.send('refresh')).status).toBe(401);
  });
});

describe('an access token', () => {
  it('of the portal is good for ten minutes, of a program for an hour', async () => {
    const ofPortal = await portal.signIn('admin@ironmole');
    const ofProgram = (await house.as('admin@ironmole')).token as string;
    house.clock.advance({ minutes: 9 });
    expect((await me(ofPortal)).status).toBe(200);
    house.clock.advance({ minutes: 1 });
    expect(await me(ofPortal)).toMatchObject(refused);
    expect((await me(ofProgram)).status).toBe(200);
    house.clock.advance({ minutes: 50 });
    expect(await me(ofProgram)).toMatchObject(refused);
  });

  it('that has expired opens no socket (4403, so that the client fetches a fresh one)', async () => {
    const token = await portal.signIn('admin@ironmole');
    house.clock.advance({ minutes: 11 });
    const client = clientOf(house.app.url, token);
    expect(await (await client.subscribe(following)).ended).toMatchObject({ close: { code: 4403 } });
  });

  it('that expires closes its sockets with 4403 within a second', async () => {
    const token = await portal.signIn('admin@ironmole');
    const { body } = await portal.send('refresh');
    house.clock.set(new Date(Date.parse(body.expiresAt as string) - 700));
    const client = clientOf(house.app.url, token);
    const changes = await client.subscribe(following);
    const started = performance.now();
    expect(await changes.ended).toMatchObject({ close: { code: 4403, reason: 'Token expired' } });
    expect(performance.now() - started).toBeLessThan(1_700);
  });

  it.each([
    ['altered', (token: string) => `${token.slice(0, -3)}abc`],
    ['of nobody', () => 'eyJhbGciOiJub25lIn0.e30.'],
    ['with an empty value', () => ''],
  ])('%s is refused, also beside a public field', async (_case, forge) => {
    const client = clientOf(house.app.url, forge(await portal.signIn('admin@ironmole')));
    expect(await client.query('{ serverTime }')).toMatchObject(refused);
    expect(
      await client.query(
        'mutation { signIn(input: { email: "a", password: "b", tenant: "c" }) { accessToken } }',
      ),
    ).toMatchObject(refused);
    expect(await (await client.subscribe(following)).ended).toMatchObject({ close: { code: 4403 } });
  });
});

describe('signing out', () => {
  it('ends the token at once and its sockets within five seconds, and those of no other session', async () => {
    const token = await portal.signIn('admin@ironmole');
    const other = await openPortal(house).signIn('admin@ironmole');
    expect((await me(token)).status).toBe(200);
    const [mine, others] = await Promise.all(
      [token, other].map((each) => clientOf(house.app.url, each).subscribe(following)),
    );
    const started = performance.now();
    const { status, cookie } = await portal.send('sign-out');
    expect([status, cookie]).toEqual([204, '']);
    expect(await me(token)).toMatchObject(refused);
    expect(await mine?.ended).toMatchObject({ close: { code: 4403, reason: 'Signed out' } });
    expect(performance.now() - started).toBeLessThan(5_000);
    expect((await me(other)).status).toBe(200);
    await others?.silence(100);
    others?.stop();
  });

  it('ends the token at once also while an open transaction holds the change log back', async () => {
    const token = await portal.signIn('admin@ironmole');
    expect((await me(token)).status).toBe(200);
    const holder = new Client(house.database.ownerUrl);
    await holder.connect();
    try {
      await holder.query('BEGIN');
      await holder.query('SELECT pg_current_xact_id()');
      await portal.send('sign-out');
      expect(await me(token)).toMatchObject(refused);
    } finally {
      await holder.end();
    }
  });

  it('reaches the sockets also when another server process did it', async () => {
    const token = await portal.signIn('admin@ironmole');
    const changes = await clientOf(house.app.url, token).subscribe(following);
    const app = await createApp({
      clock: house.clock,
      config: {
        host: '127.0.0.1',
        port: 0,
        databaseUrl: house.database.serverUrl,
        secret,
        filesDir: house.filesDir,
        log: pino({ level: 'silent' }),
      },
    });
    try {
      const browser = openPortal({ app });
      browser.cookie = portal.cookie;
      await browser.send('sign-out');
      const started = performance.now();
      expect(await changes.ended).toMatchObject({ close: { code: 4403, reason: 'Signed out' } });
      expect(performance.now() - started).toBeLessThan(5_000);
      expect(await me(token)).toMatchObject(refused);
    } finally {
      await app.stop();
    }
  });

  it('without a session does nothing and says so the same way', async () => {
    expect((await portal.send('sign-out')).status).toBe(204);
  });
});

describe('switching houses', () => {
  it('asks somebody of several houses which one', async () => {
    const { status, body, cookie } = await portal.send('sign-in', {
      email: 'dealer@shared.example',
      password: 'story-password',
    });
    expect([status, cookie]).toEqual([409, undefined]);
    expect(body).toEqual({
      memberships: [
        { slug: 'ironmole', name: { zh: '铁鼹', en: 'Ironmole' } },
        { slug: 'purefount', name: { zh: '泉净', en: 'Purefount' } },
      ],
    });
  });

  it('opens the other house and ends the session of the first', async () => {
    const token = await portal.signIn('dealer@shared', 'ironmole');
    const before = portal.cookie;
    const { status, body } = await portal.send('switch', { tenant: 'purefount' });
    expect(status).toBe(200);
    expect((await me(body.accessToken as string)).data.viewer.tenant.slug).toBe('purefount');
    expect(await me(token)).toMatchObject(refused);
    portal.cookie = before;
    expect((await portal.send('refresh')).status).toBe(401);
  });

  it('is refused into a house that the login does not belong to, and the session stays', async () => {
    const token = await portal.signIn('dealer1@ironmole');
    for (const tenant of ['purefount', 'no-such-house']) {
      const { status, body } = await portal.send('switch', { tenant });
      expect([status, body.errors]).toEqual([
        400,
        [{ message: expect.any(String), extensions: { code: 'BAD_USER_INPUT', field: 'tenant' } }],
      ]);
    }
    expect((await me(token)).status).toBe(200);
  });
});
