import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionType, Node, Payload } from '../../platform/graphql';
import { Member } from '../identity';
import type { TicketColumn } from './ticket-columns';
import { TicketColumns } from './ticket-columns';
import type { TicketOrder } from './ticket-list.inputs';
import { TicketFilter, TicketOrders } from './ticket-list.inputs';

@ObjectType({ implements: Node, description: 'A list of tickets that somebody keeps under a name.' })
export class SavedView extends Node {
  @Field(() => String)
  name!: string;

  @Field(() => Int, { description: 'Counts changes; send it as expectedVersion.' })
  version!: number;

  @Field(() => TicketFilter)
  filter!: TicketFilter;

  @Field(() => TicketOrders)
  orderBy!: TicketOrder;

  @Field(() => [TicketColumns])
  columns!: TicketColumn[];

  @Field(() => Boolean, { description: "Also for the owner's whole side: the house, or the dealer." })
  shared!: boolean;

  @Field(() => Member)
  owner!: Member;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date)
  updatedAt!: Date;
}

export const SavedViewConnection = connectionType(SavedView);

@InputType()
export class SavedViewCreateInput {
  @Field(() => String)
  name!: string;

  @Field(() => TicketFilter, { nullable: true })
  filter?: TicketFilter | null;

  @Field(() => TicketOrders, { defaultValue: 'newest' })
  orderBy!: TicketOrder;

  @Field(() => [TicketColumns])
  columns!: TicketColumn[];

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Also for your whole side; the desk's and dealers' choice.",
  })
  shared!: boolean;

  @Field(() => String, { description: 'Made once per form; sending it again answers the same view.' })
  idempotencyKey!: string;
}

@ObjectType()
export class SavedViewCreatePayload extends Payload {
  @Field(() => SavedView, { nullable: true })
  view!: SavedView | null;
}

@InputType({ description: 'What is left out stays as it is.' })
export class SavedViewUpdateInput {
  @Field(() => ID)
  viewId!: string;

  @Field(() => Int, { description: 'The version that this change was based on.' })
  expectedVersion!: number;

  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => TicketFilter, { nullable: true })
  filter?: TicketFilter | null;

  @Field(() => TicketOrders, { nullable: true })
  orderBy?: TicketOrder | null;

  @Field(() => [TicketColumns], { nullable: true })
  columns?: TicketColumn[] | null;

  @Field(() => Boolean, { nullable: true })
  shared?: boolean | null;
}

@ObjectType()
export class SavedViewUpdatePayload extends Payload {
  @Field(() => SavedView, { nullable: true })
  view!: SavedView | null;
}

@InputType()
export class SavedViewDeleteInput {
  @Field(() => ID)
  viewId!: string;

  @Field(() => Int, { description: 'The version that this decision was based on.' })
  expectedVersion!: number;
}

@ObjectType()
export class SavedViewDeletePayload extends Payload {
  @Field(() => ID, { nullable: true })
  viewId!: string | null;
}
