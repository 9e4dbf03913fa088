import type { Scope } from '../database';
import type { Position } from './position';

/** One line of the change log: what happened to which subject, for whose eyes. It holds ids, never content. */
export interface Change extends Position {
  tenantId: string;
  topic: string;
  kind: string;
  subjectId: string;
  /** Version of the subject after the change. */
  version: number;
  dealerId: string | null;
  customerId: string | null;
  audience: 'internal' | 'public';
  actorId: string | null;
  /** Names of the fields that changed. */
  fields: string[];
  at: Date;
}

export const changeColumns = `xid, seq, tenant_id AS "tenantId", topic, kind, subject_id AS "subjectId", version,
  dealer_id AS "dealerId", customer_id AS "customerId", audience, actor_id AS "actorId", fields, at`;

/** The rules of parties and links for live changes, the same that row-level security holds for stored ones. */
export function maySee(scope: Scope, change: Change): boolean {
  if (scope.tenantId !== change.tenantId) return false;
  if (scope.actorKind === 'staff' || scope.actorKind === 'system') return true;
  if (scope.actorKind === 'link') {
    return change.topic === 'ticket' && change.subjectId === scope.partyId && change.audience === 'public';
  }
  return scope.partyId !== null && change.dealerId === scope.partyId && change.audience === 'public';
}
