import type { EntityManager } from 'typeorm';
import { holdSubject } from '../changes';
import type { RequestContext } from '../context';
import { newId } from '../graphql';
import { requestHash, requiredKey, takeKey } from '../idempotency';

/**
 * Runs a create, or answers what an earlier request of the same actor with this key made, also one that
 * arrived at the same moment. The key is stored in the transaction of the effect.
 * @param kind what is made; a key used for one kind is no key of another. `holds`: the subject of the
 *   change log that it is added to, if that exists already
 * @param request the input as it came
 * @param make writes the row with the id that it is given
 * @returns the row's id
 * @throws Refusal about the key, or what `make` throws
 */
export async function createOnce(
  ctx: RequestContext,
  { kind, holds }: { kind: string; holds?: string },
  request: { idempotencyKey: string },
  make: (manager: EntityManager, id: string) => Promise<void>,
): Promise<string> {
  const key = requiredKey(request.idempotencyKey);
  const hash = requestHash(kind, request);
  return ctx.db.write(async (manager) => {
    if (holds !== undefined) await holdSubject(manager, ctx.tenantId, holds);
    const id = newId(ctx.now);
    const taken = await takeKey(ctx, manager, key, hash, id);
    if (taken === id) await make(manager, id);
    return taken;
  });
}
