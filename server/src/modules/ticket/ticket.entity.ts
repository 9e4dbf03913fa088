import type { StateCategory } from '@aftercare/policy-engine';
import { Field, Int, ObjectType } from 'type-graphql';
import type { Connection, Row } from '../../platform/graphql';
import { LocalizedText, Node, PageInfo } from '../../platform/graphql';
import { Equipment } from '../equipment';
import { Member } from '../identity';
import { Customer, Dealer, Site } from '../party';
import { PolicyVersion, RequestType, StateCategories } from '../policy';
import { TicketCharges } from './charge.types';
import { TicketClock } from './clock.types';
import type { audiences, Channel } from './ticket.words';
import { Audiences, Channels } from './ticket.words';
import {
  AgreedDate,
  Labelled,
  TicketApproval,
  TicketPause,
  TicketStep,
  ToldDate,
} from './ticket-course.types';

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

@ObjectType({ description: 'One answer on the form of the request type.' })
export class TicketDetail {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  value!: string;
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
  channel!: Channel;

  @Field(() => String)
  reporterName!: string;

  @Field(() => String, { nullable: true, description: 'Masked for roles that need not call.' })
  reporterPhone!: string | null;

  @Field(() => String, { nullable: true, description: 'Masked for roles that need not write.' })
  reporterEmail!: string | null;

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

  @Field(() => Labelled, {
    nullable: true,
    description: 'Class of severity, where the maker has such classes.',
  })
  severity!: Labelled | null;

  @Field({
    description:
      'Whether somebody said how severe it is; if not, the severity is the one that the policy gives the unclassified.',
  })
  classified!: boolean;

  @Field(() => Member, { nullable: true, description: 'Who answers for the ticket from intake to close.' })
  owner!: Member | null;

  @Field(() => Member, { nullable: true, description: 'To whom the owner offered it, until they answer.' })
  offeredOwner!: Member | null;

  @Field(() => String, {
    nullable: true,
    description: 'Serial number as reported, of a machine that is not registered.',
  })
  claimedSerial!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where it is, as promises are judged by it: first two digits of the GB/T 2260 code.',
  })
  province!: string | null;

  @Field(() => [TicketDetail])
  details!: TicketDetail[];

  @Field(() => Date, { nullable: true })
  closedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When the first promise was missed.' })
  missedAt!: Date | null;

  @Field(() => [TicketStep], {
    description: 'Steps out of the present state, with what is missing for the others.',
  })
  steps!: TicketStep[];

  @Field(() => [TicketApproval], { description: "For the maker's own people; empty for others." })
  approvals!: TicketApproval[];

  @Field(() => [AgreedDate], { description: 'Every date told to the customer, oldest first.' })
  agreedDates!: AgreedDate[];

  @Field(() => [ToldDate], {
    description: 'Of each record that tells a date, the one told last, such as the next maintenance.',
  })
  toldDates!: ToldDate[];

  @Field(() => TicketCharges, { nullable: true, description: 'The decision that counts: the last one.' })
  charges!: TicketCharges | null;

  @Field(() => [TicketPause], { description: 'Pauses that last.' })
  pauses!: TicketPause[];

  @Field(() => [TicketClock], {
    description:
      'Every promise, open or not: one per kind, and where reopening begins anew, one per kind and life, the latest life first.',
  })
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
