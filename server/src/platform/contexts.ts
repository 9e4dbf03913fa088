import type { Locale } from '@aftercare/contract';
import { permissions } from '@aftercare/contract';
import type { DataSource } from 'typeorm';
import type { Clock } from './clock';
import type { Principal, RequestContext } from './context';
import type { StatementMeter } from './database';
import { TenantDb } from './database';
import { sideOf } from './graphql/cursors';
import type { LiveChanges } from './live';

export interface ContextParts {
  source: DataSource;
  live: LiveChanges;
  clock: Clock;
  meter: StatementMeter;
  afterCommit: () => void;
}

/** The one place where a request context is made: for HTTP, for sockets and for the product's own work. */
export class Contexts {
  constructor(private readonly parts: ContextParts) {}

  of(actor: Principal, locale: Locale): RequestContext {
    const { source, live, clock, meter, afterCommit } = this.parts;
    const now = clock.now();
    const scope = {
      tenantId: actor.tenantId,
      actorId: actor.memberId,
      actorKind: actor.kind,
      partyId: actor.link?.subjectId ?? actor.dealerId,
      seesContacts: actor.permissions.has('contact:read'),
      now,
    };
    return {
      tenantId: actor.tenantId,
      actor,
      locale,
      now,
      db: new TenantDb(source, scope, meter, afterCommit),
      loaders: new Map(),
      keys: new Set(),
      changeCursor: live.currentCursor(sideOf(scope), now),
    };
  }

  /** The same asker a moment later, with nothing remembered. */
  readonly renew = ({ actor, locale }: RequestContext): RequestContext => this.of(actor, locale);

  /** The product itself, at work in one house. */
  system(tenantId: string, memberId: string): RequestContext {
    return this.of(
      {
        tenantId,
        sessionId: '',
        audience: 'api',
        kind: 'system',
        memberId,
        name: '',
        roles: [],
        dealerId: null,
        permissions: new Set(permissions),
        expiresAt: new Date(8_640_000_000_000_000),
      },
      'zh-CN',
    );
  }
}
