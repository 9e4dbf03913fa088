import { ticketCircumstances, transition } from '@aftercare/policy-engine';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../platform/context';
import type { PolicyService } from '../policy';
import type { LockedTicket } from './locked-ticket';
import { appendFact, lockTicket, logChange, ticketFacts } from './locked-ticket';
import { assigneeNotFound, changedMeanwhile, ticketClosed } from './ticket.errors';

/**
 * Gives the ticket to one of the maker's people. From the first state of the workflow this also moves
 * it on; later it only changes hands.
 * @throws Refusal NOT_FOUND, CONFLICT or INVALID naming the field to mend
 */
export async function assignTicket(
  ctx: RequestContext,
  policies: PolicyService,
  {
    ticketId,
    assigneeId,
    expectedVersion,
  }: { ticketId: string; assigneeId: string; expectedVersion: number },
): Promise<void> {
  await ctx.db.write(async (manager) => {
    const ticket = await lockTicket(ctx, manager, ticketId);
    if (ticket.version !== expectedVersion) throw await conflict(ctx, manager, ticket, expectedVersion);
    if (ticket.stateCategory === 'closed') throw ticketClosed();
    await mustBeAssignable(ctx, manager, assigneeId);

    const policy = await policies.version(ctx, ticket.policyVersionId, manager);
    const facts = await ticketFacts(ctx, manager, ticket.id);
    const circumstances = ticketCircumstances(policy, facts, ctx.now.getTime());
    if (!circumstances) throw new Error(`Ticket ${ticket.id} has no report.`);
    const step = transition({
      policy,
      state: ticket.state,
      step: 'assign',
      circumstances,
      facts,
      actor: { id: ctx.actor.memberId, roles: ctx.actor.roles },
      openChildren: 0,
      now: ctx.now.getTime(),
    });
    const state = 'to' in step ? step.to : ticket.state;
    const category =
      policy.workflow.states.find(({ key }) => key === state)?.category ?? ticket.stateCategory;
    const version = ticket.version + 1;
    await manager.query(
      `UPDATE ticket SET assignee_id = $3, state = $4, state_category = $5, version = $6, updated_at = $7
        WHERE tenant_id = $1 AND id = $2`,
      [ctx.tenantId, ticket.id, assigneeId, state, category, version, ctx.now],
    );
    const at = ctx.now.getTime();
    await appendFact(ctx, manager, policies, ticket, {
      kind: 'assigned',
      at,
      recordedAt: at,
      to: assigneeId,
    });
    const fields = state === ticket.state ? ['assignee'] : ['assignee', 'state'];
    await logChange(ctx, manager, ticket, { kind: 'updated', version, fields, audience: 'public' });
  });
}

/** Roles that do work on tickets; the SQL of both uses below. */
export const assignable = `dealer_id IS NULL AND roles && ARRAY['engineer', 'dispatcher', 'manager', 'quality', 'parts']`;

async function mustBeAssignable(
  ctx: RequestContext,
  manager: EntityManager,
  memberId: string,
): Promise<void> {
  const found = (await manager.query(
    `SELECT id FROM membership WHERE tenant_id = $1 AND id = $2 AND ${assignable}`,
    [ctx.tenantId, memberId],
  )) as unknown[];
  if (found.length === 0) throw assigneeNotFound();
}

async function conflict(ctx: RequestContext, manager: EntityManager, ticket: LockedTicket, expected: number) {
  const rows = (await manager.query(
    `SELECT fields FROM change
      WHERE tenant_id = $1 AND subject_id = $2 AND version > $3 AND topic = 'ticket' AND kind = 'updated'`,
    [ctx.tenantId, ticket.id, expected],
  )) as Array<{ fields: string[] }>;
  return changedMeanwhile(ticket.version, [...new Set(rows.flatMap(({ fields }) => fields))]);
}
