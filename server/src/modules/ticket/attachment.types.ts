import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionType, Node, Payload } from '../../platform/graphql';
import { UploadedFile } from '../../platform/files';
import { Member } from '../identity';
import { Ticket } from './ticket.entity';
import type { audiences } from './ticket.words';
import { Audiences } from './ticket.words';

@ObjectType({ implements: Node, description: 'A photo, a video or a PDF that belongs to a ticket.' })
export class TicketAttachment extends Node {
  @Field(() => UploadedFile)
  file!: UploadedFile;

  @Field(() => Audiences)
  audience!: (typeof audiences)[number];

  @Field(() => String, { nullable: true })
  caption!: string | null;

  @Field(() => Member, { nullable: true, description: 'Null for somebody you may not see.' })
  addedBy!: Member | null;

  @Field(() => Date)
  createdAt!: Date;
}

export const TicketAttachmentConnection = connectionType(TicketAttachment);

@InputType()
export class TicketAttachmentAddInput {
  @Field(() => ID)
  ticketId!: string;

  @Field(() => ID, { description: 'A stored file of your own that is not attached yet.' })
  fileId!: string;

  @Field(() => Audiences)
  audience!: (typeof audiences)[number];

  @Field(() => String, { nullable: true, description: 'What it shows, in at most 500 characters.' })
  caption?: string | null;

  @Field(() => String, {
    description: 'Made once per attachment; sending it again answers the same attachment.',
  })
  idempotencyKey!: string;
}

@ObjectType()
export class TicketAttachmentAddPayload extends Payload {
  @Field(() => TicketAttachment, { nullable: true })
  attachment!: TicketAttachment | null;

  @Field(() => Ticket, { nullable: true })
  ticket!: Ticket | null;
}
