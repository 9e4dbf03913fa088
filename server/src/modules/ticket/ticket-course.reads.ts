import type { ClockResult, Fact, Policy, Step, StepInput } from '@aftercare/policy-engine';
import { approvalStanding, stepsFrom, ticketCircumstances } from '@aftercare/policy-engine';
import { clause } from '@aftercare/rulebooks';
import DataLoader from 'dataloader';
import type { RequestContext } from '../../platform/context';
import type { FieldReader, KeysetOrder, Reads, Row } from '../../platform/graphql';
import { column, expression, lazy, toOne, toPage } from '../../platform/graphql';
import type { PolicyService } from '../policy';
import { agreedDates } from './agreed-dates';
import type { EventDetail } from './event-in-words';
import { eventInWords } from './event-in-words';
import { lastingPauses } from './lasting-pauses';
import { clauseOf, labelOf, missingInWords } from './missing-in-words';
import { clocksOf } from './ticket-clocks';
import type { AgreedDate, TicketApproval, TicketPause, TicketStep } from './ticket-course.types';
import type { TicketFact } from './ticket-fact';
import { judgedOf } from './ticket-fact';
import { toldDates } from './told-dates';
import { wished, wishOf, withdrawal } from './withdraw-ticket';

const asWrittenDown: KeysetOrder = {
  name: 'events',
  columns: [{ sql: 't.seq', cast: 'bigint' }],
  descending: false,
};

/** How the course of a ticket is read: what may happen next, what waits for whom, and what has happened. */
export function registerCourseReads(reads: Reads, policies: PolicyService, reader: FieldReader): void {
  const policyOf = (ctx: RequestContext, row: Record<string, unknown>) =>
    policies.version(ctx, row['policy_version_id'] as string);
  const member = (ctx: RequestContext, id: string): Promise<Row | null> =>
    isRowId(id) ? reader.row(ctx, 'Member', id) : Promise.resolve(null);

  reads
    .plain(
      'Labelled',
      'MissingForStep',
      'TicketStep',
      'ApprovalVote',
      'TicketApproval',
      'AgreedDate',
      'ToldDate',
      'TicketPause',
    )
    .plain('TicketDetail')
    .extend('Ticket', {
      severity: lazy(['severity', 'policy_version_id'], async (ctx, row) => {
        const key = row['severity'] as string | null;
        if (key === null) return null;
        return { key, label: labelOf((await policyOf(ctx, row)).severity?.classes ?? [], key) };
      }),
      classified:
        expression(`EXISTS (SELECT FROM ticket_fact AS f WHERE f.tenant_id = t.tenant_id AND f.ticket_id = t.id
        AND f.fact->>'kind' IN ('reported', 'severity-set') AND f.fact ? 'severity')`),
      owner: toOne('Member', 'owner_id'),
      offeredOwner: toOne('Member', 'offered_owner_id'),
      claimedSerial: column(),
      province: column(),
      closedAt: column(),
      missedAt: column(),
      timeline: toPage('TicketEvent', 'ticket_id', asWrittenDown),
      details: lazy(['details'], async (_ctx, row) =>
        Object.entries(row['details'] as Record<string, string>).map(([key, value]) => ({ key, value })),
      ),
      steps: lazy(['policy_version_id', 'state'], async (ctx, row) =>
        stepsOf(ctx, await policyOf(ctx, row), await factsOf(ctx, row.id), row['state'] as string),
      ),
      approvals: lazy(['policy_version_id'], async (ctx, row) => {
        if (ctx.actor.kind === 'dealer') return [];
        return approvalsOf(ctx, await policyOf(ctx, row), await factsOf(ctx, row.id), member);
      }),
      agreedDates: lazy(['policy_version_id'], async (ctx, row) =>
        datesOf(ctx, policies, await policyOf(ctx, row), await factsOf(ctx, row.id), member),
      ),
      toldDates: lazy(['policy_version_id'], async (ctx, row) =>
        toldDates(ctx, await policyOf(ctx, row), row.id),
      ),
      pauses: lazy(['policy_version_id'], async (ctx, row) =>
        pausesOf(ctx, await policyOf(ctx, row), await factsOf(ctx, row.id)),
      ),
    })
    .rows('TicketEvent', 'ticket_fact', {
      kind: expression(`t.fact->>'kind'`),
      at: expression(`to_timestamp((t.fact->>'at')::bigint / 1000.0)`),
      recordedAt: column(),
      text: lazy(['fact', 'detail', 'ticket_id'], async (ctx, row) =>
        eventInWords(
          await policyOfTicket(ctx, policies, row['ticket_id'] as string),
          row['fact'] as TicketFact,
          ctx.actor.kind === 'staff' ? ((row['detail'] as EventDetail | null) ?? {}) : {},
        ),
      ),
      note: column(),
      date: expression(`t.fact->>'date'`),
      toldTo: expression(`t.detail->>'toldTo'`),
      channel: expression(`t.detail->>'channel'`),
      audience: column(),
      actor: toOne('Member', 'actor_id'),
      member: toOne('Member', 'member_id'),
    });
}

