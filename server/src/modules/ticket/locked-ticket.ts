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
  const policy = await policies.version(ctx, ticket.policyVersionId, manager);
  const { clocks, nextDueAt } = clocksOf(ctx, policy, await ticketFacts(ctx, manager, ticket.id));
  await manager.query(
    `INSERT INTO ticket_clock AS stored (tenant_id, id, ticket_id, customer_id, dealer_id, audience, key, kind, rule_id,
            state, started_at, due_at, stopped_at, result)
     SELECT t.tenant_id, c.id, t.id, t.customer_id, t.dealer_id, 'public', c.key, c.kind, c.rule_id,
            c.state, c.started_at, c.due_at, c.stopped_at, c.result
       FROM ticket t, jsonb_to_recordset($3::jsonb) AS c (id uuid, key text, kind text, rule_id text, state text,
            started_at timestamptz, due_at timestamptz, stopped_at timestamptz, result jsonb)
      WHERE t.tenant_id = $1 AND t.id = $2
     ON CONFLICT (tenant_id, ticket_id, key) DO UPDATE SET rule_id = excluded.rule_id, state = excluded.state,
            started_at = excluded.started_at, due_at = excluded.due_at, stopped_at = excluded.stopped_at,
            result = excluded.result`,
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

/** Every fact of a ticket, also those that the asker may not see: decisions rest on all of them. */
export async function ticketFacts(
  ctx: RequestContext,
  manager: EntityManager,
  ticketId: string,
): Promise<Fact[]> {
  const rows = (await beyondParties(ctx.db.scope, manager, () =>
    manager.query('SELECT fact FROM ticket_fact WHERE tenant_id = $1 AND ticket_id = $2 ORDER BY seq', [
      ctx.tenantId,
      ticketId,
    ]),
  )) as Array<{ fact: Fact }>;
  return rows.map(({ fact }) => fact);
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
