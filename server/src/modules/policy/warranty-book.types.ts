import type {
  CostClass,
  Cover,
  CoverScope,
  PriceBasis,
  PriceRule,
  ReplacementTerm,
  StartBasis,
  TermScope,
  VoidReason,
  WarrantyPolicy,
  WarrantyTerm,
} from '@aftercare/policy-engine';
import {
  costClasses,
  coverScopes,
  priceBases,
  replacementTerms,
  startBases,
  termScopes,
} from '@aftercare/policy-engine';
import { Field, Int, ObjectType } from 'type-graphql';
import { enumOf, LocalizedText } from '../../platform/graphql';
import { conditionsOf, RuleConditions } from './conditions.types';
import { ruleReference, RuleReference } from './rule.types';

export const CostClasses = enumOf('CostClass', costClasses, 'What a line of a ticket costs for.');
export const StartBases = enumOf(
  'StartBasis',
  startBases,
  "Dates of a machine's life at which a term can begin.",
);
const TermScopes = enumOf('WarrantyTermScope', termScopes, 'What a term is for.');
export const CoverScopes = enumOf('CoverScope', coverScopes, 'What a cover is for.');
export const PriceBases = enumOf('PriceBasis', priceBases, 'How what is not borne is priced.');
const ReplacementTerms = enumOf('ReplacementTerm', replacementTerms, 'Which term a replaced unit gets.');

@ObjectType({ description: 'How much of one class of cost a term bears, and for how long.' })
export class PolicyCover {
  @Field(() => CostClasses)
  costClass!: CostClass;

  @Field(() => Int)
  percent!: number;

  @Field(() => Int, { description: 'Calendar months from the start of the term.' })
  months!: number;
}

@ObjectType({ description: 'A reading at which a term ends, if its time does not end first.' })
export class PolicyMeterLimit {
  @Field(() => String, { description: 'Key of the meter.' })
  key!: string;

  @Field(() => Int)
  limit!: number;
}

@ObjectType({ description: 'A warranty term; it is stamped on a machine as dates.' })
export class PolicyWarrantyTerm {
  @Field(() => LocalizedText)
  label!: LocalizedText;

  @Field(() => TermScopes)
  scope!: TermScope;

  @Field(() => String, { nullable: true, description: 'Key of the component.' })
  component!: string | null;

  @Field(() => [String], { nullable: true, description: 'Codes of models; null for all.' })
  models!: readonly string[] | null;

  @Field(() => [StartBases], { description: 'One date, or the earlier of two.' })
  startsAt!: readonly StartBasis[];

  @Field(() => [PolicyCover])
  covers!: readonly Cover[];

  @Field(() => PolicyMeterLimit, { nullable: true })
  meter!: PolicyMeterLimit | null;

  @Field(() => Boolean)
  coversWearParts!: boolean;

  @Field(() => RuleReference)
  rule!: RuleReference;
}

@ObjectType({ description: 'Wear parts of some models.' })
export class PolicyWearPartList {
  @Field(() => [String], { nullable: true, description: 'Codes of models; null for all.' })
  models!: readonly string[] | null;

  @Field(() => [String], { description: 'Numbers of parts.' })
  parts!: readonly string[];
}

@ObjectType({ description: 'Parts that wear and are outside the warranty.' })
export class PolicyWearParts {
  @Field(() => [PolicyWearPartList])
  lists!: PolicyWearPartList[];

  @Field(() => RuleReference)
  rule!: RuleReference;
}

@ObjectType({ description: 'What a replaced unit gets.' })
export class PolicyReplacement {
  @Field(() => ReplacementTerms)
  term!: ReplacementTerm;

  @Field(() => [PolicyCover], {
    nullable: true,
    description: 'The new term; null for that of the old unit, begun anew.',
  })
  covers!: readonly Cover[] | null;

  @Field(() => RuleReference)
  rule!: RuleReference;
}

