import type { Locale, Permission, Role } from '@aftercare/contract';
import type { Scope, TenantDb } from './database';

/** Who a verified token speaks for. */
export interface Principal {
  tenantId: string;
  sessionId: string;
  /** `portal` tokens may only send the portal's own documents. */
  audience: 'portal' | 'api';
  kind: Scope['actorKind'];
  memberId: string;
  name: string;
  roles: readonly Role[];
  /** The dealer that the member belongs to; null for the maker's own people. */
  dealerId: string | null;
  permissions: ReadonlySet<Permission>;
  expiresAt: Date;
}

/** A place for per-request caches; a room keeps its loaders under a key of its own. */
export type LoaderCache = Map<object, unknown>;

/** First argument of every service method: who asks, in which house, when, and the only way to its data. */
export interface RequestContext {
  tenantId: string;
  actor: Principal;
  locale: Locale;
  now: Date;
  db: TenantDb;
  loaders: LoaderCache;
  /** Idempotency keys that this request took, or found taken by an equal one. */
  keys: Set<string>;
  /** Where the change log stood when the request began. */
  changeCursor: string;
}

/** What is known of a visitor before, or without, signing in. */
export interface Visitor {
  locale: Locale;
}

/**
 * The GraphQL context value. Apollo clones it shallowly for each operation, so nothing that a closure
 * outside must see may be written on it directly.
 */
export interface GraphQLContext {
  visitor: Visitor;
  request: RequestContext | undefined;
}
