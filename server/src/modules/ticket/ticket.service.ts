import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../../platform/context';
import type { FieldReader, Row } from '../../platform/graphql';
import { decodeId, lookInto } from '../../platform/graphql';
import { requiredKey } from '../../platform/idempotency';
import { assignable, assignTicket } from './assign-ticket';
import { commentOnTicket } from './comment-on-ticket';
import type { Alongside, Created, IntakeRooms } from './create-ticket';
import { createTicket } from './create-ticket';
import { assigneeNotFound, internalNotForDealers, ticketNotFound } from './ticket.errors';
import type { TicketAssignInput, TicketCommentAddInput, TicketCreateInput } from './ticket.inputs';
import { requiredText } from './ticket.texts';
import type { WorkRooms } from './work-on-ticket';
import { workOnTicket } from './work-on-ticket';

/** What can be done with a ticket. */
export class TicketService {
  constructor(
    private readonly rooms: IntakeRooms & WorkRooms,
    private readonly reader: FieldReader,
  ) {}

  async create(
    ctx: RequestContext,
    input: TicketCreateInput,
    info?: GraphQLResolveInfo,
  ): Promise<{ ticket: Row | null; duplicates: Array<Row | null> }> {
    const { id, duplicates } = await this.take(ctx, input);
    const ticket = await this.fresh(ctx, 'Ticket', id, info);
    const look = info && lookInto(info, 'duplicates');
    return { ticket, duplicates: await this.reader.rows(ctx, 'Ticket', duplicates, look) };
  }

  /** As `create`, by row ids: for rooms that take requests in their own way. */
  take(ctx: RequestContext, input: TicketCreateInput, alongside?: Alongside): Promise<Created> {
    return createTicket(ctx, this.rooms, input, alongside);
  }

  async assign(
    ctx: RequestContext,
    input: TicketAssignInput,
    info?: GraphQLResolveInfo,
  ): Promise<{ ticket: Row | null }> {
    const ticketId = decodeId('Ticket', input.ticketId);
    const assigneeId = decodeId('Member', input.assigneeId);
    if (!ticketId) throw ticketNotFound();
    if (!assigneeId) throw assigneeNotFound();
    await workOnTicket(ctx, this.rooms, { ...input, ticketId }, (work) =>
      assignTicket(ctx, work, assigneeId),
    );
    return { ticket: await this.fresh(ctx, 'Ticket', ticketId, info) };
  }

  async comment(
    ctx: RequestContext,
    input: TicketCommentAddInput,
    info?: GraphQLResolveInfo,
  ): Promise<{ comment: Row | null; ticket: Row | null }> {
    if (input.audience === 'internal' && ctx.actor.kind !== 'staff') throw internalNotForDealers();
    const ticketId = decodeId('Ticket', input.ticketId);
    if (!ticketId) throw ticketNotFound();
    const id = await this.say(ctx, { ...input, ticketId });
    return {
      comment: await this.fresh(ctx, 'TicketComment', id, info),
      ticket: await this.fresh(ctx, 'Ticket', ticketId, info),
    };
  }

  /** As `comment`, by row ids. */
  say(
    ctx: RequestContext,
    { ticketId, audience, idempotencyKey, ...input }: TicketCommentAddInput,
  ): Promise<string> {
    const body = requiredText(input.body, 'body');
    const key = requiredKey(idempotencyKey);
    const task = { ticketId, idempotencyKey: key, request: { asked: 'comment', body, audience } };
    return workOnTicket(ctx, this.rooms, task, (work) => commentOnTicket(ctx, work, { body, audience }));
  }

  /** People of the maker to whom a ticket can be given, by name. */
  async assignableMembers(ctx: RequestContext, info: GraphQLResolveInfo): Promise<Array<Row | null>> {
    const rows = await ctx.db.query<{ id: string }>(
      `SELECT id FROM membership WHERE tenant_id = $1 AND ${assignable} ORDER BY name, id LIMIT 500`,
      [ctx.tenantId],
    );
    const ids = rows.map(({ id }) => id);
    return this.reader.rows(ctx, 'Member', ids, info);
  }

  /** The row as it is after the change, whatever was read before it. */
  private fresh(
    ctx: RequestContext,
    type: 'Ticket' | 'TicketComment',
    id: string,
    info: GraphQLResolveInfo | undefined,
  ): Promise<Row | null> {
    ctx.loaders.clear();
    return this.reader.row(ctx, type, id, info && lookInto(info, type === 'Ticket' ? 'ticket' : 'comment'));
  }
}
