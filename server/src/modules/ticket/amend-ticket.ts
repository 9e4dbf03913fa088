import type { RequestContext } from '../../platform/context';
import type { Part, Statement } from '../../platform/database';
import { newId } from '../../platform/graphql';
import type { TicketAtWork } from './ticket-at-work';
import { clocksOf } from './ticket-clocks';
import type { TicketFact } from './ticket-fact';
import { judgedOf } from './ticket-fact';
import type { audiences } from './ticket.words';
import { deleteStaleTimers, insertFacts, upsertClocks, upsertTimers } from './ticket-sql';

type Audience = (typeof audiences)[number];

/** Something that happened, with the words that go with it. */
export interface NotedFact {
  fact: TicketFact;
  note?: string | null;
  /** What else was said: how it was told, to whom, measured values. */
  detail?: object | null;
  /** Left out: public. */
  audience?: Audience;
}

/** What happens to a ticket. */
export interface Amendment {
  facts: readonly NotedFact[];
  /** New values of columns of the ticket. */
  set?: Readonly<Record<string, unknown>>;
  /** Names of the fields that change, as the API calls them; with none the version stays. */
  fields?: readonly string[];
  /** How the change log calls it; left out: updated. */
  kind?: string;
  /** For whose eyes the change is; left out: public. */
  audience?: Audience;
  /** What is written before and after it, in the same transaction. */
  before?: readonly Statement[];
  also?: readonly Part[];
  /** What the request made, if not the ticket itself; a row id. */
  subjectId?: string;
}

/** One statement: the facts, the clocks and timers that follow from all facts, the ticket and the change log. */
export function amendTicket(
  ctx: RequestContext,
  work: TicketAtWork,
  { facts: noted, set = {}, fields = [], kind = 'updated', audience = 'public' }: Amendment,
): Statement {
  const { ticket, facts } = work;
  const clocks = clocksOf(ctx, work, [...facts, ...judgedOf(noted)]);
  const version = ticket.version + (fields.length > 0 ? 1 : 0);
  const columns = Object.entries({
    ...set,
    version,
    next_due_at: clocks.nextDueAt,
    missed_at: clocks.missedAt,
    // what nobody outside may know of does not move what they can see
    ...(audience === 'public' && { updated_at: ctx.now }),
  });
  const own = 7;
  return {
    text: `
      WITH amended AS (
        UPDATE ticket SET ${columns.map(([name], index) => `${name} = $${own + index + 1}`).join(', ')}
         WHERE tenant_id = $1 AND id = $2
        RETURNING tenant_id, id, customer_id, dealer_id, audience),
      facts AS (${insertFacts('amended', '$5', '$3', '$4')}),
      clocks AS (${upsertClocks('amended', '$6')}),
      timers AS (${upsertTimers('amended', '$6')}),
      stale AS (${deleteStaleTimers('amended', '$6')})
      INSERT INTO change (tenant_id, topic, kind, subject_id, version, dealer_id, customer_id, audience, actor_id,
        fields, at)
      SELECT tenant_id, 'ticket', c.kind, id, c.version, dealer_id, customer_id, c.audience, $3, c.fields, $4
        FROM amended, jsonb_to_record($7::jsonb) AS c (kind text, version int, audience text, fields text[])`,
    values: [
      ctx.tenantId,
      ticket.id,
      ctx.actor.memberId,
      ctx.now,
      JSON.stringify(factRows(ctx, noted)),
      JSON.stringify(clocks),
      JSON.stringify({ kind, version, audience, fields }),
      ...columns.map(([, value]) => value),
    ],
  };
}

/** Facts as rows of `insertFacts`. */
export const factRows = (ctx: RequestContext, noted: readonly NotedFact[]) =>
  noted.map(({ fact, note = null, detail = null, audience = 'public' }) => ({
    id: newId(ctx.now),
    audience,
    fact,
    note,
    detail,
  }));
