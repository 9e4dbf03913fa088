import type { Fact, Policy } from '@aftercare/policy-engine';
import { initialState } from '@aftercare/policy-engine';
import type { RequestContext } from '../../platform/context';
import type { Inside, Part, Statement } from '../../platform/database';
import type { Refusal } from '../../platform/errors';
import { newId } from '../../platform/graphql';
import { earlierOf, keyTaken, keyUse, requestHash, underKey } from '../../platform/idempotency';
import type { EquipmentService } from '../equipment';
import { machineStatement } from '../equipment';
import type { PinnedPolicy, PolicyService } from '../policy';
import { dayOfHouse } from '../tenancy';
import type { NotedFact } from './amend-ticket';
import { factRows } from './amend-ticket';
import { mustAnswerForm } from './answer-form';
import { attachFiles } from './attach-file';
import { ownedBy } from './assign-ticket';
import type { LikelyDuplicate } from './likely-duplicates';
import { readDuplicates } from './likely-duplicates';
import type { ReportedMachine } from './machine-of-report';
import { machineOfReport } from './machine-of-report';
import { memberOf } from './member-of';
import type { Rules } from './ticket-clocks';
import { clocksOf } from './ticket-clocks';
import { judgedOf } from './ticket-fact';
import { insertFacts, upsertClocks, upsertTimers } from './ticket-sql';
import { ticketNotFound } from './ticket.errors';
import type { TicketCreateInput } from './ticket.inputs';
import type { Request } from './understand-request';
import { understood } from './understand-request';

export interface IntakeRooms {
  policies: PolicyService;
  equipment: EquipmentService;
}

/** The ticket that a request made, and others that may be about the same. */
export interface Created {
  id: string;
  duplicates: string[];
}

/** What a room above reads with a new ticket, decides, and writes with it. */
export interface Alongside {
  /** What it has against the request itself. */
  against?: readonly Refusal[];
  reads: readonly Part[];
  /** @throws Refusal that keeps the ticket from being made */
  decide(rows: unknown[][], ticketId: string): readonly Part[];
}

/**
 * Takes a request in: the ticket, what happened, its promises and its line in the change log, read and written in two
 * round trips. What is asked alongside happens with it or not at all. The same idempotency key answers the same ticket again.
 * @throws Refusals with all that is to be mended; Refusal for a machine, customer or file that nobody knows, and for
 * an earlier ticket that went to another party since
 */
export async function createTicket(
  ctx: RequestContext,
  { policies }: IntakeRooms,
  input: TicketCreateInput,
  alongside?: Alongside,
): Promise<Created> {
  const { request, pinned } = await understood(ctx, policies, input, alongside?.against);
  const calendars = await policies.calendarsFor(ctx);
  // without the report time that "now" stands in for, or a repeated request would look like another
  const hash = requestHash('ticketCreate', { ...request, reportedAt: input.reportedAt ?? null });

  const reads = [
    keyUse(ctx, request.key),
    machineStatement(ctx, 'serial', request.serial),
    readDuplicates(ctx, request),
    dayOfHouse(ctx, ctx.now),
  ];
  // whoever sends the same key at the same moment waits here and then finds the ticket; what is decided
  // alongside rests on all that the asker made before
  const created = ctx.db.exclusively(
    `create ${ctx.actor.memberId} ${alongside ? '' : request.key}`,
    [...reads, ...(alongside?.reads ?? [])],
    async ([used = [], machines = [], similar = [], days = [], ...more], { query }) => {
      const duplicates = (similar as LikelyDuplicate[]).map(({ id }) => id);
      const before = earlierOf(used, hash);
      if (before !== null) {
        await mustBeSeen(ctx, query, before);
        return {
          writes: [],
          result: { id: before, duplicates: duplicates.filter((each) => each !== before) },
        };
      }
      const [today] = days as Array<{ day: string }>;
      mustAnswerForm(pinned.intake, request, today?.day as string);
      const id = newId(ctx.now);
      const also = alongside?.decide(more, id) ?? [];
      const { machine, writes } = await machineOfReport(ctx, request, machines as ReportedMachine[], query);
      const ticket = { ...machine, id };
      const photos = await attachFiles(ctx, query, ticket, request.files, 'public');
      return {
        writes: [
          ...writes,
          insertTicket(ctx, { id, hash, request, machine, pinned, calendars }),
          ...photos.writes,
          ...also,
        ],
        result: { id, duplicates },
      };
    },
  );
  return underKey(ctx, request.key, created);
}

/** What the asker once filed may be another dealer's by now. */
async function mustBeSeen(ctx: RequestContext, query: Inside['query'], ticketId: string): Promise<void> {
  const seen = await query('SELECT 1 FROM ticket WHERE tenant_id = $1 AND id = $2', [ctx.tenantId, ticketId]);
  if (seen.length === 0) throw ticketNotFound('idempotencyKey');
}

