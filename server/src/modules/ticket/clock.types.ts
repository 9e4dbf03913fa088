import type { ClockKind, ClockResult, ClockState, Span } from '@aftercare/policy-engine';
import { clockStates, spanKinds } from '@aftercare/policy-engine';
import { Field, ObjectType } from 'type-graphql';
import { enumOf, Node } from '../../platform/graphql';
import { ClockKinds, Duration, durationOf, LosingRule, ruleReference, RuleReference } from '../policy';

export const ClockStates = enumOf('ClockState', clockStates, 'How a promise stands.');
const SpanKinds = enumOf('SpanKind', spanKinds, 'What a stretch of time means to a clock.');
const NotCountedReasons = enumOf(
  'NotCountedReason',
  ['AUTOMATIC', 'FROM_REQUESTER', 'INTERNAL'] as const,
  'Why something that was said is not a response.',
);

@ObjectType({ description: 'A stretch of time, without an end while it lasts.' })
export class ClockSpan {
  @Field(() => SpanKinds)
  kind!: Span['kind'];

  @Field(() => Date)
  from!: Date;

  @Field(() => Date, { nullable: true })
  to!: Date | null;
}

@ObjectType({ description: 'Something that was said and is not a response.' })
export class NotCounted {
  @Field(() => Date)
  at!: Date;

  @Field(() => NotCountedReasons)
  reason!: 'AUTOMATIC' | 'FROM_REQUESTER' | 'INTERNAL';
}

@ObjectType({
  description: "Why a deadline is what it is: data that the reader's language turns into sentences.",
})
export class ClockExplanation {
  @Field(() => RuleReference, { description: 'The rule that decided.' })
  rule!: RuleReference;

  @Field(() => [LosingRule])
  losing!: LosingRule[];

  @Field(() => Duration, { nullable: true, description: 'Null where no time is promised.' })
  target!: Duration | null;

  @Field(() => String, { nullable: true, description: 'The event that started the clock.' })
  startedBy!: string | null;

  @Field(() => Date, { nullable: true })
  startedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When the start was written down.' })
  startRecordedAt!: Date | null;

  @Field(() => Date, { nullable: true })
  dueAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'The event that stopped the clock.' })
  stoppedBy!: string | null;

  @Field(() => Date, { nullable: true })
  stoppedAt!: Date | null;

  @Field(() => [ClockSpan])
  spans!: ClockSpan[];

  @Field(() => [NotCounted])
  notCounted!: NotCounted[];

  @Field(() => Boolean, {
    description: 'The due moment may still move: it lies beyond the published calendar.',
  })
  provisional!: boolean;
}

@ObjectType('Clock', { implements: Node, description: 'One promise of one ticket, and how it stands.' })
export class TicketClock extends Node {
  @Field(() => ClockKinds)
  kind!: ClockKind;

  @Field(() => ClockStates)
  state!: ClockState;

  @Field(() => Duration, { nullable: true, description: 'Null where no time is promised.' })
  target!: Duration | null;

  @Field(() => RuleReference)
  rule!: RuleReference;

  @Field(() => Date, { nullable: true })
  startedAt!: Date | null;

  @Field(() => Date, { nullable: true })
  dueAt!: Date | null;

  @Field(() => Date, { nullable: true })
  stoppedAt!: Date | null;

  @Field(() => ClockExplanation)
  explanation!: ClockExplanation;
}

const dateOf = (instant: number | null) => (instant === null ? null : new Date(instant));

/** The engine's result as the API tells it; that there was an internal note is for the maker's own people. */
export function explanationOf(result: ClockResult, seesInternal: boolean): ClockExplanation {
  const { explanation } = result;
  return {
    rule: ruleReference(result.rule),
    losing: result.losing.map(({ rule, reason }) => ({ rule: ruleReference(rule), reason })),
    target: durationOf(result.target),
    startedBy: explanation.startedBy,
    startedAt: dateOf(result.startedAt),
    startRecordedAt: dateOf(explanation.startRecordedAt),
    dueAt: dateOf(result.dueAt),
    stoppedBy: explanation.stoppedBy,
    stoppedAt: dateOf(result.stoppedAt),
    spans: result.spans.map(({ kind, from, to }) => ({ kind, from: new Date(from), to: dateOf(to) })),
    notCounted: explanation.notCounted
      .filter(({ reason }) => seesInternal || reason !== 'INTERNAL')
      .map(({ at, reason }) => ({ at: new Date(at), reason })),
    provisional: result.provisional,
  };
}
