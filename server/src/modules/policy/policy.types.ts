import type { clockKinds, Policy } from '@aftercare/policy-engine';
import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { connectionType, LocalizedText, Node } from '../../platform/graphql';
import { IntakeField } from './intake.types';
import { PolicyBook } from './policy-book.types';
import { ClockKinds, Duration, PolicyEvent, RuleReference } from './rule.types';

@ObjectType({ description: 'What the rulebook promises for a request, before anything is filed.' })
export class ServicePromise {
  @Field(() => ClockKinds)
  kind!: (typeof clockKinds)[number];

  @Field(() => Duration, { nullable: true, description: 'Null where no time is promised.' })
  target!: Duration | null;

  @Field(() => Boolean, { description: 'It counts from the report, and not from something later.' })
  countsFromReport!: boolean;

  @Field(() => PolicyEvent, { description: 'From what it counts.' })
  startsAt!: PolicyEvent;

  @Field(() => RuleReference)
  rule!: RuleReference;
}

@ObjectType({ description: 'A kind of request that the maker takes.' })
export class RequestType {
  @Field(() => String)
  key!: string;

  @Field(() => LocalizedText)
  label!: LocalizedText;

  @Field(() => [IntakeField], { description: 'What is asked for beyond what every request has.' })
  intake!: IntakeField[];

  /** The rules that its promises come from. */
  policy!: Policy;
}

@Entity()
@ObjectType({ implements: Node, description: "One published version of a maker's rules; it never changes." })
export class PolicyVersion extends Node {
  @PrimaryColumn('uuid')
  tenantId!: string;

  @PrimaryColumn('uuid')
  declare id: string;

  @Column('text')
  @Field(() => String)
  rulebook!: string;

  @Column('int')
  @Field(() => Int)
  number!: number;

  @Field(() => LocalizedText)
  title?: LocalizedText;

  @Column('jsonb')
  content!: object;

  @Column('jsonb')
  intake!: object;

  @Column('jsonb')
  settings!: object;

  @Column('timestamptz')
  @Field(() => Date)
  effectiveFrom!: Date;

  @Column('timestamptz')
  @Field(() => Date)
  publishedAt!: Date;

  @Field(() => PolicyBook, {
    nullable: true,
    description: 'The rules themselves, for the maker’s own people; null for everybody else.',
  })
  book?: PolicyBook | null;
}

export const PolicyVersionConnection = connectionType(PolicyVersion);
