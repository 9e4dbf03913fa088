import type {
  DayEnd,
  Duration as EngineDuration,
  LosingReason,
  OutsideStart,
  RuleReference as EngineRule,
  Target,
} from '@aftercare/policy-engine';
import {
  clockKinds,
  dayEnds,
  durationBases,
  durationUnits,
  losingReasons,
  outsideStarts,
} from '@aftercare/policy-engine';
import { clause } from '@aftercare/rulebooks';
import { Field, Int, ObjectType } from 'type-graphql';
import { enumOf, LocalizedText } from '../../platform/graphql';

export const ClockKinds = enumOf('ClockKind', clockKinds, 'What is promised.');
const LosingReasons = enumOf('LosingReason', losingReasons, 'Why a rule that also applied did not decide.');
const Units = enumOf('DurationUnit', durationUnits, 'Unit of a duration.');
const Bases = enumOf(
  'DurationBasis',
  durationBases,
  'Which time counts: all of it, working hours, or working days.',
);
const DayEnds = enumOf('DurationEnd', dayEnds, 'Where on the last working day a duration ends.');
const OutsideStarts = enumOf(
  'DurationStart',
  outsideStarts,
  'From where working days count when the start lies outside working time.',
);
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

  @Field(() => DayEnds, { nullable: true, description: 'For working days.' })
  endsAt?: DayEnd;

  @Field(() => OutsideStarts, { nullable: true, description: 'For working days.' })
  startOutside?: OutsideStart;
}

@ObjectType({ description: 'A rule that applied and lost.' })
export class LosingRule {
  @Field(() => RuleReference)
  rule!: RuleReference;

  @Field(() => LosingReasons)
  reason!: LosingReason;
}

@ObjectType({ description: 'Something that happens on a ticket and that a clock waits for.' })
export class PolicyEvent {
  @Field(() => String, { description: 'An event of every ticket, or the key of a record.' })
  key!: string;

  @Field(() => LocalizedText)
  label!: LocalizedText;
}

/** The engine's rule, with its clause written out from the register. */
export function ruleReference({ id, source }: EngineRule): RuleReference {
  if (source.kind === 'default') return { id, source: 'default', clause: null, note: source.note ?? null };
  return { id, source: 'clause', clause: { ...clause(source.clause) }, note: null };
}

export const durationOf = (target: Target): Duration | null => (target === 'no-target' ? null : target);
