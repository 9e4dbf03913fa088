import type { LinkKind, Locale, Permission, Role } from '@aftercare/contract';
import type { Scope, TenantDb } from './database';

/** Who a verified token speaks for. */
export interface Principal {
  tenantId: string;
  sessionId: string;
  /** `portal` tokens may only send the portal's own documents; `link` tokens have a small budget. */
  audience: 'portal' | 'api' | 'link';
  kind: Scope['actorKind'];
  /** The member; for a link, the link itself. */
  memberId: string;
  name: string;
  roles: readonly Role[];
  /** The dealer that the member belongs to; null for the maker's own people. */
  dealerId: string | null;
  /** For somebody who came by a link: what it leads to, a machine or a ticket, by row id. */
  link?: { kind: LinkKind; subjectId: string };
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

/**
 * The product itself at work for somebody who sees too little to be served as themselves, such as whoever
 * came by a link. What is read and written must follow from whom they are, never from an id that they sent.
 */
export const asProduct = (ctx: RequestContext): RequestContext => ({
  ...ctx,
  db: ctx.db.asProduct(),
  loaders: new Map(),
});

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