function stepsOf(ctx: RequestContext, policy: Policy, facts: readonly Fact[], state: string): TicketStep[] {
  const now = ctx.now.getTime();
  const circumstances = ticketCircumstances(policy, facts, now);
  if (!circumstances) return [];
  const actor = { id: ctx.actor.memberId, roles: ctx.actor.roles };
  const input = { policy, state, circumstances, facts, actor, openChildren: 0, now };
  return stepsFor(ctx, input).map((step) => {
    const missing = step.possible ? [] : step.missing;
    return {
      key: step.key,
      label: labelOf(policy.workflow.transitions, step.key),
      possible: step.possible,
      missing: missing.map((each) => {
        const id = clauseOf(each.source);
        return {
          kind: each.kind,
          key:
            'record' in each
              ? each.record
              : 'approval' in each
                ? each.approval
                : 'clock' in each
                  ? each.clock
                  : null,
          message: missingInWords(policy, each),
          clause: id === null ? null : { ...clause(id) },
        };
      }),
    };
  });
}

/** Steps are for the maker's people; the requester's side may only take back what it asked for. */
function stepsFor(ctx: RequestContext, input: StepInput): Step[] {
  if (ctx.actor.kind !== 'dealer') return stepsFrom(input);
  const wish = wishOf(ctx, { at: input.now, recordedAt: input.now });
  return stepsFrom(wished(ctx, input, wish)).filter(({ key }) => key === withdrawal);
}

type MemberOf = (ctx: RequestContext, id: string) => Promise<Row | null>;

function approvalsOf(
  ctx: RequestContext,
  policy: Policy,
  facts: readonly Fact[],
  member: MemberOf,
): Promise<TicketApproval[]> {
  return Promise.all(
    (policy.workflow.approvals ?? []).map(async ({ key, label }) => {
      const { status, asked, decisions, awaited, missing, owed } = approvalStanding(policy, key, facts);
      return {
        key,
        label,
        status,
        askedBy: asked && (await member(ctx, asked.by)),
        askedAt: asked && new Date(asked.at),
        decisions: await Promise.all(
          decisions.map(async (each) => ({ ...each, by: await member(ctx, each.by), at: new Date(each.at) })),
        ),
        awaited: [...awaited],
        missing,
        owed,
      };
    }),
  );
}

async function datesOf(
  ctx: RequestContext,
  policies: PolicyService,
  policy: Policy,
  facts: readonly Fact[],
  member: MemberOf,
): Promise<AgreedDate[]> {
  const calendars = await policies.calendarsFor(ctx, facts);
  const clocks: ClockResult[] = clocksOf(ctx, { policy, calendars }, facts).clocks.map(
    ({ result }) => result,
  );
  return Promise.all(
    agreedDates(facts, clocks, ctx.now.getTime()).map(async ({ fact, outcome }) => ({
      clock: fact.clock,
      dueAt: new Date(fact.due),
      why: fact.why,
      confirmedBy: fact.confirmedBy,
      agreedAt: new Date(fact.at),
      agreedBy: await member(ctx, fact.by),
      outcome,
    })),
  );
}

function pausesOf(ctx: RequestContext, policy: Policy, facts: readonly Fact[]): TicketPause[] {
  return lastingPauses(policy, facts, ctx.now.getTime()).map(({ reason, from, endsAt }) => ({
    reason: { key: reason, label: labelOf(policy.pauseReasons ?? [], reason) },
    since: new Date(from),
    endsAt: new Date(endsAt),
  }));
}

const isRowId = (id: string) => /^[0-9a-f-]{36}$/.test(id);

const factLoaders = {};

/** Every fact of tickets that the asker sees, also those that they may not: decisions rest on all of them. */
function factsOf(ctx: RequestContext, ticketId: string): Promise<Fact[]> {
  const loader =
    (ctx.loaders.get(factLoaders) as DataLoader<string, Fact[]> | undefined) ??
    new DataLoader<string, Fact[]>(async (ids) => {
      const rows = await ctx.db.queryBeyondParties<{ id: string; written: Array<{ fact: TicketFact }> }>(
        `SELECT ticket_id AS id, jsonb_agg(jsonb_build_object('fact', fact) ORDER BY seq) AS written
           FROM ticket_fact
          WHERE tenant_id = $1 AND ticket_id = ANY ($2::uuid[]) GROUP BY ticket_id`,
        [ctx.tenantId, ids],
      );
      const byTicket = new Map(rows.map(({ id, written }) => [id, judgedOf(written)]));
      return ids.map((id) => byTicket.get(id) ?? []);
    });
  ctx.loaders.set(factLoaders, loader);
  return loader.load(ticketId);
}

const policyLoaders = {};

function policyOfTicket(ctx: RequestContext, policies: PolicyService, ticketId: string): Promise<Policy> {
  const loader =
    (ctx.loaders.get(policyLoaders) as DataLoader<string, Policy> | undefined) ??
    new DataLoader<string, Policy>(async (ids) => {
      const rows = await ctx.db.query<{ id: string; version: string }>(
        'SELECT id, policy_version_id AS version FROM ticket WHERE tenant_id = $1 AND id = ANY ($2::uuid[])',
        [ctx.tenantId, ids],
      );
      const versions = new Map(rows.map(({ id, version }) => [id, version]));
      return Promise.all(ids.map((id) => policies.version(ctx, versions.get(id) ?? '')));
    });
  ctx.loaders.set(policyLoaders, loader);
  return loader.load(ticketId);
}
