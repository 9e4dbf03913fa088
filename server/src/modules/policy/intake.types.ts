import type { IntakeField as Asked } from '@aftercare/rulebooks';
import { dateLimits, detailKinds } from '@aftercare/rulebooks';
import { Field, ObjectType } from 'type-graphql';
import { enumOf, LocalizedText } from '../../platform/graphql';
import { ruleReference, RuleReference } from './rule.types';

const DetailKinds = enumOf('DetailKind', detailKinds, 'What an answer at intake looks like.');
const DateLimits = enumOf(
  'DateLimit',
  dateLimits,
  'On which side of today a date has to lie; today is on both.',
);

@ObjectType({ description: 'A word of the policy, with what it is called.' })
export class PolicyWord {
  @Field(() => String)
  key!: string;

  @Field(() => LocalizedText)
  label!: LocalizedText;
}

@ObjectType({ description: 'The answer to a choice further up the list on which a question depends.' })
export class IntakeDependency {
  @Field(() => String, { description: 'Key of that choice.' })
  field!: string;

  @Field(() => [String], { description: 'The question is asked when one of these was chosen.' })
  among!: readonly string[];
}

@ObjectType({ description: 'Something that is asked for when a request comes in.' })
export class IntakeField {
  @Field(() => String)
  key!: string;

  @Field(() => LocalizedText)
  label!: LocalizedText;

  @Field(() => DetailKinds)
  kind!: Asked['kind'];

  @Field(() => Boolean)
  required!: boolean;

  @Field(() => [String], { nullable: true, description: 'Request types that it is for; null for all.' })
  requestTypes!: readonly string[] | null;

  @Field(() => IntakeDependency, { nullable: true })
  dependsOn!: IntakeDependency | null;

  @Field(() => [PolicyWord], { description: 'What a choice is made from.' })
  choices!: readonly PolicyWord[];

  @Field(() => Boolean, { description: 'A number without a fraction.' })
  whole!: boolean;

  @Field(() => String, { nullable: true, description: 'Key of the number that this one cannot exceed.' })
  atMost!: string | null;

  @Field(() => DateLimits, { nullable: true })
  limit!: Asked['limit'] | null;

  @Field(() => RuleReference, { description: 'Why it is asked.' })
  rule!: RuleReference;
}

export function intakeFieldOf({ key, label, kind, required, source, ...more }: Asked): IntakeField {
  const { when, choices = [], whole = false, atMost = null, limit = null } = more;
  return {
    ...{ key, label, kind, required, choices, whole, atMost, limit },
    requestTypes: when?.requestTypes ?? null,
    dependsOn: when?.chosen ?? null,
    rule: ruleReference({ id: key, source }),
  };
}
