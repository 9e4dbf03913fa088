import type { Actor, Circumstances, Fact, StateCategory } from '@aftercare/policy-engine';
import { ticketCircumstances } from '@aftercare/policy-engine';
import type { RequestContext } from '../../platform/context';
import type { Inside, Part } from '../../platform/database';
import type { PolicyService } from '../policy';
import type { Rules } from './ticket-clocks';
import type { TicketFact } from './ticket-fact';
import { judgedOf } from './ticket-fact';
import { ticketNotFound } from './ticket.errors';

/** The columns of a ticket that decisions rest on. */
export interface TicketRow {
  id: string;
  version: number;
  state: string;
  stateCategory: StateCategory;
  policyVersionId: string;
  customerId: string;
  dealerId: string | null;
  channel: string;
  requestType: string;
  severity: string | null;
  assigneeId: string | null;
  ownerId: string | null;
  offeredOwnerId: string | null;
  equipmentId: string | null;
  siteId: string | null;
  country: string;
  province: string | null;
  reportedAt: Date;
  /** Of the house. */
  timeZone: string;
}

/** A ticket while somebody works on it and nobody else can: its row, its rules and all that they judge by. */
export interface TicketAtWork extends Rules {
  ticket: TicketRow;
  facts: readonly Fact[];
  circumstances: Circumstances;
  actor: Actor;
  /** Milliseconds. */
  now: number;
  query: Inside['query'];
}

const columns = `id, version, state, state_category AS "stateCategory", policy_version_id AS "policyVersionId",
  customer_id AS "customerId", dealer_id AS "dealerId", channel, request_type AS "requestType", severity,
  assignee_id AS "assigneeId", owner_id AS "ownerId", offered_owner_id AS "offeredOwnerId",
  equipment_id AS "equipmentId", site_id AS "siteId", country, province, reported_at AS "reportedAt",
  (SELECT time_zone FROM tenant WHERE tenant.id = ticket.tenant_id) AS "timeZone"`;

/** What happened since the ticket was reported, or reopened for the last time. */
export const presentLife = (facts: readonly Fact[]): readonly Fact[] =>
  facts.slice(facts.findLastIndex(({ kind }) => kind === 'reopened') + 1);

/** The ticket as the asker may see it, and every fact of it: decisions rest on all of them. */
export function readsOf({ tenantId }: RequestContext, ticketId: string): Part[] {
  const values = [tenantId, ticketId];
  return [
    { text: `SELECT ${columns} FROM ticket WHERE tenant_id = $1 AND id = $2`, values },
    {
      text: 'SELECT fact FROM ticket_fact WHERE tenant_id = $1 AND ticket_id = $2 ORDER BY seq',
      values,
      beyondParties: true,
    },
  ];
}

/**
 * What the reads found, with the rules that the ticket is judged by.
 * @throws Refusal NOT_FOUND, the same for a ticket that is not there and one that the asker may not see
 */
export async function atWork(
  ctx: RequestContext,
  policies: PolicyService,
  [tickets = [], factRows = []]: unknown[][],
  { query }: Inside,
): Promise<TicketAtWork> {
  const [ticket] = tickets as TicketRow[];
  if (!ticket) throw ticketNotFound();
  const policy = await policies.version(ctx, ticket.policyVersionId, query);
  const facts = judgedOf(factRows as Array<{ fact: TicketFact }>);
  const calendars = await policies.calendarsFor(ctx, facts, query);
  const now = ctx.now.getTime();
  const circumstances = ticketCircumstances(policy, facts, now);
  if (!circumstances) throw new Error(`Ticket ${ticket.id} has no report.`);
  const actor = { id: ctx.actor.memberId, roles: ctx.actor.roles };
  return { ticket, policy, calendars, facts, circumstances, actor, now, query };
}
