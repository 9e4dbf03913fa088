import type { ClockKind, ClockResult, ClockState, Policy } from '@aftercare/policy-engine';
import type { RequestContext } from '../../platform/context';
import type { Sentence } from '../../platform/errors';
import type { Connection, Cursors, KeysetOrder, PageArgs, Row } from '../../platform/graphql';
import { conditionsOf, connectionOf, keysOf, selectWindow, sideOf, windowOf } from '../../platform/graphql';
import { eventInWords } from './event-in-words';
import type { TicketFact } from './ticket-fact';
import { clockOrder, clockState, mostClocks } from './ticket.reads';
import { toldToRequester } from './told-to-requester';

/** What somebody outside the house may know of their own request. */
export interface RequesterView {
  number: string;
  subject: string;
  description: string;
  state: string;
  policyVersionId: string;
  reportedAt: Date;
  closedAt: Date | null;
  clocks: Array<{ kind: ClockKind; state: ClockState; dueAt: Date | null; result: ClockResult }>;
}

/** The ticket as its requester sees it; null where row-level security shows the asker none. */
export async function requesterView(ctx: RequestContext, ticketId: string): Promise<RequesterView | null> {
  const [ticket] = await ctx.db.query<Omit<RequesterView, 'clocks'>>(
    `SELECT number, subject, description, state, policy_version_id AS "policyVersionId", reported_at AS "reportedAt",
            closed_at AS "closedAt"
       FROM ticket WHERE tenant_id = $1 AND id = $2`,
    [ctx.tenantId, ticketId],
  );
  if (!ticket) return null;
  const clocks = await ctx.db.query<RequesterView['clocks'][number]>(
    `SELECT t.kind, ${clockState} AS state, t.due_at AS "dueAt", t.result FROM ticket_clock AS t
      WHERE t.tenant_id = $1 AND t.ticket_id = $2 ORDER BY ${clockOrder} LIMIT ${mostClocks}`,
    [ctx.tenantId, ticketId],
  );
  return { ...ticket, clocks };
}

/** One row of a list below a ticket, with its place in it. */
type Listed = Row & { keys: string[] };

/** Something said, as the requester reads it. */
interface Said extends Listed {
  body: string;
  at: Date;
  /** By whoever follows the request, rather than by maker or dealer. */
  byRequester: boolean;
}

/** What was said in public about a ticket, oldest first. */
export function publicComments(
  ctx: RequestContext,
  cursors: Cursors,
  ticketId: string,
  args: PageArgs,
): Promise<Connection<Row>> {
  const list = {
    table: 'ticket_comment',
    columns: 't.id, t.body, t.created_at AS at, t.author_id IS NULL AS "byRequester"',
    order: {
      name: `said ${ticketId}`,
      columns: [
        { sql: 't.created_at', cast: 'timestamptz' },
        { sql: 't.id', cast: 'uuid' },
      ],
      descending: false,
    },
  };
  return pageBelow<Said>(ctx, cursors, ticketId, list, args, (row) => row);
}

/** Something that happened, as it is stored. */
interface Happened extends Listed {
  fact: TicketFact;
  at: Date;
  note: string | null;
}

/** What happened in public to a ticket, oldest first, in words; of the notes only what the requester was told. */
export function publicEvents(
  ctx: RequestContext,
  cursors: Cursors,
  { ticketId, policy }: { ticketId: string; policy: Policy },
  args: PageArgs,
): Promise<Connection<Row>> {
  const list = {
    table: 'ticket_fact',
    columns: `t.id, t.fact, to_timestamp((t.fact->>'at')::bigint / 1000.0) AS at, t.note`,
    order: {
      name: `happened ${ticketId}`,
      columns: [{ sql: 't.seq', cast: 'bigint' }],
      descending: false,
    },
  };
  return pageBelow<Happened>(ctx, cursors, ticketId, list, args, ({ id, fact, at, note }) => {
    const text: Sentence = eventInWords(policy, fact);
    const told = fact.kind === 'recorded' && toldToRequester(policy, fact.record);
    return { id, at, text, note: told ? note : null, date: fact.kind === 'recorded' ? fact.date : null };
  });
}

async function pageBelow<Stored extends Listed>(
  ctx: RequestContext,
  cursors: Cursors,
  ticketId: string,
  { table, columns, order }: { table: string; columns: string; order: KeysetOrder },
  args: PageArgs,
  shown: (row: Stored) => Row,
): Promise<Connection<Row>> {
  const window = windowOf(args);
  const conditions = { order, where: [`t.ticket_id = $2`, `t.audience = 'public'`], values: [ticketId] };
  const { where, values } = conditionsOf(ctx.db.scope, 'tenant_id', cursors, conditions, window);
  const found = await ctx.db.query<Stored>(
    selectWindow(`${columns}, ${keysOf(order)} AS keys`, table, where, order, window),
    values,
  );
  return connectionOf(window, found, shown, ({ keys }) =>
    cursors.encode(sideOf(ctx.db.scope), order.name, keys),
  );
}
