import type { EntityManager } from 'typeorm';
import { sha256 } from '../auth';
import { holdSubject } from '../changes';
import type { RequestContext } from '../context';
import { newId } from '../graphql';
import { keyReused } from './refusals';
import { Texts } from './texts';

const texts = new Texts({
  idempotencyKey: { label: { zh: '提交编号', en: 'the idempotency key' }, limit: 255 },
});

/**
 * Runs a create, or answers what an earlier request of the same actor with this key made, also one that
 * arrived at the same moment. The key is stored in the transaction of the effect.
 * @param kind what is made; a key used for one kind is no key of another. `holds`: the subject of the
 *   change log that it is added to, if that exists already
 * @param request the input as it came; it holds its `idempotencyKey`
 * @param make writes the row with the id that it is given
 * @returns the row's id
 * @throws Refusal IDEMPOTENCY_KEY_REUSED when the earlier request asked for something else, or what `make` throws
 */
export async function createOnce(
  ctx: RequestContext,
  { kind, holds }: { kind: string; holds?: string },
  request: { idempotencyKey: string },
  make: (manager: EntityManager, id: string) => Promise<void>,
): Promise<string> {
  const hash = sha256(JSON.stringify([kind, request]));
  return ctx.db.write(async (manager) => {
    if (holds !== undefined) await holdSubject(manager, ctx.tenantId, holds);
    const id = newId(ctx.now);
    const key = [ctx.tenantId, ctx.actor.memberId, texts.required('idempotencyKey', request.idempotencyKey)];
    const mine = (await manager.query(
      `INSERT INTO idempotency (tenant_id, actor_id, key, request_hash, subject_id, created_at)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING subject_id`,
      [...key, hash, id, ctx.now],
    )) as unknown[];
    if (mine.length === 0) return earlier(manager, key, hash);
    await make(manager, id);
    return id;
  });
}

async function earlier(manager: EntityManager, key: string[], hash: string): Promise<string> {
  const [row] = (await manager.query(
    'SELECT request_hash, subject_id FROM idempotency WHERE tenant_id = $1 AND actor_id = $2 AND key = $3',
    key,
  )) as Array<{ request_hash: string; subject_id: string }>;
  if (row?.request_hash !== hash) throw keyReused();
  return row.subject_id;
}
