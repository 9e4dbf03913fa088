import { createHash, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import type { Clock } from '../clock';

export interface TokenClaims {
  tenantId: string;
  sessionId: string;
  audience: 'portal' | 'api';
  expiresAt: Date;
}

/** A key of its own for each purpose, all from the one secret of the installation. */
export const deriveKey = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `aftercare ${purpose}`, 32));

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export const randomSecret = (): string => randomBytes(32).toString('base64url');

export function sameSecret(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Signs and checks access tokens: short-lived JWTs that name a session of one tenant. */
export class AccessTokens {
  private readonly key: Buffer;

  constructor(
    secret: string,
    private readonly clock: Clock,
  ) {
    this.key = deriveKey(secret, 'access token');
  }

  sign({ tenantId, sessionId, audience, expiresAt }: TokenClaims): Promise<string> {
    return new SignJWT({ tid: tenantId, sid: sessionId })
      .setProtectedHeader({ alg: 'HS256' })
      .setAudience(audience)
      .setIssuedAt(Math.floor(this.clock.now().getTime() / 1000))
      .setExpirationTime(Math.floor(expiresAt.getTime() / 1000))
      .sign(this.key);
  }

  /** The claims of a token that is ours and has not expired; null for anything else. */
  async verify(token: string): Promise<TokenClaims | null> {
    try {
      const { payload } = await jwtVerify(token, this.key, {
        algorithms: ['HS256'],
        audience: ['portal', 'api'],
        requiredClaims: ['tid', 'sid', 'exp'],
        currentDate: this.clock.now(),
      });
      return {
        tenantId: String(payload['tid']),
        sessionId: String(payload['sid']),
        audience: payload.aud === 'portal' ? 'portal' : 'api',
        expiresAt: new Date((payload.exp ?? 0) * 1000),
      };
    } catch {
      return null;
    }
  }
}
