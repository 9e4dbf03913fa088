import type { RequestContext } from '../../platform/context';
import type { Inside, Statement } from '../../platform/database';
import { newId } from '../../platform/graphql';
import type { Amendment } from './amend-ticket';
import { fileAttached, fileNotFound, fileNotStored } from './attachment.errors';
import type { TicketAtWork, TicketRow } from './ticket-at-work';
import type { audiences } from './ticket.words';
import { ticketOver } from './work.errors';

type Audience = (typeof audiences)[number];

/** An uploaded file that is to be attached. */
export interface FileToAttach {
  /** Row id. */
  fileId: string;
  caption?: string | null;
  /** Path of the input field that names it, for refusals. */
  field: readonly string[];
}

/** The ticket that files are attached to, also one that is only about to be written. */
type Keys = Pick<TicketRow, 'id' | 'customerId' | 'dealerId'>;

/**
 * Attaches an uploaded file to a ticket. Attachments neither need nor change the ticket's version.
 * @throws Refusal naming the field to mend
 */
export async function attachFile(
  ctx: RequestContext,
  { ticket, query }: TicketAtWork,
  { audience, ...file }: FileToAttach & { audience: Audience },
): Promise<Amendment> {
  if (ticket.stateCategory === 'closed') throw ticketOver();
  const { writes, attachmentIds } = await attachFiles(ctx, query, ticket, [file], audience);
  return { facts: [], kind: 'attached', audience, also: writes, subjectId: attachmentIds[0] };
}

/**
 * What attaches uploaded files to a ticket, for the write that makes or changes it; the caller writes the line of
 * the change log. Each file is the asker's own, has arrived, and is attached to nothing else: it is held until
 * the transaction ends.
 * @param query a statement of that transaction
 * @returns the statements, to be run once the ticket is there
 * @throws Refusal naming the first file that cannot be attached
 */
export async function attachFiles(
  ctx: RequestContext,
  query: Inside['query'],
  ticket: Keys,
  files: readonly FileToAttach[],
  audience: Audience,
): Promise<{ writes: Statement[]; attachmentIds: string[] }> {
  const ids = files.map(({ fileId }) => fileId);
  const held = (await query(
    `SELECT id, state, used FROM file WHERE tenant_id = $1 AND id = ANY ($2::uuid[]) AND uploaded_by = $3
      ORDER BY id FOR UPDATE`,
    [ctx.tenantId, ids, ctx.actor.memberId],
  )) as HeldFile[];
  for (const [index, { fileId, field }] of files.entries()) {
    const file = held.find(({ id }) => id === fileId);
    if (!file) throw fileNotFound(field);
    if (file.used || ids.indexOf(fileId) < index) throw fileAttached(field);
    if (file.state !== 'stored') throw fileNotStored(field);
  }
  const attachments = files.map((file) => ({ ...file, id: newId(ctx.now) }));
  return {
    attachmentIds: attachments.map(({ id }) => id),
    writes: [
      useFiles(ctx, ids, audience === 'public' ? ticket.dealerId : null),
      ...attachments.map((attachment) => insertAttachment(ctx, ticket, attachment, audience)),
    ],
  };
}

interface HeldFile {
  id: string;
  state: string;
  used: boolean;
}

/** Files are used for good, and the dealer that sees the attachment sees the file too. */
const useFiles = (ctx: RequestContext, ids: readonly string[], shownTo: string | null): Statement => ({
  text: `UPDATE file SET used = true, dealer_id = coalesce($3, dealer_id)
          WHERE tenant_id = $1 AND id = ANY ($2::uuid[])`,
  values: [ctx.tenantId, ids, shownTo],
});

/** The files of a ticket go along when it moves to another party: those that are public are that dealer's to see. */
export const showFilesTo = (ctx: RequestContext, ticket: Keys, dealerId: string | null): Statement => ({
  text: `UPDATE file AS f SET dealer_id = $3 FROM ticket_attachment AS a
          WHERE f.tenant_id = $1 AND a.tenant_id = $1 AND a.ticket_id = $2 AND a.file_id = f.id
            AND a.audience = 'public'`,
  values: [ctx.tenantId, ticket.id, dealerId],
});

const insertAttachment = (
  ctx: RequestContext,
  ticket: Keys,
  { id, fileId, caption = null }: FileToAttach & { id: string },
  audience: Audience,
): Statement => ({
  text: `INSERT INTO ticket_attachment (tenant_id, id, ticket_id, customer_id, dealer_id, audience, file_id, caption,
           added_by, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
  values: [
    ctx.tenantId,
    id,
    ticket.id,
    ticket.customerId,
    ticket.dealerId,
    audience,
    fileId,
    caption,
    ctx.actor.memberId,
    ctx.now,
  ],
});
