import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../../platform/context';
import type { FieldReader, Row } from '../../platform/graphql';
import { decodeId, lookInto } from '../../platform/graphql';
import { requiredKey } from '../../platform/idempotency';
import { attachFile } from './attach-file';
import { fileNotFound, internalFilesNotForDealers } from './attachment.errors';
import type { TicketAttachmentAddInput } from './attachment.types';
import { ticketNotFound } from './ticket.errors';
import { optionalText } from './ticket.texts';
import type { WorkRooms } from './work-on-ticket';
import { workOnTicket } from './work-on-ticket';

/** Photos, videos and documents of a ticket. */
export class AttachmentService {
  constructor(
    private readonly rooms: WorkRooms,
    private readonly reader: FieldReader,
  ) {}

  async attach(
    ctx: RequestContext,
    input: TicketAttachmentAddInput,
    info: GraphQLResolveInfo,
  ): Promise<{ attachment: Row | null; ticket: Row | null }> {
    const caption = optionalText(input.caption, 'caption');
    const idempotencyKey = requiredKey(input.idempotencyKey);
    const { audience } = input;
    if (audience === 'internal' && ctx.actor.kind !== 'staff') throw internalFilesNotForDealers();
    const ticketId = decodeId('Ticket', input.ticketId);
    const fileId = decodeId('File', input.fileId);
    if (!ticketId) throw ticketNotFound();
    if (!fileId) throw fileNotFound(['fileId']);
    const request = { fileId, caption, audience };
    const id = await workOnTicket(ctx, this.rooms, { ticketId, idempotencyKey, request }, (work) =>
      attachFile(ctx, work, { ...request, field: ['fileId'] }),
    );
    // as they are after the change, whatever was read before it
    ctx.loaders.clear();
    return {
      attachment: await this.reader.row(ctx, 'TicketAttachment', id, lookInto(info, 'attachment')),
      ticket: await this.reader.row(ctx, 'Ticket', ticketId, lookInto(info, 'ticket')),
    };
  }
}