@ObjectType({ description: 'The warranty that a repair carries itself.' })
export class PolicyRepairWarranty {
  @Field(() => [PolicyCover])
  covers!: readonly Cover[];

  @Field(() => Boolean)
  coversWearParts!: boolean;

  @Field(() => RuleReference)
  rule!: RuleReference;
}

@ObjectType({ description: 'What ends the cover of a case, if there is evidence.' })
export class PolicyVoidReason {
  @Field(() => String)
  key!: string;

  @Field(() => LocalizedText)
  label!: LocalizedText;

  @Field(() => [CostClasses], { nullable: true, description: 'Classes of cost that it ends; null for all.' })
  costClasses!: readonly CostClass[] | null;

  @Field(() => RuleReference)
  rule!: RuleReference;
}

@ObjectType({ description: 'What is asked for where no cover bears it.' })
export class PolicyPriceRule {
  @Field(() => RuleReference)
  rule!: RuleReference;

  @Field(() => RuleConditions)
  conditions!: RuleConditions;

  @Field(() => [CostClasses], { nullable: true, description: 'Null for all.' })
  costClasses!: readonly CostClass[] | null;

  @Field(() => Int)
  rank!: number;

  @Field(() => PriceBases)
  basis!: PriceBasis;
}

@ObjectType({ description: 'What the warranty bears, and what is charged.' })
export class PolicyWarranty {
  @Field(() => [PolicyWarrantyTerm])
  terms!: PolicyWarrantyTerm[];

  @Field(() => [CoverScopes], { description: 'Which cover is taken first when several apply.' })
  order!: readonly CoverScope[];

  @Field(() => PolicyWearParts)
  wearParts!: PolicyWearParts;

  @Field(() => PolicyReplacement)
  replacement!: PolicyReplacement;

  @Field(() => PolicyRepairWarranty, { nullable: true })
  repair!: PolicyRepairWarranty | null;

  @Field(() => [PolicyVoidReason])
  voidReasons!: PolicyVoidReason[];

  @Field(() => [String], { description: 'Request types that never touch the warranty.' })
  apart!: readonly string[];

  @Field(() => [PolicyPriceRule])
  prices!: PolicyPriceRule[];

  @Field(() => [String], { description: 'Roles that approve what departs from the rules.' })
  approvers!: readonly string[];
}

export function warrantyOf(warranty: WarrantyPolicy): PolicyWarranty {
  const { terms, order, wearParts, replacement, repair, voidReasons, apart, prices, overrides } = warranty;
  return {
    terms: terms.map(termOf),
    order,
    wearParts: {
      lists: wearParts.lists.map(({ models, parts }) => ({ models: models ?? null, parts })),
      rule: ruleReference({ id: 'wear-parts', source: wearParts.source }),
    },
    replacement: {
      term: replacement.term,
      covers: replacement.covers ?? null,
      rule: ruleReference({ id: 'replacement', source: replacement.source }),
    },
    repair: repair
      ? {
          covers: repair.covers,
          coversWearParts: repair.coversWearParts ?? false,
          rule: ruleReference({ id: 'repair', source: repair.source }),
        }
      : null,
    voidReasons: voidReasons.map(voidReasonOf),
    apart: apart.requestTypes,
    prices: prices.map(priceOf),
    approvers: overrides.approvers,
  };
}

const termOf = ({ component, models, meter, ...term }: WarrantyTerm): PolicyWarrantyTerm => ({
  ...term,
  component: component ?? null,
  models: models ?? null,
  meter: meter ?? null,
  rule: ruleReference(term),
});

const voidReasonOf = ({ key, label, costClasses: ended, source }: VoidReason): PolicyVoidReason => ({
  key,
  label,
  costClasses: ended ?? null,
  rule: ruleReference({ id: key, source }),
});

const priceOf = ({ when, costClasses: charged, rank, basis, ...rule }: PriceRule): PolicyPriceRule => ({
  rule: ruleReference(rule),
  conditions: conditionsOf(when),
  costClasses: charged ?? null,
  rank,
  basis,
});
