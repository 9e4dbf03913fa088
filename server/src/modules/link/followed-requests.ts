import type { RequestContext } from '../../platform/context';
import { asProduct } from '../../platform/context';
import type { Connection, Cursors, PageArgs, Row } from '../../platform/graphql';
import { encodeId } from '../../platform/graphql';
import type { PolicyService } from '../policy';
import { durationOf, ruleReference } from '../policy';
import type { RequesterView, TicketService, TicketState, TicketWork, ToldDate } from '../ticket';
import { publicComments, publicEvents, requesterView, toldDates } from '../ticket';
import type {
  FollowedRequest,
  FollowedRequestCommentInput,
  FollowedRequestWithdrawInput,
} from './followed-request.types';

export interface FollowingRooms {
  policies: PolicyService;
  tickets: TicketService;
  ticketWork: TicketWork;
  cursors: Cursors;
}

/** What whoever holds the link to a request can do: read it, say something, take it back (P3). */
export class FollowedRequests {
  constructor(private readonly rooms: FollowingRooms) {}

  /** The request of the asker's link, as it is now. */
  async read(holder: RequestContext): Promise<FollowedRequest | null> {
    const view = await requesterView(holder, requestOf(holder));
    if (!view) return null;
    const { policyVersionId, number, subject, description, reportedAt, closedAt } = view;
    return {
      ...{ number, subject, description, reportedAt, closedAt, policyVersionId, holder },
      state: await this.stateOf(holder, view),
      clocks: view.clocks.map(({ kind, state, dueAt, result }) => ({
        ...{ kind, state, dueAt },
        target: durationOf(result.target),
        rule: ruleReference(result.rule),
      })),
      cursor: holder.changeCursor,
    };
  }

  comments({ holder }: FollowedRequest, args: PageArgs): Promise<Connection<Row>> {
    return publicComments(holder, this.rooms.cursors, requestOf(holder), args);
  }

  async timeline({ holder, policyVersionId }: FollowedRequest, args: PageArgs): Promise<Connection<Row>> {
    const policy = await this.rooms.policies.version(holder, policyVersionId);
    return publicEvents(holder, this.rooms.cursors, { ticketId: requestOf(holder), policy }, args);
  }

  async toldDates({ holder, policyVersionId }: FollowedRequest): Promise<ToldDate[]> {
    const policy = await this.rooms.policies.version(holder, policyVersionId);
    return toldDates(holder, policy, requestOf(holder));
  }

  /** @throws Refusal naming the field to mend, INVALID for a request that is over */
  async comment(
    ctx: RequestContext,
    input: FollowedRequestCommentInput,
  ): Promise<{ request: FollowedRequest | null }> {
    const ticketId = requestOf(ctx);
    await this.rooms.tickets.say(asProduct(ctx), { ...input, ticketId, audience: 'public' });
    return { request: await this.read(ctx) };
  }

  /** @throws Refusal naming the field to mend, INVALID once it is over */
  async withdraw(
    ctx: RequestContext,
    input: FollowedRequestWithdrawInput,
  ): Promise<{ request: FollowedRequest | null }> {
    const ticketId = encodeId('Ticket', requestOf(ctx));
    await this.rooms.ticketWork.withdraw(asProduct(ctx), { ...input, ticketId });
    return { request: await this.read(ctx) };
  }

  private async stateOf(
    ctx: RequestContext,
    { policyVersionId, state }: RequesterView,
  ): Promise<TicketState> {
    const { workflow } = await this.rooms.policies.version(ctx, policyVersionId);
    const found = workflow.states.find(({ key }) => key === state);
    if (!found) throw new Error(`Policy version ${policyVersionId} has no state ${state}.`);
    return found;
  }
}

/** The ticket that the asker's link leads to. */
export function requestOf({ actor: { link } }: RequestContext): string {
  if (link?.kind !== 'follow') throw new Error('Only a follow link leads to a request.');
  return link.subjectId;
}
