import { Session, SessionUnavailable, type SessionParts } from './session';

const minute = 60_000;
const start = Date.parse('2026-11-20T02:00:00Z');

interface Asked {
  path: string;
  body: unknown;
  headers: Record<string, string>;
}

/** A server with one cookie jar, and any number of tabs of one browser. */
function house() {
  const asked: Asked[] = [];
  const listeners: ((event: { data: unknown }) => void)[] = [];
  let tokens = 0;
  let answer: (path: string) => { status: number; body?: unknown; retryAfter?: string } | Error = () => ({
    status: 200,
  });
  let queue: Promise<unknown> = Promise.resolve();

  const tab = (): Session => {
    let own: ((event: { data: unknown }) => void) | undefined;
    const parts: SessionParts = {
      now: () => Date.now(),
      exclusively: (work) => {
        const turn = queue.then(work);
        queue = turn.catch(() => undefined);
        return turn;
      },
      channel: {
        addEventListener: (_: string, listener: unknown) => {
          own = listener as typeof own;
          if (own) listeners.push(own);
        },
        postMessage: (data: unknown) =>
          listeners.filter((listener) => listener !== own).forEach((listener) => listener({ data })),
      },
      fetch: async (input, init) => {
        const path = String(input);
        asked.push({
          path,
          body: JSON.parse(String(init?.body)),
          headers: init?.headers as Record<string, string>,
        });
        const given = answer(path);
        if (given instanceof Error) throw given;
        const granted = {
          accessToken: `token-${++tokens}`,
          expiresAt: new Date(Date.now() + 10 * minute).toISOString(),
        };
        return {
          ok: given.status < 300,
          status: given.status,
          headers: new Headers({
            date: new Date().toISOString(),
            ...(given.retryAfter ? { 'retry-after': given.retryAfter } : {}),
          }),
          json: async () => given.body ?? granted,
        } as unknown as Response;
      },
    };
    return new Session(parts);
  };
  return {
    tab,
    asked,
    paths: () => asked.map(({ path }) => path),
    answers: (how: typeof answer) => (answer = how),
  };
}

const credentials = { email: 'dispatcher@ironmole.example', password: 'secret' };

/** How the server words a refusal of its own. */
const failure = (code: string, details: object = {}) => ({
  errors: [{ message: 'Refused.', extensions: { code, ...details } }],
});

beforeEach(() => jest.useFakeTimers({ now: start }));
afterEach(() => jest.useRealTimers());

describe('signing in', () => {
  test('gives a token to this tab, and every request says that it is the portal', async () => {
    const { tab, asked } = house();
    const session = tab();
    expect(await session.signIn(credentials)).toEqual({ kind: 'signed-in' });
    expect(await session.token()).toBe('token-1');
    expect(asked[0]).toMatchObject({ path: '/auth/sign-in', body: credentials });
    expect(asked[0]?.headers).toMatchObject({ 'x-aftercare': 'portal' });
  });

  test('a login of several houses is asked which one', async () => {
    const { tab, answers } = house();
    const memberships = [{ slug: 'ironmole', name: { zh: '铁鼹', en: 'Ironmole' } }];
    answers(() => ({ status: 409, body: { memberships } }));
    expect(await tab().signIn(credentials)).toEqual({ kind: 'choose-house', memberships });
  });

  test.each([
    [{ status: 401, body: { code: 'SIGN_IN_FAILED', message: '邮箱或密码不正确。' } }, { kind: 'refused' }],
    [
      { status: 429, retryAfter: '540', body: failure('THROTTLED', { retryAfterSeconds: 540 }) },
      { kind: 'throttled', retryAfterSeconds: 540 },
    ],
    [
      { status: 429, body: failure('THROTTLED') },
      { kind: 'throttled', retryAfterSeconds: 60 },
    ],
    [{ status: 400, body: failure('BAD_USER_INPUT') }, { kind: 'unavailable' }],
    [{ status: 503, body: failure('UNAVAILABLE') }, { kind: 'unavailable' }],
    [new TypeError('fetch failed'), { kind: 'unavailable' }],
  ])('a refusal says what to do: %j', async (given, expected) => {
    const { tab, answers } = house();
    answers(() => given);
    expect(await tab().signIn(credentials)).toMatchObject(expected);
  });
});

