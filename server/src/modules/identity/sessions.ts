import type { ResolveSession } from '../../platform/auth';
import { AccessTokens, randomSecret, sameSecret, sha256 } from '../../platform/auth';
import type { Clock } from '../../platform/clock';
import type { MachineDb } from '../../platform/database';
import { newId } from '../../platform/graphql';
import type { MemberRow } from './principal';
import { memberColumns, principalOf } from './principal';

const minutes = 60_000;
const accessFor = { portal: 10 * minutes, api: 60 * minutes } as const;
const refreshFor = 14 * 24 * 60 * minutes;
/** Two tabs may refresh at the same moment; the one that comes second is not a thief. */
const graceAfterRotation = 30_000;

export interface Access {
  accessToken: string;
  expiresAt: Date;
}

export interface PortalAccess extends Access {
  /** Goes into the cookie: `<tenant>.<session>.<secret>`; null when the cookie already holds a newer one. */
  refreshToken: string | null;
}

interface StoredSession {
  membership_id: string;
  refresh_hash: string | null;
  previous_hash: string | null;
  rotated_at: Date | null;
}

/** Sessions: opened by signing in, refreshed by rotating secrets, ended by signing out or by misuse. */
export class Sessions {
  constructor(
    private readonly machine: MachineDb,
    private readonly tokens: AccessTokens,
    private readonly clock: Clock,
    private readonly onRevoked: (sessionId: string) => void,
  ) {}

  /** A session for a program: one access token, no refresh. */
  async openForApi(house: { tenantId: string; memberId: string }): Promise<Access> {
    const sessionId = await this.insert(house, 'api', null, accessFor.api);
    return this.access(house.tenantId, sessionId, 'api');
  }

  /** A session for the portal: access token for the page, refresh secret for the cookie. */
  async openForPortal(house: { tenantId: string; memberId: string }): Promise<PortalAccess> {
    const secret = randomSecret();
    const sessionId = await this.insert(house, 'portal', sha256(secret), refreshFor);
    return this.portalAccess(house.tenantId, sessionId, secret);
  }

  /**
   * A fresh access token for a refresh token, which is replaced. A secret that was replaced before ends
   * the whole session: somebody else holds it.
   */
  async refresh(refreshToken: string): Promise<PortalAccess | null> {
    const found = await this.find(refreshToken);
    if (!found) return null;
    const { tenantId, sessionId, secret, session } = found;
    const now = this.clock.now();
    if (session.refresh_hash && sameSecret(session.refresh_hash, sha256(secret))) {
      const next = randomSecret();
      const rotated = await this.machine.query(
        `UPDATE session SET refresh_hash = $3, previous_hash = refresh_hash, rotated_at = $4
          WHERE tenant_id = $1 AND id = $2 AND refresh_hash = $5 RETURNING id`,
        [tenantId, sessionId, sha256(next), now, sha256(secret)],
      );
      return this.portalAccess(tenantId, sessionId, rotated.length > 0 ? next : null);
    }
    const justReplaced =
      session.previous_hash !== null &&
      sameSecret(session.previous_hash, sha256(secret)) &&
      now.getTime() - (session.rotated_at?.getTime() ?? 0) <= graceAfterRotation;
    if (justReplaced) return this.portalAccess(tenantId, sessionId, null);
    await this.revoke(tenantId, sessionId);
    return null;
  }

  /** Ends the session of a refresh token; its access tokens and sockets end with it. */
  async close(refreshToken: string): Promise<void> {
    const found = await this.find(refreshToken);
    if (found) await this.revoke(found.tenantId, found.sessionId);
  }

  /** The membership that a refresh token stands for, for switching to another house of the same login. */
  async memberOf(refreshToken: string): Promise<{ tenantId: string; memberId: string } | null> {
    const found = await this.find(refreshToken);
    const live = found?.session.refresh_hash && sameSecret(found.session.refresh_hash, sha256(found.secret));
    return found && live ? { tenantId: found.tenantId, memberId: found.session.membership_id } : null;
  }

  /** Who a live session speaks for, with the roles that its member holds now. */
  readonly resolve: ResolveSession = async ({ tenantId, sessionId }) => {
    const [row] = await this.machine.query<MemberRow>(
      `SELECT ${memberColumns}
         FROM session s JOIN membership m ON m.tenant_id = s.tenant_id AND m.id = s.membership_id
        WHERE s.tenant_id = $1 AND s.id = $2 AND s.revoked_at IS NULL AND s.expires_at > $3`,
      [tenantId, sessionId, this.clock.now()],
    );
    return row ? { tenantId, sessionId, ...principalOf(row) } : null;
  };

  private async insert(
    { tenantId, memberId }: { tenantId: string; memberId: string },
    audience: 'portal' | 'api',
    refreshHash: string | null,
    lifeMs: number,
  ): Promise<string> {
    const now = this.clock.now();
    const id = newId(now);
    await this.machine.query(
      `INSERT INTO session (tenant_id, id, membership_id, audience, refresh_hash, expires_at, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [tenantId, id, memberId, audience, refreshHash, new Date(now.getTime() + lifeMs), now],
    );
    return id;
  }

  private async find(refreshToken: string) {
    const [tenantId, sessionId, secret] = refreshToken.split('.');
    if (!tenantId || !sessionId || !secret || ![tenantId, sessionId].every((id) => uuid.test(id)))
      return null;
    const [session] = await this.machine.query<StoredSession>(
      `SELECT membership_id, refresh_hash, previous_hash, rotated_at FROM session
        WHERE tenant_id = $1 AND id = $2 AND revoked_at IS NULL AND expires_at > $3`,
      [tenantId, sessionId, this.clock.now()],
    );
    return session ? { tenantId, sessionId, secret, session } : null;
  }

  /** Marks the session and tells every server process through the change log, in one statement. */
  private async revoke(tenantId: string, sessionId: string): Promise<void> {
    await this.machine.query(
      `WITH ended AS (
         UPDATE session SET revoked_at = $3 WHERE tenant_id = $1 AND id = $2 AND revoked_at IS NULL RETURNING id)
       INSERT INTO change (tenant_id, topic, kind, subject_id, version, audience, at)
       SELECT $1, 'session', 'revoked', id, 1, 'internal', $3 FROM ended`,
      [tenantId, sessionId, this.clock.now()],
    );
    this.onRevoked(sessionId);
  }

  private async access(tenantId: string, sessionId: string, audience: 'portal' | 'api'): Promise<Access> {
    const expiresAt = new Date(this.clock.now().getTime() + accessFor[audience]);
    return { accessToken: await this.tokens.sign({ tenantId, sessionId, audience, expiresAt }), expiresAt };
  }

  private async portalAccess(
    tenantId: string,
    sessionId: string,
    secret: string | null,
  ): Promise<PortalAccess> {
    const refreshToken = secret && `${tenantId}.${sessionId}.${secret}`;
    return { ...(await this.access(tenantId, sessionId, 'portal')), refreshToken };
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
