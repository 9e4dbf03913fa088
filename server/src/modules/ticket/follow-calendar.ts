import type { Calendar } from '@aftercare/policy-engine';
import { evaluateClocks, repinsFor } from '@aftercare/policy-engine';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '../../platform/context';
import type { NotedFact } from './amend-ticket';
import type { TicketAtWork } from './ticket-at-work';

/** How the timer of a published calendar is called; those of clocks begin with a kind of promise. */
const nameOf = (key: string, version: number) => `calendar ${key}#${version}`;

/** The version that a timer is about; null for the timers of clocks. */
export function calendarOf(timerKey: string): { calendar: string; version: number } | null {
  const [, calendar, version] = /^calendar (.+)#(\d+)$/.exec(timerKey) ?? [];
  return calendar === undefined ? null : { calendar, version: Number(version) };
}

/**
 * A new version of a calendar is out: every open ticket is looked at once, each in a transaction of its own, by a timer
 * that is due at once. So publishing takes as long for ten thousand tickets as for ten, and nothing is lost on the way.
 */
export async function followCalendar(
  ctx: RequestContext,
  manager: EntityManager,
  { key, version, liveClocks }: Calendar,
): Promise<void> {
  if (liveClocks === 'keep') return;
  await manager.query(
    `INSERT INTO ticket_timer (tenant_id, id, ticket_id, customer_id, dealer_id, audience, key, kind, at, clock)
     SELECT tenant_id, gen_random_uuid(), id, customer_id, dealer_id, 'public', $2, 'refresh', $3, ''
       FROM ticket WHERE tenant_id = $1 AND state_category <> 'closed'
     ON CONFLICT DO NOTHING`,
    [ctx.tenantId, nameOf(key, version), ctx.now],
  );
}

/**
 * A fact for each live clock that runs by an older version of the calendar (B4).
 * @param known every version, at least up to the published one
 */
export function repinned(
  { policy, facts, now }: TicketAtWork,
  known: readonly Calendar[],
  { calendar: key, version }: { calendar: string; version: number },
): NotedFact[] {
  const published = known.find((each) => each.key === key && each.version === version);
  if (!published) throw new Error(`Calendar ${key} has no version ${version}.`);
  const clocks = evaluateClocks({ policy, calendars: known, facts, now });
  return repinsFor(published, clocks, now).map((fact) => ({ fact }));
}
