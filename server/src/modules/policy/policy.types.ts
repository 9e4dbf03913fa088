import type {
  Duration as EngineDuration,
  LosingReason,
  RuleReference as EngineRule,
  Target,
} from '@aftercare/policy-engine';
import { clockKinds, losingReasons } from '@aftercare/policy-engine';
import { clause } from '@aftercare/rulebooks';
import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { enumOf, LocalizedText, Node } from '../../platform/graphql';

const units = ['minutes', 'hours', 'days'] as const;
const bases = ['natural', 'working-hours', 'working-days'] as const;
export const ClockKinds = enumOf('ClockKind', clockKinds, 'What is promised.');
const LosingReasons = enumOf('LosingReason', losingReasons, 'Why a rule that also applied did not decide.');
const Units = enumOf('DurationUnit', units, 'Unit of a duration.');
const Bases = enumOf('DurationBasis', bases, 'Which time counts: all of it, working hours, or working days.');
const Sources = enumOf('RuleSource', ['clause', 'default'] as const, 'Where a rule comes from.');

@ObjectType({ description: 'A clause of a rulebook, in our own short words.' })
export class Clause {
  @Field(() => String, { description: 'Such as R4-5.1.' })
  id!: string;

  @Field(() => String)
  rulebook!: string;

  @Field(() => LocalizedText)
  text!: LocalizedText;
}

@ObjectType({
  description: 'A rule as it is cited: its clause, or, where no clause says it, a default with a note.',
})
export class RuleReference {
  @Field(() => String)
  id!: string;

  @Field(() => Sources)
  source!: 'clause' | 'default';

  @Field(() => Clause, { nullable: true, description: 'Null for a default, which no clause states.' })
  clause!: Clause | null;

  @Field(() => LocalizedText, { nullable: true, description: 'What the default is for.' })
  note!: LocalizedText | null;
}

@ObjectType({ description: 'A length of time that says which time counts.' })
export class Duration {
  @Field(() => Int)
  amount!: number;

  @Field(() => Units)
  unit!: EngineDuration['unit'];

  @Field(() => Bases)
  basis!: EngineDuration['basis'];
}

@ObjectType({ description: 'A rule that applied and lost.' })
export class LosingRule {
  @Field(() => RuleReference)
  rule!: RuleReference;

  @Field(() => LosingReasons)
  reason!: LosingReason;
}

@ObjectType({ description: 'What the rulebook promises for a request, before anything is filed.' })
export class ServicePromise {
  @Field(() => ClockKinds)
  kind!: (typeof clockKinds)[number];

  @Field(() => Duration, { nullable: true, description: 'Null where no time is promised.' })
  target!: Duration | null;

  @Field(() => Boolean, { description: 'It counts from the report, and not from something later.' })
  countsFromReport!: boolean;

  @Field(() => RuleReference)
  rule!: RuleReference;
}

@ObjectType({ description: 'A kind of request that the maker takes.' })
export class RequestType {
  @Field(() => String)
  key!: string;

  @Field(() => LocalizedText)
  label!: LocalizedText;

  @Field(() => [ServicePromise])
  promises!: ServicePromise[];
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

  @Column('timestamptz')
  @Field(() => Date)
  effectiveFrom!: Date;

  @Column('timestamptz')
  publishedAt!: Date;
}

/** The engine's rule, with its clause written out from the register. */
export function ruleReference({ id, source }: EngineRule): RuleReference {
  if (source.kind === 'default') return { id, source: 'default', clause: null, note: source.note ?? null };
  return { id, source: 'clause', clause: { ...clause(source.clause) }, note: null };
}

export const durationOf = (target: Target): Duration | null => (target === 'no-target' ? null : target);
