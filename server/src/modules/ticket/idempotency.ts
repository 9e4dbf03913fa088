import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../platform/context';
import { keyReused } from './ticket.errors';

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
