import type { Calendar, Fact, Policy, Problem, WarrantyPolicy } from '@aftercare/policy-engine';
import { checkCalendars } from '@aftercare/policy-engine';
import type { GraphQLResolveInfo } from 'graphql';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../platform/context';
import type { Inside } from '../../platform/database';
import { insideOf } from '../../platform/database';
import type { Connection, FieldReader, KeysetOrder, PageArgs, Row } from '../../platform/graphql';
import type { CalendarService } from '../calendar';
import type { RequestType } from './policy.types';
import type { PolicyProposal } from './publish-policy';
import { publishPolicy } from './publish-policy';
import type { PinnedPolicy } from './published-policies';
import { PublishedPolicies } from './published-policies';
import { requestTypeOf } from './request-types';

const newestFirst: KeysetOrder = {
  name: 'policy versions',
  columns: [
    { sql: 't.number', cast: 'int' },
    { sql: 't.id', cast: 'uuid' },
  ],
  descending: true,
};

/** The makers' rules, and what each ticket is judged by. */
export class PolicyService {
  private readonly published = new PublishedPolicies();

  constructor(
    private readonly calendars: CalendarService,
    private readonly reader: FieldReader,
  ) {}

  /**
   * Publishes the next version of the maker's rules; a rulebook template is a proposal.
   * @throws Refusals with everything that is wrong with it; Refusal when it would take effect in the past
   */
  publish(ctx: RequestContext, proposal: PolicyProposal, effectiveFrom: Date): Promise<string> {
    return publishPolicy(ctx, this.published, this.calendars, proposal, effectiveFrom);
  }

  /** What another process published is read anew. */
  forget(tenantId: string): void {
    this.published.forget(tenantId);
  }

  /** The version in force at a moment: effective dates are tested against the ticket's start, not against now (G2). */
  async inForceAt(ctx: RequestContext, moment: Date): Promise<PinnedPolicy | null> {
    const id = await this.published.idInForceAt(ctx, moment);
    return id === undefined ? null : this.published.version(ctx, id);
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
   * A version that the asker's house published, with what it asks at intake and what it chose.
   * @param query of the running transaction, if there is one: who holds a connection must not wait for another
   */
  async pinned(ctx: RequestContext, id: string, query?: Inside['query']): Promise<PinnedPolicy> {
    const version = await this.published.version(ctx, id, query);
    if (!version) throw new Error(`There is no policy version ${id}.`);
    return version;
  }

  /** A version, if it was read before. */
  known(ctx: RequestContext, id: string): PinnedPolicy | undefined {
    return this.published.known(ctx, id);
  }

  /** The rules of a version that the asker's house published. */
  async version(ctx: RequestContext, id: string, query?: Inside['query']): Promise<Policy> {
    return (await this.pinned(ctx, id, query)).policy;
  }

  /** The calendars by which a ticket with these facts is judged. */
  calendarsFor(
    ctx: RequestContext,
    facts: readonly Fact[] = [],
    query?: Inside['query'],
  ): Promise<readonly Calendar[]> {
    return this.calendars.of(ctx, facts, query);
  }

  /** What the rules that hold now or later lack with these calendars. */
  readonly problemsWith = async (
    ctx: RequestContext,
    manager: EntityManager,
    calendars: readonly Calendar[],
  ): Promise<readonly Problem[]> => {
    const live = await this.published.fromThenOn(ctx, ctx.now, insideOf(manager).query);
    return live.flatMap(({ policy }) => checkCalendars(policy, calendars));
  };

  /** What may be requested now. */
  async requestTypes(ctx: RequestContext): Promise<RequestType[]> {
    const pinned = await this.inForceAt(ctx, ctx.now);
    return pinned ? pinned.policy.requestTypes.map(({ key }) => requestTypeOf(pinned, key)) : [];
  }

  /** What may be requested now under this key; null where nothing is. */
  async requestTypeNow(ctx: RequestContext, key: string): Promise<RequestType | null> {
    const pinned = await this.inForceAt(ctx, ctx.now);
    const offered = pinned?.policy.requestTypes.some((type) => type.key === key);
    return pinned && offered ? requestTypeOf(pinned, key) : null;
  }

  /** Every version of the house, the newest first. */
  versions(ctx: RequestContext, args: PageArgs, info: GraphQLResolveInfo): Promise<Connection<Row>> {
    const page = { type: 'PolicyVersion', order: newestFirst, where: [], values: [], args } as const;
    return this.reader.page(ctx, page, info);
  }
}
