import { Field, Int, ObjectType } from 'type-graphql';
import { enumOf, LocalDate, Node } from '../../platform/graphql';
import { Member } from '../identity';

export const limitDecisions = ['renewed', 'retired'] as const;
export const LimitDecisions = enumOf(
  'LimitDecision',
  limitDecisions,
  'What was settled about something that expires.',
);

@ObjectType({ implements: Node, description: 'What a meter of a machine showed.' })
export class MeterReading extends Node {
  @Field(() => String, { description: 'Key of the meter.' })
  meter!: string;

  @Field(() => Int, { description: "In the meter's own whole units." })
  value!: number;

  @Field(() => Date)
  readAt!: Date;

  @Field(() => Member, { nullable: true })
  readBy!: Member | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why the meter was replaced before this reading; null: it was not.',
  })
  replacedBecause!: string | null;
}

@ObjectType({ implements: Node, description: 'Something of a machine that expires on a day (R10-3.3).' })
export class EquipmentLimit extends Node {
  @Field(() => String)
  what!: string;

  @Field(() => LocalDate, { description: 'Its last good day.' })
  expiresOn!: string;

  @Field(() => LimitDecisions, { nullable: true, description: 'Null until it is settled.' })
  decision!: (typeof limitDecisions)[number] | null;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => Member, { nullable: true })
  decidedBy!: Member | null;

  @Field(() => Date, { nullable: true })
  decidedAt!: Date | null;

  @Field(() => Int, { description: 'Counts changes; send it as expectedVersion.' })
  version!: number;
}
