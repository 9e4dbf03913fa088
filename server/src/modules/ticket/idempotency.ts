import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../platform/context';
import { keyReused } from './ticket.errors';

/**
 * Takes the key for `subjectId`, or answers what an earlier request with it made, also one that arrived
 * at the same moment.
 * @throws Refusal IDEMPOTENCY_KEY_REUSED when that request asked for something else
 */
export async function earlierOrMine(
  ctx: RequestContext,
  manager: EntityManager,
  key: string,
  hash: string,
  subjectId: string,
): Promise<string> {
  const mine = (await manager.query(
    `INSERT INTO idempotency (tenant_id, actor_id, key, request_hash, subject_id, created_at)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING subject_id`,
    [ctx.tenantId, ctx.actor.memberId, key, hash, subjectId, ctx.now],
  )) as unknown[];
  return mine.length > 0 ? subjectId : ((await earlier(ctx, key, hash, manager)) as string);
}

/**
 * What an earlier request of the same actor with this key made, if there was one.
 * @throws Refusal IDEMPOTENCY_KEY_REUSED when that request asked for something else
 */
export async function earlier(
  ctx: RequestContext,
  key: string,
  hash: string,
  manager?: EntityManager,
): Promise<string | null> {
  const text =
    'SELECT request_hash, subject_id FROM idempotency WHERE tenant_id = $1 AND actor_id = $2 AND key = $3';
  const values = [ctx.tenantId, ctx.actor.memberId, key];
  type Row = { request_hash: string; subject_id: string };
  const [row] = manager
    ? ((await manager.query(text, values)) as Row[])
    : await ctx.db.query<Row>(text, values);
  if (row && row.request_hash !== hash) throw keyReused();
  return row?.subject_id ?? null;
}
