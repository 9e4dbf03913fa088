import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Payload } from '../../platform/graphql';
import { Ticket, TicketComment } from './ticket.entity';
import type { audiences, Channel } from './ticket.words';
import { Audiences, Channels } from './ticket.words';

@InputType({ description: 'One answer on the form of a request type.' })
export class TicketDetailInput {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  value!: string;
}

@InputType()
export class TicketCreateInput {
  @Field(() => String, { description: 'Key of a request type.' })
  requestType!: string;

  @Field(() => String, { description: 'Serial number on the nameplate.' })
  serial!: string;

  @Field(() => String)
  subject!: string;

  @Field(() => String)
  description!: string;

  @Field(() => String)
  reporterName!: string;

  @Field(() => String, { nullable: true })
  reporterPhone?: string | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When it was reported, if before now; by a dealer at most 72 hours ago.',
  })
  reportedAt?: Date | null;

  @Field(() => Channels, {
    nullable: true,
    description:
      'From the desk: web, phone, email, fax, letter or visit; left out, web. A dealer files as dealer and by no other way.',
  })
  channel?: Channel | null;

  @Field(() => String, { nullable: true })
  reporterEmail?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Key of a class of severity; left out: not classified yet.',
  })
  severity?: string | null;

  @Field(() => [TicketDetailInput], {
    nullable: true,
    description: 'What the form of the request type asks beyond the common fields.',
  })
  details?: TicketDetailInput[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'A photograph of the nameplate, by which a machine that is not registered is verified.',
  })
  nameplatePhotoId?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Uploaded photos, videos and documents, ten at the most.',
  })
  fileIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Whose machine it is, where it is not registered.' })
  customerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Name of a customer who is not registered either.' })
  customerName?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where the machine stands, if no register says so: first two digits of the GB/T 2260 code.',
  })
  province?: string | null;

  @Field(() => String, { description: 'Made once per form; sending it again answers the same ticket.' })
  idempotencyKey!: string;
}

@ObjectType()
export class TicketCreatePayload extends Payload {
  @Field(() => Ticket, { nullable: true })
  ticket!: Ticket | null;

  @Field(() => [Ticket], {
    description:
      'Open tickets of the same machine and type that you may see, at most five; look whether it is one of them.',
  })
  duplicates!: Ticket[];
}

@InputType()
export class TicketAssignInput {
  @Field(() => ID)
  ticketId!: string;

  @Field(() => ID)
  assigneeId!: string;

  @Field(() => Int, { description: 'The version that this decision was based on.' })
  expectedVersion!: number;
}

@ObjectType()
export class TicketAssignPayload extends Payload {
  @Field(() => Ticket, { nullable: true })
  ticket!: Ticket | null;
}

@InputType()
export class TicketCommentAddInput {
  @Field(() => ID)
  ticketId!: string;

  @Field(() => String)
  body!: string;

  @Field(() => Audiences)
  audience!: (typeof audiences)[number];

  @Field(() => String, { description: 'Made once per comment; sending it again answers the same comment.' })
  idempotencyKey!: string;
}

@ObjectType()
export class TicketCommentAddPayload extends Payload {
  @Field(() => TicketComment, { nullable: true })
  comment!: TicketComment | null;

  @Field(() => Ticket, { nullable: true })
  ticket!: Ticket | null;
}
