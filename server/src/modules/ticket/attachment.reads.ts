import type { Reads } from '../../platform/graphql';
import { column, toOne } from '../../platform/graphql';

export function registerAttachmentReads(reads: Reads): void {
  reads.rows('TicketAttachment', 'ticket_attachment', {
    file: toOne('File', 'file_id'),
    audience: column(),
    caption: column(),
    addedBy: toOne('Member', 'added_by'),
    createdAt: column(),
  });
}
