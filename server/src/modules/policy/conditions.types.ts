import type { Coverage, Region, RuleConditions as EngineConditions } from '@aftercare/policy-engine';
import { coverages, regions } from '@aftercare/policy-engine';
import { Field, ObjectType } from 'type-graphql';
import { enumOf } from '../../platform/graphql';

export const Regions = enumOf('Region', regions, 'Where a site lies from the maker’s home.');
export const Coverages = enumOf('Coverage', coverages, 'Whether the warranty bears a ticket’s lines.');

@ObjectType({ description: 'To what a rule applies: everything named must hold, and null names nothing.' })
export class RuleConditions {
  @Field(() => [String], { nullable: true })
  requestTypes!: readonly string[] | null;

  @Field(() => [String], { nullable: true })
  severities!: readonly string[] | null;

  @Field(() => [Regions], { nullable: true })
  regions!: readonly Region[] | null;

  @Field(() => [String], { nullable: true })
  channels!: readonly string[] | null;

  @Field(() => [String], { nullable: true })
  customerGroups!: readonly string[] | null;

  @Field(() => [Coverages], { nullable: true })
  coverages!: readonly Coverage[] | null;
}

export const conditionsOf = (when: EngineConditions = {}): RuleConditions => ({
  requestTypes: when.requestTypes ?? null,
  severities: when.severities ?? null,
  regions: when.regions ?? null,
  channels: when.channels ?? null,
  customerGroups: when.customerGroups ?? null,
  coverages: when.coverages ?? null,
});