function insertTicket(
  ctx: RequestContext,
  parts: {
    id: string;
    hash: string;
    request: Request;
    machine: ReportedMachine;
    pinned: PinnedPolicy;
    calendars: Rules['calendars'];
  },
): Statement {
  const { id, hash, request, machine, pinned, calendars } = parts;
  const { policy } = pinned;
  const state = initialState(policy);
  const facts = factsOfReport(ctx, request, { machine, policy, state: state.key });
  const ticket = {
    customer_id: machine.customerId,
    dealer_id: machine.dealerId,
    audience: 'public',
    site_id: machine.siteId,
    equipment_id: machine.id,
    claimed_serial: machine.id === null ? request.serial : null,
    country: machine.country,
    province: machine.province,
    policy_version_id: pinned.id,
    request_type: request.requestType,
    severity: request.severity ?? policy.severity?.unclassified ?? null,
    state: state.key,
    state_category: state.category,
    subject: request.subject,
    description: request.description,
    channel: request.channel,
    reporter_name: request.reporterName,
    reporter_phone: request.reporterPhone,
    reporter_email: request.reporterEmail,
    details: request.details,
    reported_at: request.reportedAt,
    owner_id: ctx.actor.kind === 'staff' ? ctx.actor.memberId : null,
    created_by: memberOf(ctx),
  };
  return {
    text: insertion,
    values: [
      ctx.tenantId,
      id,
      ctx.actor.memberId,
      request.key,
      hash,
      ctx.now,
      JSON.stringify(ticket),
      JSON.stringify(factRows(ctx, facts)),
      JSON.stringify(clocksOf(ctx, { policy, calendars }, judgedOf(facts))),
    ],
  };
}

/** The report, the state that it begins in, and its owner: whoever of the maker takes the problem follows it (R10-G3). */
function factsOfReport(
  ctx: RequestContext,
  request: Request,
  { machine, policy, state }: { machine: ReportedMachine; policy: Policy; state: string },
): NotedFact[] {
  const moment = { at: request.reportedAt.getTime(), recordedAt: ctx.now.getTime() };
  const { country, province, customerGroup, homeProvince } = machine;
  const ownHome = policy.home?.basis === 'registered-seat' && homeProvince !== null;
  const reported: Fact = {
    kind: 'reported',
    ...moment,
    requestType: request.requestType,
    channel: request.channel,
    ...(request.severity !== null && { severity: request.severity }),
    ...(customerGroup !== null && { customerGroup }),
    ...(ownHome && { home: [homeProvince] }),
    ...(province !== null && { site: { country, province } }),
    ...(province === null && country !== 'CN' && { site: { country } }),
  };
  return [
    { fact: reported },
    { fact: { kind: 'state-entered', ...moment, state } },
    ...(ctx.actor.kind === 'staff' ? [{ fact: ownedBy(ctx.actor.memberId, moment) }] : []),
  ];
}

const columns = `customer_id uuid, dealer_id uuid, audience text, site_id uuid, equipment_id uuid, claimed_serial text,
  country text, province text, policy_version_id uuid, request_type text, severity text, state text, state_category text,
  subject text, description text, channel text, reporter_name text, reporter_phone text, reporter_email text,
  details jsonb, reported_at timestamptz, owner_id uuid, created_by uuid`;
const names = columns.replace(/(\w+) (uuid|text|jsonb|timestamptz)/g, '$1');

const insertion = `
  WITH once AS (
    ${keyTaken({ tenant: '$1', actor: '$3', key: '$4', hash: '$5', subject: '$2', at: '$6' })}),
  numbered AS (
    INSERT INTO ticket_counter AS c (tenant_id, last_number) VALUES ($1, 1)
    ON CONFLICT (tenant_id) DO UPDATE SET last_number = c.last_number + 1 RETURNING last_number),
  created AS (
    INSERT INTO ticket (tenant_id, id, number, version, created_at, updated_at, next_due_at, missed_at,
      ${names})
    SELECT $1, $2, (SELECT format('%s-%s-%s', ticket_prefix, to_char($6::timestamptz AT TIME ZONE time_zone, 'YYYY'),
        lpad(last_number::text, greatest(5, length(last_number::text)), '0')) FROM tenant WHERE id = $1), 1, $6, $6,
      ($9::jsonb->>'nextDueAt')::timestamptz, ($9::jsonb->>'missedAt')::timestamptz, t.*
      FROM numbered, jsonb_to_record($7::jsonb) AS t (${columns})
    RETURNING tenant_id, id, customer_id, dealer_id, audience),
  facts AS (${insertFacts('created', '$8', '$3::uuid', '$6')}),
  clocks AS (${upsertClocks('created', '$9')}),
  timers AS (${upsertTimers('created', '$9')})
  INSERT INTO change (tenant_id, topic, kind, subject_id, version, dealer_id, customer_id, audience, actor_id, at)
  SELECT tenant_id, 'ticket', 'created', id, 1, dealer_id, customer_id, audience, $3, $6 FROM created`;
