import type { LocalDate, Policy, RecordType } from '@aftercare/policy-engine';
import { clause } from '@aftercare/rulebooks';
import DataLoader from 'dataloader';
import type { RequestContext } from '../../platform/context';
import { clauseOf, labelOf } from './missing-in-words';
import type { ToldDate } from './ticket-course.types';
import { dateMissing, dateNotAhead, dateNotAsked } from './work.errors';

/**
 * The date that goes with a record, where the policy asks for one (R6-3.4).
 * @param toldOn the day of telling
 * @throws Refusal naming `date`: one that is missing, not after that day, or not asked for
 */
export function dateTold(
  { label, date: asked }: RecordType,
  date: LocalDate | null | undefined,
  toldOn: LocalDate,
): LocalDate | null {
  if (!asked) {
    if (date) throw dateNotAsked(label);
    return null;
  }
  if (!date) throw dateMissing(label);
  if (date <= toldOn) throw dateNotAhead(toldOn);
  return date;
}

/** The day on which a moment falls in a zone; Swedes write it as ISO 8601 does. */
export const dayIn = (timeZone: string, moment: number): LocalDate =>
  new Intl.DateTimeFormat('sv-SE', { timeZone }).format(moment);

interface Stored {
  ticketId: string;
  record: string;
  date: LocalDate;
  at: Date;
  toldTo: string | null;
  channel: string | null;
}

/**
 * Of each record the date that was told last, as far as the asker may read it. A link names nobody: it may have gone
 * from hand to hand.
 */
export async function toldDates(ctx: RequestContext, policy: Policy, ticketId: string): Promise<ToldDate[]> {
  const stored = await storedDates(ctx, ticketId);
  const byLink = ctx.actor.kind === 'link';
  return stored.map(({ record, date, at, toldTo, channel }) => {
    const id = clauseAsking(policy, record);
    return {
      key: record,
      label: labelOf(policy.records ?? [], record),
      date,
      toldAt: at,
      toldTo: byLink ? null : toldTo,
      channel: byLink ? null : channel,
      clause: id === null ? null : { ...clause(id) },
    };
  });
}

function clauseAsking({ workflow }: Policy, record: string): string | null {
  const asking = workflow.transitions
    .flatMap(({ requires = [] }) => requires)
    .find((each) => each.kind === 'record' && each.record === record);
  return asking ? clauseOf(asking.source) : null;
}

const dateLoaders = {};

function storedDates(ctx: RequestContext, ticketId: string): Promise<Stored[]> {
  const loader =
    (ctx.loaders.get(dateLoaders) as DataLoader<string, Stored[]> | undefined) ??
    new DataLoader<string, Stored[]>(async (ids) => {
      const rows = await ctx.db.query<Stored>(
        `SELECT DISTINCT ON (ticket_id, fact->>'record') ticket_id AS "ticketId", fact->>'record' AS record,
                fact->>'date' AS date, to_timestamp((fact->>'at')::bigint / 1000.0) AS at,
                detail->>'toldTo' AS "toldTo", detail->>'channel' AS channel
           FROM ticket_fact
          WHERE tenant_id = $1 AND ticket_id = ANY ($2::uuid[]) AND fact ? 'date'
          ORDER BY ticket_id, fact->>'record', (fact->>'at')::bigint DESC, seq DESC`,
        [ctx.tenantId, ids],
      );
      return ids.map((id) => rows.filter((row) => row.ticketId === id));
    });
  ctx.loaders.set(dateLoaders, loader);
  return loader.load(ticketId);
}
