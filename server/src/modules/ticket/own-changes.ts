import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../platform/context';

/** Something that a member keeps for themselves: a saved view, an export. */
export interface OwnChange {
  topic: 'saved-view' | 'ticket-export';
  kind: 'created' | 'updated' | 'deleted';
  id: string;
  version: number;
  /** The dealer whose member it is; left out: the asker's. */
  dealerId?: string | null;
  fields?: readonly string[];
}

/** Its line in the change log, in the transaction of the change; for the own side's eyes only. */
export async function logOwnChange(
  ctx: RequestContext,
  manager: EntityManager,
  { topic, kind, id, version, dealerId = ctx.actor.dealerId, fields = [] }: OwnChange,
): Promise<void> {
  const actorId = ctx.actor.kind === 'system' ? null : ctx.actor.memberId;
  await manager.query(
    `INSERT INTO change (tenant_id, topic, kind, subject_id, version, dealer_id, audience, actor_id, fields, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ctx.tenantId,
      topic,
      kind,
      id,
      version,
      dealerId,
      dealerId ? 'public' : 'internal',
      actorId,
      fields,
      ctx.now,
    ],
  );
}
