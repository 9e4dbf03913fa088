import type { RequestContext } from '../context';
import { PublicError } from '../errors';
import { answerNotKept } from './idempotency.errors';

/** An answer without errors: everything that is sent of it. */
export interface Answer {
  data: Record<string, unknown> | null | undefined;
  extensions: Record<string, unknown>;
}

/**
 * The one answer of an operation with keys. Whoever gets there first keeps its answer, and every other
 * request for the same operation is given that one: those that ran at the same moment, those that come
 * later, and those that ask again after a crash between effect and answer. An answer lives as long as the
 * key it was given under; one that refused everything took no key and is not kept.
 * @param operation from `keyedOperation`
 * @param fresh what this request would answer by itself
 * @throws PublicError UNAVAILABLE when the answer cannot be kept; then it must not be sent
 */
export async function answerOnce(
  ctx: RequestContext,
  operation: string,
  fresh: Answer,
): Promise<{ answer: Answer; replayed: boolean }> {
  const kept = await keep(ctx, operation, JSON.stringify(fresh)).catch((error: unknown) => {
    throw error instanceof PublicError && error.code === 'UNAVAILABLE' ? answerNotKept() : error;
  });
  if (kept === null) return { answer: fresh, replayed: false };
  return { answer: JSON.parse(kept) as Answer, replayed: true };
}

const findAnswer = `SELECT body FROM answer WHERE tenant_id = $1 AND actor_id = $2 AND operation_hash = $3`;

/** Of a use case that was undone no key is found, so nothing is kept. */
const keepOrFindAnswer = `
  WITH kept AS (
    INSERT INTO answer (tenant_id, actor_id, operation_hash, body, created_at)
    SELECT $1, $2, $3, $4, min(created_at) FROM idempotency
     WHERE tenant_id = $1 AND actor_id = $2 AND key = ANY ($5::text[]) HAVING count(*) > 0
    ON CONFLICT DO NOTHING RETURNING NULL::text AS body)
  SELECT body FROM kept UNION ALL ${findAnswer}`;

/** Keeps the answer; or answers the one that was kept before it. */
async function keep(ctx: RequestContext, operation: string, body: string): Promise<string | null> {
  type Row = { body: string | null };
  const place = [ctx.tenantId, ctx.actor.memberId, operation];
  const [row] = await ctx.db.query<Row>(keepOrFindAnswer, [...place, body, [...ctx.keys]]);
  if (row || ctx.keys.size === 0) return row?.body ?? null;
  // one kept at the same moment is not seen by the statement that it stood in the way of
  const [other] = await ctx.db.query<Row>(findAnswer, place);
  return other?.body ?? null;
}
