import type { Principal } from '../context';
import { Authenticator } from './authenticator';
import { AccessTokens } from './tokens';

const start = new Date('2026-03-02T08:00:00Z');
const later = (ms: number): Date => new Date(start.getTime() + ms);

async function desk() {
  const clock = { at: start, now: () => clock.at };
  const tokens = new AccessTokens('the secret of this installation', clock);
  const live = new Set(['session 1', 'session 2']);
  let looks = 0;
  let meanwhile = (): void => undefined;
  const authenticator = new Authenticator(
    tokens,
    async ({ tenantId, sessionId }) => {
      looks += 1;
      const alive = live.has(sessionId);
      await Promise.resolve();
      meanwhile();
      return alive ? ({ tenantId, sessionId, name: 'Lin' } as Principal) : null;
    },
    async (secret) => {
      looks += 1;
      return live.has(secret)
        ? ({
            sessionId: secret,
            audience: 'link',
            expiresAt: new Date(clock.now().getTime() + 60_000),
          } as Principal)
        : null;
    },
    clock,
  );
  const token = (sessionId: string) =>
    tokens.sign({ tenantId: 'tenant a', sessionId, audience: 'api', expiresAt: later(60_000) });
  return {
    clock,
    authenticator,
    one: await token('session 1'),
    two: await token('session 2'),
    looks: () => looks,
    end: (sessionId: string) => live.delete(sessionId),
    during: (work: () => void) => (meanwhile = work),
  };
}

describe('the secret of a link', () => {
  it('speaks for its link, which is looked up once, and again when that is a while ago', async () => {
    const { authenticator, clock, looks } = await desk();
    const link = { audience: 'link', sessionId: 'session 1' };
    expect(await authenticator.authenticate('lnk_session 1')).toMatchObject(link);
    clock.at = later(59_999);
    expect(await authenticator.authenticate('lnk_session 1')).toMatchObject(link);
    expect(looks()).toBe(1);
    clock.at = later(60_000);
    expect(await authenticator.authenticate('lnk_session 1')).toMatchObject(link);
    expect(looks()).toBe(2);
  });

  it('is refused at once when the link is revoked', async () => {
    const { authenticator, end } = await desk();
    await authenticator.authenticate('lnk_session 1');
    end('session 1');
    authenticator.revoke('session 1');
    expect(await authenticator.authenticate('lnk_session 1')).toBeNull();
  });

  it('is nothing without its prefix, nor is a signed token with it', async () => {
    const { authenticator, one, looks } = await desk();
    expect(await authenticator.authenticate('session 1')).toBeNull();
    expect(looks()).toBe(0);
    expect(await authenticator.authenticate(`lnk_${one}`)).toBeNull();
  });
});

describe('an access token', () => {
  it('speaks for its session, which is looked up once', async () => {
    const { authenticator, one, looks } = await desk();
    expect(await authenticator.authenticate(one)).toMatchObject({
      sessionId: 'session 1',
      tenantId: 'tenant a',
      audience: 'api',
    });
    await authenticator.authenticate(one);
    expect(looks()).toBe(1);
  });

  it('is good until the moment it expires, also when it was remembered', async () => {
    const { authenticator, clock, one, two } = await desk();
    clock.at = later(59_999);
    expect(await authenticator.authenticate(one)).not.toBeNull();
    clock.at = later(60_000);
    expect(await authenticator.authenticate(one)).toBeNull();
    expect(await authenticator.authenticate(two)).toBeNull();
  });

  it('is refused at once when its session is revoked, and only that session', async () => {
    const { authenticator, one, two, end } = await desk();
    await Promise.all([authenticator.authenticate(one), authenticator.authenticate(two)]);
    end('session 1');
    end('session 2');
    authenticator.revoke('session 1');
    expect(await authenticator.authenticate(one)).toBeNull();
    expect(await authenticator.authenticate(two)).not.toBeNull();
  });

  it('is not remembered when a session was revoked while it was looked up', async () => {
    const { authenticator, one, end, during } = await desk();
    during(() => authenticator.revoke('session 1'));
    await authenticator.authenticate(one);
    end('session 1');
    during(() => undefined);
    expect(await authenticator.authenticate(one)).toBeNull();
  });

  it('tells listeners of revocations until they stop listening', async () => {
    const { authenticator } = await desk();
    const heard: string[] = [];
    const stop = authenticator.onRevocation((sessionId) => heard.push(sessionId));
    authenticator.revoke('session 1');
    stop();
    authenticator.revoke('session 2');
    expect(heard).toEqual(['session 1']);
  });
});