describe('staying signed in', () => {
  test('the token is renewed before it ends', async () => {
    const { tab, paths } = house();
    const session = tab();
    await session.signIn(credentials);
    await jest.advanceTimersByTimeAsync(8 * minute);
    expect(paths()).toEqual(['/auth/sign-in']);
    await jest.advanceTimersByTimeAsync(minute);
    expect(paths()).toEqual(['/auth/sign-in', '/auth/refresh']);
    expect(await session.token()).toBe('token-2');
  });

  test('a device with a wrong clock renews in time all the same', async () => {
    const { tab, paths, answers } = house();
    const session = tab();
    const serverAhead = 60 * minute;
    answers(() => ({
      status: 200,
      body: { accessToken: 'ahead', expiresAt: new Date(Date.now() + 10 * minute).toISOString() },
    }));
    await session.signIn(credentials);
    jest.setSystemTime(Date.now() - serverAhead);
    await jest.advanceTimersByTimeAsync(9 * minute);
    expect(paths()).toEqual(['/auth/sign-in', '/auth/refresh']);
  });

  test('requests that find the token refused at the same time share one renewal', async () => {
    const { tab, paths } = house();
    const session = tab();
    await session.signIn(credentials);
    expect(await Promise.all([session.renew(), session.renew(), session.renew()])).toEqual([
      true,
      true,
      true,
    ]);
    expect(paths()).toEqual(['/auth/sign-in', '/auth/refresh']);
  });

  test('two tabs never spend the cookie at once: the second takes what the first was given', async () => {
    const { tab, paths } = house();
    const first = tab();
    const second = tab();
    await first.renew();
    await second.renew();
    const before = paths().length;
    await Promise.all([first.renew(), second.renew()]);
    expect(paths().length - before).toBe(1);
    expect(await second.token()).toBe(await first.token());
  });

  test('a token that the server calls expired is not used again', async () => {
    const { tab } = house();
    const session = tab();
    await session.signIn(credentials);
    session.expire();
    expect(await session.token()).toBe('token-2');
  });

  test('a server that cannot be reached does not sign anyone out', async () => {
    const { tab, answers } = house();
    const session = tab();
    await session.signIn(credentials);
    answers(() => new TypeError('fetch failed'));
    await expect(session.renew()).rejects.toBeInstanceOf(SessionUnavailable);
    expect(session.status).toBe('signed-in');
    expect(await session.token()).toBe('token-1');
  });
});

describe('the end of a session', () => {
  test('a refused cookie ends it, and nothing more is asked', async () => {
    const { tab, answers, paths } = house();
    const session = tab();
    const seen: string[] = [];
    session.subscribe(() => seen.push(session.status));
    answers(() => ({ status: 401, body: failure('UNAUTHENTICATED') }));
    expect(await session.token()).toBeNull();
    expect(seen).toEqual(['signed-out']);
    expect(await session.token()).toBeNull();
    expect(paths()).toEqual(['/auth/refresh']);
  });

  test('signing out ends it in every tab', async () => {
    const { tab, answers } = house();
    const first = tab();
    const second = tab();
    await first.renew();
    await second.renew();
    answers(() => ({ status: 204 }));
    await first.signOut();
    expect([first.status, second.status]).toEqual(['signed-out', 'signed-out']);
  });

  test('switching house without a session ends it here, and one that is not theirs leaves all as it was', async () => {
    const { tab, answers } = house();
    const session = tab();
    await session.renew();
    answers(() => ({ status: 400, body: failure('BAD_USER_INPUT') }));
    expect(await session.switchHouse('elsewhere')).toBe(false);
    expect(session.status).toBe('signed-in');
    answers(() => ({ status: 401, body: failure('UNAUTHENTICATED') }));
    expect(await session.switchHouse('voltworks')).toBe(false);
    expect(session.status).toBe('signed-out');
  });

  test('another house in one tab stops the others instead of mixing the two', async () => {
    const { tab, paths } = house();
    const first = tab();
    const second = tab();
    await first.renew();
    await second.renew();
    expect(await first.switchHouse('voltworks')).toBe(true);
    expect(second.status).toBe('replaced');
    const before = paths().length;
    expect(await second.token()).toBeNull();
    expect(paths().length).toBe(before);
  });
});
