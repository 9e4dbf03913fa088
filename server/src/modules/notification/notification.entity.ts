import { Field, ObjectType } from 'type-graphql';
import type { Connection, Row } from '../../platform/graphql';
import { enumOf, LocalizedText, Node, PageInfo } from '../../platform/graphql';
import { Ticket } from '../ticket';

export const notificationKinds = [
  'reminder',
  'breach',
  'assigned',
  'offered',
  'offer-declined',
  'approval-asked',
  'requester-wrote',
] as const;
const NotificationKinds = enumOf('NotificationKind', notificationKinds, 'Why somebody is told.');

@ObjectType({ implements: Node, description: 'Something that you are told about a ticket.' })
export class Notification extends Node {
  @Field(() => NotificationKinds)
  kind!: (typeof notificationKinds)[number];

  @Field(() => LocalizedText, { description: 'In a sentence.' })
  text!: LocalizedText;

  @Field(() => Ticket)
  ticket!: Row;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date, { nullable: true })
  readAt!: Date | null;
}

@ObjectType()
export class NotificationEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => Notification)
  node!: Row;
}

@ObjectType()
export class NotificationConnection implements Connection<Row> {
  @Field(() => [NotificationEdge])
  edges!: NotificationEdge[];

  @Field(() => [Notification])
  nodes!: Row[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}
