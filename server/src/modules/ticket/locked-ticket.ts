import type { Fact, StateCategory } from '@aftercare/policy-engine';
import type { EntityManager } from 'typeorm';
import { holdSubject } from '../../platform/changes';
import type { RequestContext } from '../../platform/context';
import { beyondParties } from '../../platform/database';
import { newId } from '../../platform/graphql';
import type { PolicyService } from '../policy';
import { clocksOf } from './ticket-clocks';
import { ticketNotFound } from './ticket.errors';

export interface LockedTicket {
  id: string;
  version: number;
  state: string;
  stateCategory: StateCategory;
  policyVersionId: string;
  customerId: string;
  dealerId: string | null;
  channel: string;
}

/**
 * The ticket, held until the transaction ends, so that facts and the clocks that follow from them are
 * written one after another.
 * @throws Refusal NOT_FOUND, the same for a ticket that is not there and one that the asker may not see
 */
export async function lockTicket(
  ctx: RequestContext,
  manager: EntityManager,
  id: string,
): Promise<LockedTicket> {
  await holdSubject(manager, ctx.tenantId, id);
  const [ticket] = (await manager.query(
    `SELECT id, version, state, state_category AS "stateCategory", policy_version_id AS "policyVersionId",
            customer_id AS "customerId", dealer_id AS "dealerId", channel
       FROM ticket WHERE tenant_id = $1 AND id = $2 FOR UPDATE`,
    [ctx.tenantId, id],
  )) as LockedTicket[];
  if (!ticket) throw ticketNotFound();
  return ticket;
}

/**
 * Appends a fact to a locked ticket and brings its clocks to what all facts now say, also those that the
 * asker may not see: what is stored must not depend on who spoke last.
 */
export async function appendFact(
  ctx: RequestContext,
  manager: EntityManager,
  policies: PolicyService,
  ticket: LockedTicket,
  fact: Fact,
): Promise<void> {
  const audience = 'audience' in fact ? fact.audience : 'public';
  await manager.query(
    `INSERT INTO ticket_fact (tenant_id, id, ticket_id, customer_id, dealer_id, audience, fact, recorded_at, actor_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ctx.tenantId,
      newId(ctx.now),
      ticket.id,
      ticket.customerId,
      ticket.dealerId,
      audience,
      JSON.stringify(fact),
      ctx.now,
      ctx.actor.memberId,
    ],
  );
  const rows = (await beyondParties(ctx.db.scope, manager, () =>
    manager.query('SELECT fact FROM ticket_fact WHERE tenant_id = $1 AND ticket_id = $2 ORDER BY seq', [
      ctx.tenantId,
      ticket.id,
    ]),
  )) as Array<{ fact: Fact }>;
  const policy = await policies.version(ctx, ticket.policyVersionId, manager);
  const { clocks, nextDueAt } = clocksOf(
    ctx,
    policy,
    rows.map((row) => row.fact),
  );
  await manager.query(
    `UPDATE ticket_clock AS stored
        SET state = c.state, started_at = c.started_at, due_at = c.due_at, stopped_at = c.stopped_at, result = c.result
       FROM jsonb_to_recordset($3::jsonb) AS c (kind text, state text, started_at timestamptz, due_at timestamptz,
            stopped_at timestamptz, result jsonb)
      WHERE stored.tenant_id = $1 AND stored.ticket_id = $2 AND stored.kind = c.kind`,
    [ctx.tenantId, ticket.id, JSON.stringify(clocks)],
  );
  // what nobody outside may know of does not move what they can see
  const seen = audience === 'public' ? ctx.now : null;
  await manager.query(
    `UPDATE ticket SET next_due_at = $3::timestamptz, updated_at = coalesce($4::timestamptz, updated_at)
      WHERE tenant_id = $1 AND id = $2`,
    [ctx.tenantId, ticket.id, nextDueAt, seen],
  );
}

/** Tells the followers of the ticket what changed; in the same transaction as the change itself. */
export async function logChange(
  ctx: RequestContext,
  manager: EntityManager,
  ticket: LockedTicket,
  change: {
    kind: 'updated' | 'commented';
    version: number;
    fields: string[];
    audience: 'internal' | 'public';
  },
): Promise<void> {
  await manager.query(
    `INSERT INTO change (tenant_id, topic, kind, subject_id, version, dealer_id, customer_id, audience, actor_id, fields, at)
     VALUES ($1, 'ticket', $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ctx.tenantId,
      change.kind,
      ticket.id,
      change.version,
      ticket.dealerId,
      ticket.customerId,
      change.audience,
      ctx.actor.memberId,
      change.fields,
      ctx.now,
    ],
  );
}
