import type { Policy } from '@aftercare/policy-engine';
import { parsePolicy } from '@aftercare/policy-engine';
import type { IntakeField, Setting } from '@aftercare/rulebooks';
import type { EntityManager } from 'typeorm';
import { HouseMemory } from '../../platform/changes';
import type { RequestContext } from '../../platform/context';
import type { Inside } from '../../platform/database';

/** What is published together as one version of a maker's rules. */
export interface PolicyContent {
  policy: Policy;
  /** What is asked for when a request comes in. */
  intake: readonly IntakeField[];
  /** What the words of the rulebook leave open, and what the maker chose. */
  settings: readonly Setting[];
}

export interface PinnedPolicy extends PolicyContent {
  id: string;
}

/** When a version begins to hold. */
interface Header {
  id: string;
  number: number;
  effectiveFrom: Date;
}

/** The versions of every house's policy: stored for good, and remembered by the process. */
export class PublishedPolicies {
  private readonly headers = new HouseMemory<readonly Header[]>();
  // published versions are immutable, so what was once parsed stays right
  private readonly parsed = new Map<string, PinnedPolicy>();

  /** The id of the version in force at a moment. */
  async idInForceAt(ctx: RequestContext, moment: Date): Promise<string | undefined> {
    return newestBy(await this.headersOf(ctx), moment)?.id;
  }

  /** The version in force at a moment and every later one. */
  async fromThenOn(
    ctx: RequestContext,
    moment: Date,
    query?: Inside['query'],
  ): Promise<readonly PinnedPolicy[]> {
    const headers = await this.headersOf(ctx, query);
    const current = newestBy(headers, moment);
    const coming = headers.filter(({ effectiveFrom }) => effectiveFrom > moment);
    const live: PinnedPolicy[] = [];
    for (const { id } of current ? [current, ...coming] : coming) {
      const version = await this.version(ctx, id, query);
      if (version) live.push(version);
    }
    return live;
  }

  /** A version, if it was read before. */
  known(ctx: RequestContext, id: string): PinnedPolicy | undefined {
    return this.parsed.get(keyOf(ctx, id));
  }

  /**
   * A version that the asker's house published; null where it has none of that id.
   * @param query of the running transaction, if there is one: who holds a connection must not wait for another
   */
  async version(ctx: RequestContext, id: string, query?: Inside['query']): Promise<PinnedPolicy | null> {
    const known = this.known(ctx, id);
    if (known) return known;
    const [row] = await this.select<PolicyContent & { content: unknown }>(
      ctx,
      'SELECT content, intake, settings FROM policy_version WHERE tenant_id = $1 AND id = $2',
      [ctx.tenantId, id],
      query,
    );
    if (!row) return null;
    const checked = parsePolicy(row.content);
    if ('problems' in checked) throw new Error(`Policy version ${id} is not readable.`);
    const { intake, settings } = row;
    const version = { id, policy: checked.policy, intake, settings };
    this.parsed.set(keyOf(ctx, id), version);
    return version;
  }

  /** A transaction that publishes. */
  changing<Result>(ctx: RequestContext, work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return this.headers.whileChanging(ctx.tenantId, () => ctx.db.write(work));
  }

  forget(tenantId: string): void {
    this.headers.forget(tenantId);
  }

  private headersOf(ctx: RequestContext, query?: Inside['query']): Promise<readonly Header[]> {
    return this.headers.recall(ctx.tenantId, () =>
      this.select<Header>(
        ctx,
        'SELECT id, number, effective_from AS "effectiveFrom" FROM policy_version WHERE tenant_id = $1',
        [ctx.tenantId],
        query,
      ),
    );
  }

  private async select<Row>(
    ctx: RequestContext,
    text: string,
    values: unknown[],
    query: Inside['query'] = (...statement) => ctx.db.query(...statement),
  ): Promise<Row[]> {
    return (await query(text, values)) as Row[];
  }
}

const keyOf = ({ tenantId }: RequestContext, id: string) => `${tenantId} ${id}`;

/** The version in force at a moment: the latest to begin, and of several of one moment the last published. */
function newestBy(headers: readonly Header[], moment: Date): Header | undefined {
  return headers
    .filter(({ effectiveFrom }) => effectiveFrom <= moment)
    .sort((a, b) => b.effectiveFrom.getTime() - a.effectiveFrom.getTime() || b.number - a.number)[0];
}
