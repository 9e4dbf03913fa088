import type { Fact, Policy } from '@aftercare/policy-engine';
import { initialState } from '@aftercare/policy-engine';
import { sha256 } from '../../platform/auth';
import type { RequestContext } from '../../platform/context';
import { newId } from '../../platform/graphql';
import type { EquipmentService } from '../equipment';
import type { PolicyService } from '../policy';
import { earlier } from './idempotency';
import { clocksOf } from './ticket-clocks';
import { noPolicyInForce, reportedInFuture, unknownMachine, unknownRequestType } from './ticket.errors';
import type { TicketCreateInput } from './ticket.inputs';
import { optionalText, requiredText } from './ticket.texts';

export interface IntakeRooms {
  policies: PolicyService;
  equipment: EquipmentService;
}

/**
 * Takes a request in: the ticket, its first fact, its promises and its line in the change log, in one
 * statement. The same idempotency key answers the same ticket again.
 * @returns the ticket's row id
 * @throws Refusal naming the field to mend
 */
export async function createTicket(
  ctx: RequestContext,
  { policies, equipment }: IntakeRooms,
  input: TicketCreateInput,
): Promise<string> {
  const request = {
    subject: requiredText(input.subject, 'subject'),
    description: requiredText(input.description, 'description'),
    reporterName: requiredText(input.reporterName, 'reporterName'),
    reporterPhone: optionalText(input.reporterPhone, 'reporterPhone'),
    serial: requiredText(input.serial, 'serial'),
    key: requiredText(input.idempotencyKey, 'idempotencyKey'),
    channel: input.channel ?? (ctx.actor.kind === 'dealer' ? ('dealer' as const) : ('web' as const)),
    requestType: input.requestType,
    reportedAt: input.reportedAt ?? ctx.now,
  };
  if (request.reportedAt > ctx.now) throw reportedInFuture();

  // without the report time that "now" stands in for, or a repeated request would look like another
  const hash = sha256(JSON.stringify({ ...request, reportedAt: input.reportedAt ?? null }));
  const before = await earlier(ctx, request.key, hash);
  if (before) return before;

  const pinned = await policies.inForceAt(ctx, request.reportedAt);
  if (!pinned) throw noPolicyInForce();
  refuseUnknownType(pinned.policy, request.requestType);
  const machine = await equipment.findBySerial(ctx, request.serial);
  if (!machine) throw unknownMachine();

  const id = newId(ctx.now);
  const state = initialState(pinned.policy);
  const reported: Fact = {
    kind: 'reported',
    at: request.reportedAt.getTime(),
    recordedAt: ctx.now.getTime(),
    requestType: request.requestType,
    channel: request.channel,
    ...(machine.province ? { site: { country: 'CN', province: machine.province } } : {}),
  };
  const { clocks, nextDueAt } = clocksOf(ctx, pinned.policy, [reported]);
  const created = await ctx.db.change<{ id: string }>(insertTicket, [
    ctx.tenantId,
    id,
    ctx.actor.memberId,
    request.key,
    hash,
    ctx.now,
    machine.customerId,
    machine.dealerId,
    machine.siteId,
    machine.id,
    pinned.id,
    request.requestType,
    state.key,
    state.category,
    request.subject,
    request.description,
    request.channel,
    request.reporterName,
    request.reporterPhone,
    request.reportedAt,
    nextDueAt,
    newId(ctx.now),
    JSON.stringify(reported),
    JSON.stringify(clocks),
  ]);
  // nothing was inserted if the same key arrived a moment before; then that ticket is the answer
  return created[0]?.id ?? ((await earlier(ctx, request.key, hash)) as string);
}

function refuseUnknownType(policy: Policy, key: string): void {
  const known = policy.requestTypes.map((type) => type.key);
  if (!known.includes(key)) throw unknownRequestType(known);
}

const insertTicket = `
  WITH once AS (
    INSERT INTO idempotency (tenant_id, actor_id, key, request_hash, subject_id, created_at)
    VALUES ($1, $3, $4, $5, $2, $6) ON CONFLICT DO NOTHING RETURNING subject_id),
  numbered AS (
    INSERT INTO ticket_counter AS c (tenant_id, last_number) SELECT $1::uuid, 1 FROM once
    ON CONFLICT (tenant_id) DO UPDATE SET last_number = c.last_number + 1 RETURNING last_number),
  created AS (
    INSERT INTO ticket (tenant_id, id, number, version, customer_id, dealer_id, audience, site_id, equipment_id,
      policy_version_id, request_type, state, state_category, subject, description, channel, reporter_name,
      reporter_phone, reported_at, created_at, updated_at, next_due_at, created_by)
    SELECT $1, $2, (SELECT format('%s-%s-%s', ticket_prefix, to_char($6::timestamptz AT TIME ZONE time_zone, 'YYYY'),
        lpad(last_number::text, 5, '0')) FROM tenant WHERE id = $1), 1, $7, $8, 'public', $9, $10,
      $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $6, $6, $21::timestamptz, $3
      FROM numbered
    RETURNING tenant_id, id, customer_id, dealer_id, audience),
  first_fact AS (
    INSERT INTO ticket_fact (tenant_id, id, ticket_id, customer_id, dealer_id, audience, fact, recorded_at, actor_id)
    SELECT tenant_id, $22::uuid, id, customer_id, dealer_id, 'public', $23::jsonb, $6, $3 FROM created),
  clocks AS (
    INSERT INTO ticket_clock (tenant_id, id, ticket_id, customer_id, dealer_id, audience, key, kind, rule_id, state,
      started_at, due_at, stopped_at, result)
    SELECT t.tenant_id, c.id, t.id, t.customer_id, t.dealer_id, 'public', c.key, c.kind, c.rule_id, c.state,
      c.started_at, c.due_at, c.stopped_at, c.result
      FROM created t, jsonb_to_recordset($24::jsonb) AS c (id uuid, key text, kind text, rule_id text, state text,
        started_at timestamptz, due_at timestamptz, stopped_at timestamptz, result jsonb)),
  logged AS (
    INSERT INTO change (tenant_id, topic, kind, subject_id, version, dealer_id, customer_id, audience, actor_id, at)
    SELECT tenant_id, 'ticket', 'created', id, 1, dealer_id, customer_id, audience, $3, $6 FROM created)
  SELECT id FROM created`;
