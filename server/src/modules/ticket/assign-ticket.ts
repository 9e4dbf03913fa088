import type { RequestContext } from '../../platform/context';
import type { Amendment } from './amend-ticket';
import { ask, assigningSteps, follow } from './take-step';
import type { TicketAtWork } from './ticket-at-work';
import { assigneeNotFound, ticketClosed } from './ticket.errors';

/**
 * Gives the ticket to one of the maker's people. From the first state of the workflow this also moves it on; later it
 * only changes hands, save where the policy has a step for that, so that papers are checked again (R6-4.1). Whoever assigns a ticket that nobody answers for answers for it (R10-G3).
 * @throws Refusal NOT_FOUND or INVALID naming the field to mend
 */
export async function assignTicket(
  ctx: RequestContext,
  work: TicketAtWork,
  assigneeId: string,
): Promise<Amendment> {
  const { ticket, now } = work;
  if (ticket.stateCategory === 'closed') throw ticketClosed();
  await mustBeAssignable(ctx, work, assigneeId);
  const moment = { at: now, recordedAt: now };
  const moved = assigningSteps.flatMap((step) => {
    const answer = ask(work, step);
    return 'to' in answer ? [follow(work, answer, moment, { step })] : [];
  })[0];
  const taken = ticket.ownerId === null && ctx.actor.kind === 'staff';
  return {
    facts: [
      { fact: { kind: 'assigned', ...moment, to: assigneeId } },
      ...(taken ? [{ fact: ownedBy(ctx.actor.memberId, moment) }] : []),
      ...(moved?.facts ?? []),
    ],
    set: { ...moved?.set, assignee_id: assigneeId, ...(taken && { owner_id: ctx.actor.memberId }) },
    fields: ['assignee', ...(moved?.fields ?? []), ...(taken ? ['owner'] : [])],
  };
}

/** Taking a ticket oneself is consent. */
export const ownedBy = (owner: string, moment: { at: number; recordedAt: number }) =>
  ({ kind: 'owner-set', ...moment, owner, by: owner, consent: true }) as const;

/** Roles that do work on tickets; the SQL of both uses below. */
export const assignable = `dealer_id IS NULL
  AND roles && ARRAY['engineer', 'dispatcher', 'manager', 'supervisor', 'salesperson', 'technical-lead', 'quality', 'parts']`;

async function mustBeAssignable(
  ctx: RequestContext,
  { query }: TicketAtWork,
  memberId: string,
): Promise<void> {
  const found = await query(`SELECT id FROM membership WHERE tenant_id = $1 AND id = $2 AND ${assignable}`, [
    ctx.tenantId,
    memberId,
  ]);
  if (found.length === 0) throw assigneeNotFound();
}
