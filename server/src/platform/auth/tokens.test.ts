import { generateKeyPairSync } from 'node:crypto';
import { SignJWT, UnsecuredJWT } from 'jose';
import { AccessTokens, deriveKey } from './tokens';

const secret = 'the secret of this installation';
const now = new Date('2026-03-02T08:00:00Z');
const tokens = new AccessTokens(secret, { now: () => now });
const expiresAt = new Date(now.getTime() + 600_000);
const claims = { tid: 'tenant a', sid: 'session 1' };
const key = deriveKey(secret, 'access token');

const jwt = (body: object = claims, alg = 'HS256') =>
  new SignJWT({ ...body }).setProtectedHeader({ alg }).setAudience('api').setExpirationTime(expiresAt);

describe('access tokens', () => {
  it('carry tenant, session, audience and expiry', async () => {
    for (const audience of ['portal', 'api'] as const) {
      const token = await tokens.sign({ tenantId: 'tenant a', sessionId: 'session 1', audience, expiresAt });
      expect(await tokens.verify(token)).toEqual({
        tenantId: 'tenant a',
        sessionId: 'session 1',
        audience,
        expiresAt,
      });
    }
  });

  it('made by hand with our key would pass, so each forgery below fails for its own reason', async () => {
    expect(await tokens.verify(await jwt().sign(key))).not.toBeNull();
  });

  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const forgeries: Array<[string, () => Promise<string> | string]> = [
    [
      'no signature (alg none)',
      () => new UnsecuredJWT(claims).setAudience('api').setExpirationTime(expiresAt).encode(),
    ],
    ['another algorithm with our key', () => jwt(claims, 'HS512').sign(Buffer.concat([key, key]))],
    ['a public-key algorithm', () => jwt(claims, 'RS256').sign(rsa)],
    ['the secret itself instead of the derived key', () => jwt().sign(Buffer.from(secret.padEnd(32)))],
    ['the key of another purpose', () => jwt().sign(deriveKey(secret, 'cursor'))],
    ['the key of another installation', () => jwt().sign(deriveKey('another secret', 'access token'))],
    ['another audience', () => jwt().setAudience('link').sign(key)],
    [
      'no audience',
      () => new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).setExpirationTime(expiresAt).sign(key),
    ],
    [
      'no expiry',
      () => new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).setAudience('api').sign(key),
    ],
    ['an expiry that has passed', () => jwt().setExpirationTime(now).sign(key)],
    ['no tenant', () => jwt({ sid: 'session 1' }).sign(key)],
    ['no session', () => jwt({ tid: 'tenant a' }).sign(key)],
    ['nothing in it', () => ''],
    ['words', () => 'not a token'],
  ];
  it.each(forgeries)('with %s are refused', async (_case, forge) => {
    expect(await tokens.verify(await forge())).toBeNull();
  });

  it('are refused when any part of them was altered', async () => {
    const token = await jwt().sign(key);
    const [header, , signature] = token.split('.');
    const other = Buffer.from(
      JSON.stringify({ ...claims, tid: 'tenant b', aud: 'api', exp: 9_999_999_999 }),
    ).toString('base64url');
    expect(await tokens.verify(`${header}.${other}.${signature}`)).toBeNull();
    expect(await tokens.verify(`${token.slice(0, -4)}AAAA`)).toBeNull();
  });
});
