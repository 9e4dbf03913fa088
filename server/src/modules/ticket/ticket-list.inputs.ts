import type { StateCategory } from '@aftercare/policy-engine';
import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { enumOf, PageArgs } from '../../platform/graphql';
import { StateCategories } from '../policy';
import type { Channel } from './ticket.words';
import { Channels } from './ticket.words';

export const ticketOrders = ['newest', 'oldest-reported', 'due-soonest', 'recently-updated'] as const;
export type TicketOrder = (typeof ticketOrders)[number];
export const TicketOrders = enumOf('TicketOrder', ticketOrders, 'Order of a list of tickets.');

@ObjectType('SavedTimeSpan', { description: 'As TimeSpan.' })
@InputType('TimeSpan', { description: 'From one moment, itself included, until another, itself not.' })
export class TimeSpan {
  @Field(() => Date, { nullable: true })
  from?: Date | null;

  @Field(() => Date, { nullable: true })
  to?: Date | null;
}

@ObjectType('SavedTicketFilter', { description: 'As TicketFilter.' })
@InputType('TicketFilter', {
  description:
    'Every condition named must hold. Of a list, one value must fit; an id that is not one of yours fits nothing. At most 100 values each.',
})
export class TicketFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Words of number, serial, subject, description, reporter and customer, in any order. Two Chinese characters find exactly these; Latin words and numbers also what begins with them, serials with or without dashes.',
  })
  search?: string | null;

  @Field(() => [String], { nullable: true, description: 'Keys of states.' })
  states?: string[] | null;

  @Field(() => [StateCategories], { nullable: true })
  categories?: StateCategory[] | null;

  @Field(() => [String], { nullable: true, description: 'Keys of request types.' })
  requestTypes?: string[] | null;

  @Field(() => [Channels], { nullable: true })
  channels?: Channel[] | null;

  @Field(() => [String], { nullable: true, description: 'Keys of severities.' })
  severities?: string[] | null;

  @Field(() => [ID], { nullable: true })
  assigneeIds?: string[] | null;

  @Field(() => [ID], { nullable: true })
  ownerIds?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'True: only those assigned to you or owned by you.' })
  mine?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only those that nobody has; false: only those somebody has.',
  })
  unassigned?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only those without an owner; false: only those with one.',
  })
  unowned?: boolean | null;

  @Field(() => [ID], { nullable: true })
  customerIds?: string[] | null;

  @Field(() => [ID], { nullable: true })
  dealerIds?: string[] | null;

  @Field(() => [ID], { nullable: true })
  siteIds?: string[] | null;

  @Field(() => [ID], { nullable: true })
  equipmentIds?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'First two digits of GB/T 2260 codes: 32 is 江苏.' })
  provinces?: string[] | null;

  @Field(() => TimeSpan, { nullable: true })
  reportedAt?: TimeSpan | null;

  @Field(() => TimeSpan, { nullable: true })
  createdAt?: TimeSpan | null;

  @Field(() => Date, {
    nullable: true,
    description: 'Only those with an open promise due before this moment.',
  })
  dueBefore?: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: only those with a promise that was missed or is overdue; false: only those with none.',
  })
  missed?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only those with no moment by which something is due; false: only those with one.',
  })
  nothingDue?: boolean | null;
}

@ArgsType()
export class TicketListArgs extends PageArgs {
  @Field(() => TicketFilter, { nullable: true })
  filter?: TicketFilter | null;

  @Field(() => TicketOrders, { defaultValue: 'newest' })
  orderBy!: TicketOrder;
}

@ObjectType({ description: 'How many there are, counted no further than 1,000.' })
export class TicketCount {
  @Field(() => Int)
  value!: number;

  @Field(() => Boolean, { description: 'There are more than the value says.' })
  capped!: boolean;
}
