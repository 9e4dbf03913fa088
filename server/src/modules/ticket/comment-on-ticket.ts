import type { Fact } from '@aftercare/policy-engine';
import { sha256 } from '../../platform/auth';
import type { RequestContext } from '../../platform/context';
import { newId } from '../../platform/graphql';
import type { PolicyService } from '../policy';
import { earlier } from './idempotency';
import type { LockedTicket } from './locked-ticket';
import { appendFact, lockTicket, logChange } from './locked-ticket';
import { internalNotForDealers } from './ticket.errors';
import type { TicketCommentAddInput } from './ticket.inputs';
import { requiredText } from './ticket.texts';

/**
 * Says something about a ticket. What the maker says to the requester is a response and stops that clock
 * (engine-semantics C4). Comments neither need nor change the ticket's version.
 * @returns the comment's row id
 * @throws Refusal naming the field to mend
 */
export async function commentOnTicket(
  ctx: RequestContext,
  policies: PolicyService,
  input: TicketCommentAddInput & { ticketRow: string },
): Promise<string> {
  const body = requiredText(input.body, 'body');
  const key = requiredText(input.idempotencyKey, 'idempotencyKey');
  const { audience, ticketRow } = input;
  if (audience === 'internal' && ctx.actor.kind !== 'staff') throw internalNotForDealers();
  const hash = sha256(JSON.stringify({ ticketRow, body, audience }));

  return ctx.db.write(async (manager) => {
    const ticket = await lockTicket(ctx, manager, ticketRow);
    const before = await earlier(ctx, key, hash, manager);
    if (before) return before;
    const id = newId(ctx.now);
    await manager.query(
      `INSERT INTO idempotency (tenant_id, actor_id, key, request_hash, subject_id, created_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [ctx.tenantId, ctx.actor.memberId, key, hash, id, ctx.now],
    );
    await manager.query(
      `INSERT INTO ticket_comment (tenant_id, id, ticket_id, customer_id, dealer_id, audience, author_id, body, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ctx.tenantId,
        id,
        ticket.id,
        ticket.customerId,
        ticket.dealerId,
        audience,
        ctx.actor.memberId,
        body,
        ctx.now,
      ],
    );
    const at = ctx.now.getTime();
    const said: Fact = { kind: 'responded', at, recordedAt: at, by: sideOf(ctx, ticket), audience };
    await appendFact(ctx, manager, policies, ticket, said);
    await logChange(ctx, manager, ticket, {
      kind: 'commented',
      version: ticket.version,
      fields: ['comments'],
      audience,
    });
    return id;
  });
}

/** Whoever filed the ticket is its requester, also when that is a dealer. */
function sideOf(ctx: RequestContext, ticket: LockedTicket): 'maker' | 'dealer' | 'requester' {
  if (ctx.actor.kind !== 'dealer') return 'maker';
  return ticket.createdBy === ctx.actor.memberId ? 'requester' : 'dealer';
}
