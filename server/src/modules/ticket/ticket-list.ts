import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../../platform/context';
import type { Connection, FieldReader, KeysetOrder, Row } from '../../platform/graphql';
import type { Conditions, Found } from './ticket-filter';
import { searchedWords, ticketConditions } from './ticket-filter';
import type { TicketCount, TicketFilter, TicketListArgs, TicketOrder } from './ticket-list.inputs';

const countedTo = 1_000;
/** So many tickets are fetched and sorted about as fast as they are met in the order of a list. */
const fewTickets = 5_000;

const order = (name: TicketOrder, column: string, descending: boolean): KeysetOrder => ({
  name: `tickets ${name}`,
  columns: [
    { sql: `t.${column}`, cast: 'timestamptz' },
    { sql: 't.id', cast: 'uuid' },
  ],
  descending,
});

/** Each has an index of the house and one of the dealer. */
export const ticketOrderings: Record<TicketOrder, KeysetOrder> = {
  newest: order('newest', 'created_at', true),
  'oldest-reported': order('oldest-reported', 'reported_at', false),
  'due-soonest': order('due-soonest', 'next_due_at', false),
  'recently-updated': order('recently-updated', 'updated_at', true),
};

/** A page of tickets that can also say how many there are in all, when it is asked. */
export interface CountableList extends Connection<Row> {
  count(): Promise<TicketCount>;
}

/** Lists of tickets. */
export class TicketLists {
  constructor(private readonly reader: FieldReader) {}

  async list(
    ctx: RequestContext,
    { filter, orderBy, ...args }: TicketListArgs,
    info: GraphQLResolveInfo,
  ): Promise<CountableList> {
    const conditions = conditionsOf(
      ctx,
      filter,
      await findWords(filter, (...asked) => ctx.db.query(...asked)),
    );
    const page = { type: 'Ticket', order: ticketOrderings[orderBy], ...conditions, args } as const;
    const connection = await this.reader.page(ctx, page, info);
    return Object.assign(connection, { count: () => countTickets(ctx, conditions) });
  }
}

/** The conditions of a filter for whoever asks. */
export const conditionsOf = (
  ctx: RequestContext,
  filter: TicketFilter | null | undefined,
  found?: Found,
): Conditions =>
  ticketConditions(
    filter,
    { memberId: ctx.actor.memberId, dealerId: ctx.actor.dealerId, now: ctx.now },
    found,
  );

/**
 * What the words of a filter lead to. A few tickets are read by their ids and then put in order; where there
 * are many, the first of them come soon in any order, and fetching all to sort them would take the longest.
 */
export async function findWords(
  filter: TicketFilter | null | undefined,
  query: (text: string, values: readonly unknown[]) => Promise<unknown[]>,
): Promise<Found | undefined> {
  const words = searchedWords(filter);
  if (words === null) return undefined;
  const rows = (await query(`SELECT find_tickets($1, ${fewTickets + 1}) AS id`, [words])) as Array<{
    id: string | null;
  }>;
  const ids = rows.map(({ id }) => id).filter((id) => id !== null);
  return rows.length > fewTickets || ids.length < rows.length ? 'many' : { ids };
}

/** Stops counting where the number would say no more to a reader, so that it never costs more than that. */
async function countTickets(ctx: RequestContext, { where, values }: Conditions): Promise<TicketCount> {
  const [row] = await ctx.db.query<{ counted: number }>(
    `SELECT count(*)::int AS counted FROM (
       SELECT 1 FROM ticket AS t WHERE ${['t.tenant_id = $1', ...where].join(' AND ')} LIMIT ${countedTo + 1}) AS met`,
    [ctx.tenantId, ...values],
  );
  const counted = row?.counted ?? 0;
  return { value: Math.min(counted, countedTo), capped: counted > countedTo };
}
