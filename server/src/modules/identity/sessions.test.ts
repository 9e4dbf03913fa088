import { sha256 } from '../../platform/auth';
import type { PortalSession, StoryHouse } from '../../testing/story';
import { clientOf, openHouse, openPortal } from '../../testing/story';

const registered = 'query Me { viewer { name tenant { slug } } }';
const registeredId = `sha256:${sha256(registered)}`;
const following = 'subscription Follow { ticketChanges { cursor } }';

let house: StoryHouse;
let portal: PortalSession;
beforeAll(async () => {
  house = await openHouse({
    config: { documents: { [registeredId]: registered, [`sha256:${sha256(following)}`]: following } },
  });
});
afterAll(() => house.close());
beforeEach(() => {
  portal = openPortal(house);
});

const me = (token: string) => clientOf(house.app.url, token).query<{ viewer: { tenant: { slug: string } } }>(registered);
const refused = { status: 401, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] };

describe('a session of the portal', () => {
  it('keeps its secret in a cookie that scripts cannot read and other sites cannot send', async () => {
    const { headers, body } = await portal.send('sign-in', { email: 'admin@ironmole.example', password: 'story-password', tenant: 'ironmole' });
    const cookie = headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^aftercare=/);
    expect(cookie.split('; ').slice(1).sort()).toEqual(['HttpOnly', 'Max-Age=1209600', 'Path=/', 'SameSite=Strict']);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(JSON.stringify(body)).not.toContain(portal.cookie);
  });

  it('behind https has a cookie bound to the host and to https', async () => {
    const secure = await openHouse({ config: { publicUrl: 'https://service.example.com' }, database: house.database });
    await secure.close();
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

  it.each(['', 'x', 'a.b.c', '00000000-0000-0000-0000-000000000000.00000000-0000-0000-0000-000000000000.x', "'; DROP TABLE session; --"])(
    'is nobody’s with the cookie %j',
    async (cookie) => {
      portal.cookie = encodeURIComponent(cookie);
      for (const action of ['refresh', 'switch'] as const) {
        portal.cookie = encodeURIComponent(cookie);
        expect((await portal.send(action, { tenant: 'ironmole' })).status).toBe(401);
      }
    },
  );

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
    expect(await client.query('mutation { signIn(input: { email: "a", password: "b", tenant: "c" }) { accessToken } }')).toMatchObject(refused);
    expect(await (await client.subscribe(following)).ended).toMatchObject({ close: { code: 4403 } });
  });
});

describe('signing out', () => {
  it('ends the token at once and its sockets within five seconds, and those of no other session', async () => {
    const token = await portal.signIn('admin@ironmole');
    const other = await openPortal(house).signIn('admin@ironmole');
    expect((await me(token)).status).toBe(200);
    const [mine, others] = await Promise.all([token, other].map((each) => clientOf(house.app.url, each).subscribe(following)));
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

  it('reaches the sockets also when another server process did it', async () => {
    const token = await portal.signIn('admin@ironmole');
    const changes = await clientOf(house.app.url, token).subscribe(following);
    const elsewhere = await openElsewhere();
    try {
      const browser = openPortal(elsewhere);
      browser.cookie = portal.cookie;
      await browser.send('sign-out');
      const started = performance.now();
      expect(await changes.ended).toMatchObject({ close: { code: 4403, reason: 'Signed out' } });
      expect(performance.now() - started).toBeLessThan(5_000);
      expect(await me(token)).toMatchObject(refused);
    } finally {
      await elsewhere.app.stop();
    }
  });

  it('without a session does nothing and says so the same way', async () => {
    expect((await portal.send('sign-out')).status).toBe(204);
  });
});
