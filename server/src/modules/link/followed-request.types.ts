import type { ClockKind, ClockState } from '@aftercare/policy-engine';
import { Field, InputType, ObjectType } from 'type-graphql';
import type { RequestContext } from '../../platform/context';
import { connectionType, LocalDate, LocalizedText, Payload } from '../../platform/graphql';
import { ClockKinds, Duration, RuleReference } from '../policy';
import { ClockStates, TicketState } from '../ticket';

@ObjectType({ description: 'One promise about a request.' })
export class FollowedClock {
  @Field(() => ClockKinds)
  kind!: ClockKind;

  @Field(() => ClockStates)
  state!: ClockState;

  @Field(() => Date, { nullable: true, description: 'By when it is to be kept.' })
  dueAt!: Date | null;

  @Field(() => Duration, { nullable: true, description: 'Null where no time is promised.' })
  target!: Duration | null;

  @Field(() => RuleReference, { description: 'Where it comes from: a clause, or a default.' })
  rule!: RuleReference;
}

@ObjectType({ description: 'Something said about a request.' })
export class FollowedComment {
  @Field(() => String)
  body!: string;

  @Field(() => Date)
  at!: Date;

  @Field(() => Boolean, {
    description: 'Written by whoever follows the request by a link; else by maker or dealer.',
  })
  byRequester!: boolean;
}

@ObjectType({ description: 'Something that happened to a request.' })
export class FollowedEvent {
  @Field(() => Date)
  at!: Date;

  @Field(() => LocalizedText, { description: 'What happened, in a few words.' })
  text!: LocalizedText;

  @Field(() => String, { nullable: true, description: 'What the requester was told of the result.' })
  note!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The date that was told with it.' })
  date!: string | null;
}

export const FollowedCommentConnection = connectionType(FollowedComment);
export const FollowedEventConnection = connectionType(FollowedEvent);

@ObjectType({ description: 'A request as whoever reported it sees it.' })
export class FollowedRequest {
  @Field(() => String, { description: 'What people call it: TM-2026-00017.' })
  number!: string;

  @Field(() => String)
  subject!: string;

  @Field(() => String)
  description!: string;

  @Field(() => TicketState)
  state!: TicketState;

  @Field(() => Date)
  reportedAt!: Date;

  @Field(() => Date, { nullable: true })
  closedAt!: Date | null;

  @Field(() => [FollowedClock], {
    description: 'Every promise, open or not; after a reopening the latest first.',
  })
  clocks!: FollowedClock[];

  @Field(() => String, { description: 'Follow with followedRequestChanges from here.' })
  cursor!: string;

  /** Whoever holds the link to it; all that is below it is read as them. */
  holder!: RequestContext;
  policyVersionId!: string;
}

@InputType()
export class FollowedRequestCommentInput {
  @Field(() => String)
  body!: string;

  @Field(() => String, { description: 'Made once per comment; sending it again says nothing twice.' })
  idempotencyKey!: string;
}

@InputType()
export class FollowedRequestWithdrawInput {
  @Field(() => String, { description: 'Why it is not wanted any more.' })
  reason!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Made once per action; sending it again changes nothing and answers the request.',
  })
  idempotencyKey?: string | null;
}

@ObjectType()
abstract class FollowedRequestPayload extends Payload {
  @Field(() => FollowedRequest, { nullable: true })
  request!: FollowedRequest | null;
}

@ObjectType()
export class FollowedRequestCommentPayload extends FollowedRequestPayload {}
@ObjectType()
export class FollowedRequestWithdrawPayload extends FollowedRequestPayload {}

@ObjectType({
  description: 'Something happened to the request. A newer change may stand for older ones not yet sent.',
})
export class FollowedRequestChange {
  @Field(() => String, { description: 'Follow from here after a lost connection.' })
  cursor!: string;

  @Field(() => Date)
  at!: Date;

  @Field(() => FollowedRequest, { nullable: true, description: 'As it is now.' })
  request!: FollowedRequest | null;
}
