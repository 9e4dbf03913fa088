import type { Circumstances, Policy, WarrantyPolicy } from '@aftercare/policy-engine';
import { parsePolicy, promisesFor } from '@aftercare/policy-engine';
import type { RequestContext } from '../../platform/context';
import { newId } from '../../platform/graphql';
import type { RequestType } from './policy.types';
import { durationOf, PolicyVersion, ruleReference } from './policy.types';

export interface PinnedPolicy {
  id: string;
  policy: Policy;
}

export class PolicyService {
  // published versions are immutable, so what was once parsed stays right
  private readonly parsed = new Map<string, Policy>();

  /**
   * Publishes the next version of the maker's rules.
   * @throws Error naming every problem of the policy by its path
   */
  async publish(ctx: RequestContext, content: unknown, effectiveFrom: Date): Promise<string> {
    const checked = parsePolicy(content);
    if ('problems' in checked) {
      throw new Error(checked.problems.map(({ path, message }) => `${path}: ${message.en}`).join('\n'));
    }
    const { policy } = checked;
    const id = newId(ctx.now);
    await ctx.db.write(async (manager) => {
      const newest = await manager.findOne(PolicyVersion, {
        where: { tenantId: ctx.tenantId },
        order: { number: 'DESC' },
        select: { tenantId: true, id: true, number: true },
      });
      await manager.insert(PolicyVersion, {
        tenantId: ctx.tenantId,
        id,
        rulebook: policy.rulebook,
        number: (newest?.number ?? 0) + 1,
        content: policy,
        effectiveFrom,
        publishedAt: ctx.now,
      });
    });
    return id;
  }

  /** The version in force at a moment: effective dates are tested against the ticket's start, not against now (G2). */
  async inForceAt(ctx: RequestContext, moment: Date): Promise<PinnedPolicy | null> {
    const [row] = await ctx.db.query<{ id: string }>(
      `SELECT id FROM policy_version WHERE tenant_id = $1 AND effective_from <= $2
        ORDER BY effective_from DESC, number DESC LIMIT 1`,
      [ctx.tenantId, moment],
    );
    return row ? { id: row.id, policy: await this.version(ctx, row.id) } : null;
  }

  /** The rules of a version, if they were read before. */
  known(ctx: RequestContext, id: string): Policy | undefined {
    return this.parsed.get(`${ctx.tenantId} ${id}`);
  }

  /**
   * The warranty terms in force at a moment, with the version that they are from; null where the house had no
   * policy then, or one that promises no warranty (W1).
   */
  async warrantyPolicyAt(
    ctx: RequestContext,
    moment: Date,
  ): Promise<{ policyVersionId: string; warranty: WarrantyPolicy } | null> {
    const pinned = await this.inForceAt(ctx, moment);
    const warranty = pinned?.policy.warranty;
    return pinned && warranty ? { policyVersionId: pinned.id, warranty } : null;
  }

  /**
   * The rules of a version that the asker's house published.
   * @param query of the running transaction, if there is one: who holds a connection must not wait for another
   */
  async version(
    ctx: RequestContext,
    id: string,
    query: (text: string, values: unknown[]) => Promise<unknown[]> = (text, values) =>
      ctx.db.query(text, values),
  ): Promise<Policy> {
    const key = `${ctx.tenantId} ${id}`;
    const known = this.parsed.get(key);
    if (known) return known;
    const [row] = (await query('SELECT content FROM policy_version WHERE tenant_id = $1 AND id = $2', [
      ctx.tenantId,
      id,
    ])) as Array<{ content: unknown }>;
    const checked = parsePolicy(row?.content);
    if ('problems' in checked) throw new Error(`Policy version ${id} is not readable.`);
    this.parsed.set(key, checked.policy);
    return checked.policy;
  }

  /** What may be requested now, and what is promised for each. */
  async requestTypes(ctx: RequestContext): Promise<RequestType[]> {
    const pinned = await this.inForceAt(ctx, ctx.now);
    return (pinned?.policy.requestTypes ?? []).map((type) =>
      requestTypeOf((pinned as PinnedPolicy).policy, type.key),
    );
  }
}

/** A request type of a policy with its promises. */
export function requestTypeOf(policy: Policy, key: string): RequestType {
  const type = policy.requestTypes.find((each) => each.key === key);
  if (!type) throw new Error(`Policy ${policy.rulebook} has no request type ${key}.`);
  return {
    ...type,
    promises: promisesFor(policy, beforeFiling(policy, key)).map(({ kind, target, startsAt, rule }) => ({
      kind,
      target: durationOf(target),
      countsFromReport: startsAt === 'reported',
      rule: ruleReference(rule),
    })),
  };
}

/** What is known of a request that nobody has filed yet: its type, and the severity of the unclassified. */
function beforeFiling({ severity }: Policy, requestType: string): Circumstances {
  return severity ? { requestType, severity: severity.unclassified } : { requestType };
}
