import type { Clock } from '../clock';
import type { Principal } from '../context';
import type { AccessTokens } from './tokens';
import { sha256 } from './tokens';

const atMost = 10_000;

/** Finds who a session speaks for; null once it is revoked, or its member has left. */
export type ResolveSession = (claims: {
  tenantId: string;
  sessionId: string;
}) => Promise<Omit<Principal, 'audience' | 'expiresAt'> | null>;

/** Finds who a link's secret speaks for; null for one that never was, is revoked or has expired. */
export type ResolveLink = (secret: string) => Promise<Principal | null>;

/** What the token of a link begins with; no signed token does. */
export const linkPrefix = 'lnk_';

/**
 * Turns a bearer token into a principal: one that names a session, or the secret of a link. A verified token is kept by its hash until it expires or its
 * session (or the link) is revoked, which the change log tells every server process.
 */
export class Authenticator {
  private readonly known = new Map<string, Principal>();
  private readonly revocationListeners = new Set<(sessionId: string) => void>();
  private revocations = 0;

  constructor(
    private readonly tokens: AccessTokens,
    private readonly resolveSession: ResolveSession,
    private readonly resolveLink: ResolveLink,
    private readonly clock: Clock,
  ) {}

  async authenticate(token: string): Promise<Principal | null> {
    const hash = sha256(token);
    const known = this.known.get(hash);
    if (known && known.expiresAt > this.clock.now()) return known;
    this.known.delete(hash);
    const revocationsBefore = this.revocations;
    const principal = token.startsWith(linkPrefix)
      ? await this.resolveLink(token.slice(linkPrefix.length))
      : await this.ofSession(token);
    if (!principal) return null;
    // a revocation that came in between may be about this very session: answer, but look again next time
    if (revocationsBefore === this.revocations) this.remember(hash, principal);
    return principal;
  }

  /** Drops every token of a session or link; called for each revocation in the change log. */
  revoke(sessionId: string): void {
    this.revocations += 1;
    for (const [hash, principal] of this.known)
      if (principal.sessionId === sessionId) this.known.delete(hash);
    for (const listener of this.revocationListeners) listener(sessionId);
  }

  /** Calls back for each revoked session, so that its sockets can be closed. Answers how to stop. */
  onRevocation(listener: (sessionId: string) => void): () => void {
    this.revocationListeners.add(listener);
    return () => this.revocationListeners.delete(listener);
  }

  private async ofSession(token: string): Promise<Principal | null> {
    const claims = await this.tokens.verify(token);
    const resolved = claims && (await this.resolveSession(claims));
    return resolved && { ...resolved, audience: claims.audience, expiresAt: claims.expiresAt };
  }

  private remember(hash: string, principal: Principal): void {
    if (this.known.size >= atMost) {
      const [oldest] = this.known.keys();
      if (oldest) this.known.delete(oldest);
    }
    this.known.set(hash, principal);
  }
}
