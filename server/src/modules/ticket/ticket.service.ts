import type { RequestContext } from '../../platform/context';
import type { Connection, Cursors, FieldReader, KeysetOrder, PageArgs, Row } from '../../platform/graphql';
import { connectionOf, decodeId, readPage } from '../../platform/graphql';
import { requiredKey } from '../../platform/idempotency';
import { assignable, assignTicket } from './assign-ticket';
import { commentOnTicket } from './comment-on-ticket';
import type { IntakeRooms } from './create-ticket';
import { createTicket } from './create-ticket';
import { assigneeNotFound, internalNotForDealers, ticketNotFound } from './ticket.errors';
import type {
  TicketAssignInput,
  TicketCommentAddInput,
  TicketCreateInput,
  TicketListArgs,
  TicketOrder,
} from './ticket.inputs';
import { requiredText } from './ticket.texts';
import type { WorkRooms } from './work-on-ticket';
import { workOnTicket } from './work-on-ticket';

const orders: Record<TicketOrder, KeysetOrder> = {
  newest: {
    name: 'tickets newest',
    columns: [
      { sql: 't.created_at', cast: 'timestamptz' },
      { sql: 't.id', cast: 'uuid' },
    ],
    descending: true,
  },
  'due-soonest': {
    name: 'tickets due-soonest',
    columns: [
      { sql: 't.next_due_at', cast: 'timestamptz' },
      { sql: 't.id', cast: 'uuid' },
    ],
    descending: false,
  },
};

const commentOrder: KeysetOrder = {
  name: 'comments',
  columns: [
    { sql: 't.created_at', cast: 'timestamptz' },
    { sql: 't.id', cast: 'uuid' },
  ],
  descending: false,
};

const eventOrder: KeysetOrder = {
  name: 'events',
  columns: [{ sql: 't.seq', cast: 'bigint' }],
  descending: false,
};

/** What can be done with a ticket. */
export class TicketService {
  constructor(
    private readonly rooms: IntakeRooms & WorkRooms,
    private readonly reader: FieldReader,
    private readonly cursors: Cursors,
  ) {}

  async create(
    ctx: RequestContext,
    input: TicketCreateInput,
  ): Promise<{ ticket: Row | null; duplicates: Array<Row | null> }> {
    const { id, duplicates } = await createTicket(ctx, this.rooms, input);
    const ticket = await this.fresh(ctx, 'Ticket', id);
    return {
      ticket,
      duplicates: await Promise.all(duplicates.map((each) => this.reader.row(ctx, 'Ticket', each))),
    };
  }

  async assign(ctx: RequestContext, input: TicketAssignInput): Promise<{ ticket: Row | null }> {
    const ticketId = decodeId('Ticket', input.ticketId);
    const assigneeId = decodeId('Member', input.assigneeId);
    if (!ticketId) throw ticketNotFound();
    if (!assigneeId) throw assigneeNotFound();
    await workOnTicket(ctx, this.rooms, { ...input, ticketId }, (work) =>
      assignTicket(ctx, work, assigneeId),
    );
    return { ticket: await this.fresh(ctx, 'Ticket', ticketId) };
  }

  async comment(
    ctx: RequestContext,
    { audience, idempotencyKey, ...input }: TicketCommentAddInput,
  ): Promise<{ comment: Row | null; ticket: Row | null }> {
    const body = requiredText(input.body, 'body');
    const key = requiredKey(idempotencyKey);
    if (audience === 'internal' && ctx.actor.kind !== 'staff') throw internalNotForDealers();
    const ticketId = decodeId('Ticket', input.ticketId);
    if (!ticketId) throw ticketNotFound();
    const task = { ticketId, idempotencyKey: key, request: { asked: 'comment', body, audience } };
    const id = await workOnTicket(ctx, this.rooms, task, (work) =>
      commentOnTicket(ctx, work, { body, audience }),
    );
    return {
      comment: await this.fresh(ctx, 'TicketComment', id),
      ticket: await this.fresh(ctx, 'Ticket', ticketId),
    };
  }

  async list(ctx: RequestContext, { filter, orderBy, ...args }: TicketListArgs): Promise<Connection<Row>> {
    const values: unknown[] = [];
    const where: string[] = [];
    const add = (condition: (parameter: string) => string, value: unknown) => {
      values.push(value);
      where.push(condition(`$${values.length + 1}`));
    };
    if (filter?.states) add((p) => `t.state = ANY (${p}::text[])`, filter.states);
    if (filter?.categories) add((p) => `t.state_category = ANY (${p}::text[])`, filter.categories);
    if (filter?.unassigned === true) where.push('t.assignee_id IS NULL');
    if (filter?.unassigned === false) where.push('t.assignee_id IS NOT NULL');
    // row-level security would filter these anyway; saying so lets the dealer's own index serve the list
    if (ctx.actor.dealerId) add((p) => `t.dealer_id = ${p}::uuid`, ctx.actor.dealerId);
    const page = await readPage(ctx, this.cursors, {
      order: orders[orderBy],
      table: 'ticket',
      where,
      values,
      args,
    });
    return connectionOf(page, (id) => this.reader.row(ctx, 'Ticket', id));
  }

  async comments(ctx: RequestContext, ticketId: string, args: PageArgs): Promise<Connection<Row>> {
    const page = await readPage(ctx, this.cursors, {
      order: { ...commentOrder, name: `comments ${ticketId}` },
      table: 'ticket_comment',
      where: ['t.ticket_id = $2'],
      values: [ticketId],
      args,
    });
    return connectionOf(page, (id) => this.reader.row(ctx, 'TicketComment', id));
  }

  /** What happened, in the order in which it was written down. */
  async timeline(ctx: RequestContext, ticketId: string, args: PageArgs): Promise<Connection<Row>> {
    const page = await readPage(ctx, this.cursors, {
      order: { ...eventOrder, name: `events ${ticketId}` },
      table: 'ticket_fact',
      where: ['t.ticket_id = $2'],
      values: [ticketId],
      args,
    });
    return connectionOf(page, (id) => this.reader.row(ctx, 'TicketEvent', id));
  }

  /** People of the maker to whom a ticket can be given, by name. */
  async assignableMembers(ctx: RequestContext): Promise<Array<Row | null>> {
    const rows = await ctx.db.query<{ id: string }>(
      `SELECT id FROM membership WHERE tenant_id = $1 AND ${assignable} ORDER BY name, id LIMIT 500`,
      [ctx.tenantId],
    );
    return Promise.all(rows.map(({ id }) => this.reader.row(ctx, 'Member', id)));
  }

  /** The row as it is after the change, whatever was read before it. */
  private fresh(ctx: RequestContext, type: 'Ticket' | 'TicketComment', id: string): Promise<Row | null> {
    ctx.loaders.clear();
    return this.reader.row(ctx, type, id);
  }
}
