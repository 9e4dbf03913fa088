import type { Fact } from '@aftercare/policy-engine';
import { sha256 } from '../../platform/auth';
import type { RequestContext } from '../../platform/context';
import { newId } from '../../platform/graphql';
import type { PolicyService } from '../policy';
import { earlierOrMine } from './idempotency';
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
    const id = newId(ctx.now);
    const taken = await earlierOrMine(ctx, manager, key, hash, id);
    if (taken !== id) return taken;
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

/**
 * A dealer speaks for the requester, whoever of its people filed and also when the desk wrote the call
 * down; only to a customer who reported by the nameplate does a dealer answer like the maker.
 */
function sideOf(ctx: RequestContext, ticket: LockedTicket): 'maker' | 'dealer' | 'requester' {
  if (ctx.actor.kind !== 'dealer') return 'maker';
  return ticket.channel === 'nameplate' ? 'dealer' : 'requester';
}
