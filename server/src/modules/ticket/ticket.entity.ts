import type { StateCategory } from '@aftercare/policy-engine';
import { stateCategories } from '@aftercare/policy-engine';
import { Field, Int, ObjectType } from 'type-graphql';
import type { Connection, Row } from '../../platform/graphql';
import { enumOf, LocalizedText, Node, PageInfo } from '../../platform/graphql';
import { Equipment } from '../equipment';
import { Member } from '../identity';
import { Customer, Dealer, Site } from '../party';
import { PolicyVersion, RequestType } from '../policy';
import { TicketClock } from './clock.types';

export const channels = [
  'phone',
  'email',
  'fax',
  'web',
  'letter',
  'visit',
  'dealer',
  'nameplate',
  'partner',
] as const;
export const Channels = enumOf('Channel', channels, 'How a request reached the maker.');
export const audiences = ['internal', 'public'] as const;
export const Audiences = enumOf('Audience', audiences, "Whether the requester's side can read it.");
export const StateCategories = enumOf(
  'StateCategory',
  stateCategories,
  'What a state means, in every workflow.',
);

@ObjectType({ description: "A state of the maker's own workflow." })
export class TicketState {
  @Field(() => String)
  key!: string;

  @Field(() => LocalizedText)
  label!: LocalizedText;

  @Field(() => StateCategories)
  category!: StateCategory;
}

@ObjectType({ implements: Node, description: 'Something said about a ticket.' })
export class TicketComment extends Node {
  @Field(() => String)
  body!: string;

  @Field(() => Audiences)
  audience!: (typeof audiences)[number];

  @Field(() => Member, { nullable: true, description: 'Null for somebody you may not see.' })
  author!: Member | null;

  @Field(() => Date)
  createdAt!: Date;
}

@ObjectType()
export class TicketCommentEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => TicketComment)
  node!: Row;
}

@ObjectType()
export class TicketCommentConnection implements Connection<Row> {
  @Field(() => [TicketCommentEdge])
  edges!: TicketCommentEdge[];

  @Field(() => [TicketComment])
  nodes!: Row[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@ObjectType({ implements: Node, description: 'A request to the maker, from intake to close.' })
export class Ticket extends Node {
  @Field(() => String, { description: 'What people call it: TM-2026-00017.' })
  number!: string;

  @Field(() => Int, { description: 'Counts changes; send it as expectedVersion.' })
  version!: number;

  @Field(() => TicketState)
  state!: TicketState;

  @Field(() => RequestType)
  requestType!: RequestType;

  @Field(() => PolicyVersion, { description: 'The version of the rules that the ticket is judged by.' })
  policy!: PolicyVersion;

  @Field(() => String)
  subject!: string;

  @Field(() => String)
  description!: string;

  @Field(() => Channels)
  channel!: (typeof channels)[number];

  @Field(() => String)
  reporterName!: string;

  @Field(() => String, { nullable: true, description: 'Masked for roles that need not call.' })
  reporterPhone!: string | null;

  @Field(() => Date, { description: 'When it was reported, which may be before it was written down.' })
  reportedAt!: Date;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date)
  updatedAt!: Date;

  @Field(() => Customer)
  customer!: Customer;

  @Field(() => Dealer, { nullable: true })
  dealer!: Dealer | null;

  @Field(() => Site, { nullable: true })
  site!: Site | null;

  @Field(() => Equipment, { nullable: true })
  equipment!: Equipment | null;

  @Field(() => Member, { nullable: true })
  assignee!: Member | null;

  @Field(() => Member, { nullable: true })
  createdBy!: Member | null;

  @Field(() => [TicketClock], { description: 'Every promise, open or not, one per kind.' })
  clocks!: TicketClock[];

  @Field(() => Date, {
    nullable: true,
    description: 'The nearest due moment of an open clock, also when it has passed.',
  })
  nextDueAt!: Date | null;
}

@ObjectType()
export class TicketEdge {
  @Field(() => String)
  cursor!: string;

  @Field(() => Ticket)
  node!: Row;
}

@ObjectType()
export class TicketConnection implements Connection<Row> {
  @Field(() => [TicketEdge])
  edges!: TicketEdge[];

  @Field(() => [Ticket])
  nodes!: Row[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}
