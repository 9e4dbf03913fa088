import { Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import { enumOf, Node, Payload } from '../../platform/graphql';
import type { TicketOrder } from './ticket-list.inputs';
import { TicketFilter, TicketOrders } from './ticket-list.inputs';

export const exportStates = ['waiting', 'running', 'ready', 'failed'] as const;
const ExportStates = enumOf('TicketExportState', exportStates, 'How far an export is.');

@ObjectType({
  implements: Node,
  description:
    'A file of all tickets that fit, as its owner may see them when it is written. Nobody else sees it.',
})
export class TicketExport extends Node {
  @Field(() => ExportStates)
  state!: (typeof exportStates)[number];

  @Field(() => Int, { nullable: true, description: 'Tickets in the file, once it is ready.' })
  rowCount!: number | null;

  @Field(() => Float, { nullable: true, description: 'In bytes, once it is ready.' })
  fileSize!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where the file is, from when it is ready until it expires.',
  })
  url!: string | null;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date, { nullable: true })
  expiresAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why there is no file, and what to do.' })
  error!: string | null;
}

@InputType()
export class TicketExportCreateInput {
  @Field(() => TicketFilter, { nullable: true })
  filter?: TicketFilter | null;

  @Field(() => TicketOrders, { defaultValue: 'newest' })
  orderBy!: TicketOrder;

  @Field(() => String, { description: 'Made once per export; sending it again answers the same one.' })
  idempotencyKey!: string;
}

@ObjectType()
export class TicketExportCreatePayload extends Payload {
  @Field(() => TicketExport, { nullable: true })
  export!: TicketExport | null;
}
