import type {
  CostClass,
  CoverScope,
  StartBasis,
  WarrantyStamp as EngineStamp,
} from '@aftercare/policy-engine';
import { Field, Int, ObjectType } from 'type-graphql';
import { enumOf, LocalDate, LocalizedText, Node } from '../../platform/graphql';
import { CostClasses, CoverScopes, RuleReference, StartBases } from '../policy';

export const stampStates = ['waiting', 'begun'] as const;
const StampStates = enumOf('WarrantyStampState', stampStates, 'Whether a term has begun on a machine.');

@ObjectType({ description: 'How much of one class of cost a term bears, and until when.' })
export class StampCover {
  @Field(() => CostClasses)
  costClass!: CostClass;

  @Field(() => Int, { description: '1 to 100.' })
  percent!: number;

  @Field(() => Int, { description: 'Calendar months from the start.' })
  months!: number;

  @Field(() => LocalDate, { nullable: true, description: 'Null while it waits.' })
  firstDay!: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day that it covers (W22); null while it waits.',
  })
  lastDay!: string | null;
}

@ObjectType({ description: 'A reading that ends a term before its day.' })
export class StampMeter {
  @Field(() => String)
  key!: string;

  @Field(() => Int)
  until!: number;
}

@ObjectType({
  implements: Node,
  description: 'A warranty term as it was stamped on one machine; no later policy changes it (W1).',
})
export class WarrantyStamp extends Node {
  @Field(() => LocalizedText)
  label!: LocalizedText;

  @Field(() => CoverScopes)
  scope!: CoverScope;

  @Field(() => String, { nullable: true, description: 'Key of the component that it is for.' })
  component!: string | null;

  @Field(() => String, { nullable: true, description: 'Serial number of that component.' })
  componentSerial!: string | null;

  @Field(() => StampStates)
  state!: EngineStamp['state'];

  @Field(() => [StartBases], {
    description: 'The dates of which it takes the first; empty once it has begun.',
  })
  waitsFor!: readonly StartBasis[];

  @Field(() => [StampCover])
  covers!: StampCover[];

  @Field(() => LocalDate, { nullable: true, description: 'The last day of its longest cover.' })
  lastDay!: string | null;

  @Field(() => StampMeter, { nullable: true })
  meter!: StampMeter | null;

  @Field(() => Boolean)
  coversWearParts!: boolean;

  @Field(() => RuleReference, { description: 'The term that it was made from.' })
  rule!: RuleReference;
}
