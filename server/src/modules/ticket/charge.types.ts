import type { ChargeOutcome, CostClass, PriceBasis } from '@aftercare/policy-engine';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Row } from '../../platform/graphql';
import { enumOf, LocalizedText } from '../../platform/graphql';
import { Equipment } from '../equipment';
import { Member } from '../identity';
import { Clause, CostClasses, PriceBases, RuleReference } from '../policy';

const outcomes = ['covered', 'shared', 'charged', 'waived'] as const satisfies readonly ChargeOutcome[];
const Outcomes = enumOf('ChargeOutcome', outcomes, 'Who pays for a line.');

@InputType({ description: 'Something that has to be paid for.' })
export class ChargeLineInput {
  @Field(() => String, { description: "The asker's own name of the line, such as 1." })
  id!: string;

  @Field(() => CostClasses)
  costClass!: CostClass;

  @Field(() => String, { nullable: true, description: 'Number of the part.' })
  part?: string | null;

  @Field(() => String, { nullable: true, description: 'Key of the component that it is for.' })
  component?: string | null;

  @Field(() => String, { nullable: true, description: 'Its serial number; only with its component.' })
  componentSerial?: string | null;

  @Field(() => ID, { nullable: true, description: 'The ticket whose repair did not hold.' })
  repeatsTicketId?: string | null;
}

@InputType({
  description: 'Something that ended the cover of this case; without evidence it changes nothing.',
})
export class VoidClaimInput {
  @Field(() => String, { description: "Key of one of the policy's void reasons." })
  reason!: string;

  @Field(() => [String], { description: 'What shows it: photographs, findings.' })
  evidence!: string[];

  @Field(() => [String], { nullable: true, description: 'Lines that it is about; left out: all.' })
  lines?: string[] | null;
}

@InputType({ description: 'A decision about one line that the asker approves, at the wish of a colleague.' })
export class AdjustmentInput {
  @Field(() => String)
  line!: string;

  @Field(() => Int, {
    description: 'Override: what is borne, 0 to 100. Goodwill: what is waived beside it, 1 to 100.',
  })
  percent!: number;

  @Field(() => String)
  why!: string;

  @Field(() => ID, { description: 'The colleague who asks for it.' })
  askedById!: string;
}

@InputType({ description: 'What a meter of the machine showed at the report.' })
export class ChargeMeterInput {
  @Field(() => String)
  meter!: string;

  @Field(() => Int, { description: '0 or more.' })
  value!: number;
}

@ObjectType({ description: 'Why a line is free or charged.' })
export class ChargeReason {
  @Field(() => String, { description: 'Such as BEARS, EXPIRED or WEAR_PART.' })
  code!: string;

  @Field(() => LocalizedText)
  message!: LocalizedText;

  @Field(() => Clause, { nullable: true, description: 'Null where it goes by a default.' })
  clause!: Clause | null;

  @Field(() => RuleReference, {
    nullable: true,
    description: 'The term, list or void reason that it goes by; null for a claim that no rule knows.',
  })
  rule!: RuleReference | null;
}

@ObjectType({ description: 'Who pays for one line, and why. Shares are percent of its price.' })
export class ChargeDecisionLine {
  @Field(() => String)
  line!: string;

  @Field(() => CostClasses)
  costClass!: CostClass;

  @Field(() => String, { nullable: true })
  part!: string | null;

  @Field(() => Outcomes)
  outcome!: ChargeOutcome;

  @Field(() => Int, { description: 'Borne by the maker.' })
  borne!: number;

  @Field(() => Int, { description: 'Waived out of goodwill.' })
  waived!: number;

  @Field(() => Int, { description: 'What the customer pays.' })
  asked!: number;

  @Field(() => PriceBases, { nullable: true })
  priceBasis!: PriceBasis | null;

  @Field(() => RuleReference, { nullable: true, description: 'The rule that the price is made by.' })
  priceRule!: RuleReference | null;

  @Field(() => String, { nullable: true, description: 'Last day of the cover that bears it.' })
  coveredUntil!: string | null;

  @Field(() => [ChargeReason], {
    description: 'The reason that decided first, then those of every other cover.',
  })
  reasons!: ChargeReason[];

  @Field(() => Boolean, { description: 'Somebody decided otherwise than the warranty.' })
  overridden!: boolean;
}

@ObjectType({ description: 'Who pays for what on a ticket; frozen when it was decided.' })
export class TicketCharges {
  @Field(() => Int, { description: 'Counts the decisions of the ticket.' })
  number!: number;

  @Field(() => String, { description: 'The day of the report at the site, which decides.' })
  judgedOn!: string;

  @Field(() => Member, { nullable: true })
  decidedBy!: Row | null;

  @Field(() => Date)
  decidedAt!: Date;

  @Field(() => [ChargeDecisionLine])
  lines!: ChargeDecisionLine[];
}

@ObjectType({ description: 'What a machine would be charged for now, without filing anything.' })
export class WarrantyCheck {
  @Field(() => Equipment)
  equipment!: Row;

  @Field(() => String)
  judgedOn!: string;

  @Field(() => [ChargeDecisionLine])
  lines!: ChargeDecisionLine[];
}
