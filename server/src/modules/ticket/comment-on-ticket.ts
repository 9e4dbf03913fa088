import type { RequestContext } from '../../platform/context';
import type { Statement } from '../../platform/database';
import { newId } from '../../platform/graphql';
import type { Amendment } from './amend-ticket';
import { memberOf } from './member-of';
import type { TicketAtWork, TicketRow } from './ticket-at-work';
import type { audiences } from './ticket.words';
import { ticketOver } from './work.errors';

/**
 * Says something about a ticket. What the maker says to the requester is a response and stops that clock
 * (engine-semantics C4). Comments neither need nor change the ticket's version.
 * @throws Refusal INVALID for a ticket that is over
 */
export function commentOnTicket(
  ctx: RequestContext,
  { ticket, now }: TicketAtWork,
  { body, audience }: { body: string; audience: (typeof audiences)[number] },
): Amendment {
  if (ticket.stateCategory === 'closed') throw ticketOver();
  const id = newId(ctx.now);
  return {
    facts: [
      { fact: { kind: 'responded', at: now, recordedAt: now, by: sideOf(ctx, ticket), audience }, audience },
    ],
    kind: 'commented',
    audience,
    also: [insertComment(ctx, ticket, { id, body, audience })],
    subjectId: id,
  };
}

const insertComment = (
  ctx: RequestContext,
  ticket: TicketRow,
  { id, body, audience }: { id: string; body: string; audience: string },
): Statement => ({
  text: `INSERT INTO ticket_comment (tenant_id, id, ticket_id, customer_id, dealer_id, audience, author_id, body, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
  values: [
    ctx.tenantId,
    id,
    ticket.id,
    ticket.customerId,
    ticket.dealerId,
    audience,
    memberOf(ctx),
    body,
    ctx.now,
  ],
});

/**
 * Whoever follows by a link is the requester, and so is a partner's system. A dealer speaks for the requester, whoever of
 * its people filed and also when the desk wrote the call down; only to a customer who reported by the nameplate does a
 * dealer answer like the maker.
 */
function sideOf(ctx: RequestContext, ticket: TicketRow): 'maker' | 'dealer' | 'requester' {
  if (ctx.actor.kind === 'link' || ctx.actor.kind === 'client') return 'requester';
  if (ctx.actor.kind !== 'dealer') return 'maker';
  return ticket.channel === 'nameplate' ? 'dealer' : 'requester';
}
