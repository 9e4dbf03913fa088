import { clockKinds, type ClockResult } from '@aftercare/policy-engine';
import type { RequestContext } from '../../platform/context';
import type { Columns, KeysetOrder, Reads } from '../../platform/graphql';
import { column, expression, lazy, pure, toMany, toOne, toPage } from '../../platform/graphql';
import { durationOf, requestTypeOf, ruleReference, type PinnedPolicy, type PolicyService } from '../policy';
import { explanationOf } from './clock.types';

/** For roles that need not call, telephone numbers keep three digits in front and four behind, short ones the last two. */
const maskedPhone = `CASE WHEN (SELECT current_setting('app.contacts', true)) = 'clear' THEN t.reporter_phone
  WHEN length(t.reporter_phone) < 11 THEN '****' || right(t.reporter_phone, 2)
  ELSE left(t.reporter_phone, 3) || '****' || right(t.reporter_phone, 4) END`;

/** An e-mail address keeps its first letter and its domain. */
const maskedEmail = `CASE WHEN (SELECT current_setting('app.contacts', true)) = 'clear' THEN t.reporter_email
  ELSE left(t.reporter_email, 1) || '****@' || split_part(t.reporter_email, '@', 2) END`;

/** A running clock whose due moment has passed by the time of the request is missed, whether or not a timer said so yet. */
export const clockState = `CASE WHEN t.state = 'running' AND t.due_at < (SELECT current_setting('app.now', true)::timestamptz)
  THEN 'missed' ELSE t.state END`;

/** Of a reopened ticket the latest life first, whose number the engine puts behind the kind; then as kinds follow each other. */
export const clockOrder = `nullif(split_part(t.key, '/', 2), '')::int DESC NULLS LAST,
  array_position(ARRAY[${clockKinds.map((kind) => `'${kind}'`).join(', ')}], t.kind)`;
/** All that ten lives of a ticket hold. */
export const mostClocks = 100;

const oldestFirst: KeysetOrder = {
  name: 'comments',
  columns: [
    { sql: 't.created_at', cast: 'timestamptz' },
    { sql: 't.id', cast: 'uuid' },
  ],
  descending: false,
};

export function registerTicketReads(reads: Reads, policies: PolicyService): void {
  /** At once where the rules were read before, so that a list need not wait for each of its rows. */
  const byPolicy = <Found>(ctx: RequestContext, row: Columns, find: (pinned: PinnedPolicy) => Found) => {
    const id = row['policy_version_id'] as string;
    const known = policies.known(ctx, id);
    return known ? find(known) : policies.pinned(ctx, id).then(find);
  };
  reads
    .plain('TicketState', 'TicketChange', 'ClockExplanation', 'ClockSpan', 'NotCounted')
    .rows('Ticket', 'ticket', {
      number: column(),
      version: column(),
      state: lazy(['state', 'policy_version_id'], (ctx, row) =>
        byPolicy(ctx, row, ({ policy }) => policy.workflow.states.find(({ key }) => key === row['state'])),
      ),
      requestType: lazy(['request_type', 'policy_version_id'], (ctx, row) =>
        byPolicy(ctx, row, (pinned) => requestTypeOf(pinned, row['request_type'] as string)),
      ),
      policy: toOne('PolicyVersion', 'policy_version_id'),
      subject: column(),
      description: column(),
      channel: column(),
      reporterName: column(),
      reporterPhone: expression(maskedPhone),
      reporterEmail: expression(maskedEmail),
      reportedAt: column(),
      createdAt: column(),
      updatedAt: column(),
      customer: toOne('Customer', 'customer_id'),
      dealer: toOne('Dealer', 'dealer_id'),
      site: toOne('Site', 'site_id'),
      equipment: toOne('Equipment', 'equipment_id'),
      assignee: toOne('Member', 'assignee_id'),
      createdBy: toOne('Member', 'created_by'),
      clocks: toMany('Clock', 'ticket_id', clockOrder, mostClocks),
      comments: toPage('TicketComment', 'ticket_id', oldestFirst),
      attachments: toPage('TicketAttachment', 'ticket_id', { ...oldestFirst, name: 'attachments' }),
      nextDueAt: expression(`nullif(t.next_due_at, 'infinity')`),
    })
    .rows('Clock', 'ticket_clock', {
      kind: column(),
      state: expression(clockState),
      target: pure(['result'], (row) => durationOf((row['result'] as ClockResult).target)),
      rule: pure(['result'], (row) => ruleReference((row['result'] as ClockResult).rule)),
      startedAt: column(),
      dueAt: column(),
      stoppedAt: column(),
      explanation: lazy(['result'], async ({ actor }, row) =>
        explanationOf(row['result'] as ClockResult, actor.kind === 'staff'),
      ),
    })
    .rows('TicketComment', 'ticket_comment', {
      body: column(),
      audience: column(),
      author: toOne('Member', 'author_id'),
      createdAt: column(),
    });
}
