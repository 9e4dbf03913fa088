import type { Calendar } from '@aftercare/policy-engine';
import { liveClockRules } from '@aftercare/policy-engine';
import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { enumOf, LocalDate, LocalizedText, Node } from '../../platform/graphql';
import { Member } from '../identity';

export const LiveClockRules = enumOf(
  'LiveClockRule',
  liveClockRules,
  'What a version of a calendar does to clocks that still run by an older one.',
);

@Entity()
@ObjectType({
  implements: Node,
  description: 'One published version of a calendar of work; it never changes.',
})
export class CalendarVersion extends Node {
  @PrimaryColumn('uuid')
  tenantId!: string;

  @PrimaryColumn('uuid')
  declare id: string;

  @Column('text')
  @Field(() => String, { description: 'The calendar that it is a version of.' })
  key!: string;

  @Column('int')
  @Field(() => Int)
  number!: number;

  @Column('jsonb')
  content!: Calendar;

  @Field(() => LocalizedText)
  title?: LocalizedText;

  @Field(() => String, { description: 'IANA name of the zone in which it is read.' })
  timeZone?: string;

  @Field(() => LocalDate, { description: 'First date whose holidays are published.' })
  knownFrom?: string;

  @Field(() => LocalDate, {
    description: 'Last date whose holidays are published; what falls due later is provisional.',
  })
  knownThrough?: string;

  @Field(() => LiveClockRules)
  liveClocks?: Calendar['liveClocks'];

  @Column('timestamptz')
  @Field(() => Date)
  publishedAt!: Date;

  @Column('uuid', { nullable: true })
  publishedById!: string | null;

  @Field(() => Member, { nullable: true, description: 'Null for the one that the house was founded with.' })
  publishedBy?: Member | null;
}
