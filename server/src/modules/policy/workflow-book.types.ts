import type {
  ApprovalRule,
  ClockKind,
  Effect,
  OwnershipRule,
  Requirement,
  StateCategory,
  Workflow,
  WorkflowTransition,
} from '@aftercare/policy-engine';
import { stateCategories } from '@aftercare/policy-engine';
import { Field, Int, ObjectType } from 'type-graphql';
import { enumOf, LocalizedText } from '../../platform/graphql';
import { conditionsOf, RuleConditions } from './conditions.types';
import { ClockKinds, ruleReference, RuleReference } from './rule.types';

export const StateCategories = enumOf(
  'StateCategory',
  stateCategories,
  'What a state means, whatever the house calls it.',
);
const RequirementKinds = enumOf(
  'RequirementKind',
  ['record', 'approval', 'agreement', 'owner'] as const,
  'What a step asks for.',
);
const EffectKinds = enumOf(
  'StepEffectKind',
  ['event', 'record', 'pause', 'resume'] as const,
  'What a step does to the clocks.',
);
const ApprovalModes = enumOf(
  'ApprovalMode',
  ['one', 'all', 'in-order', 'quorum'] as const,
  'How many of those who decide have to agree.',
);

@ObjectType({ description: 'A state of the maker’s own workflow.' })
export class PolicyState {
  @Field(() => String)
  key!: string;

  @Field(() => LocalizedText)
  label!: LocalizedText;

  @Field(() => StateCategories)
  category!: StateCategory;
}

@ObjectType({ description: 'What must be so before a step.' })
export class PolicyRequirement {
  @Field(() => RequirementKinds)
  kind!: Requirement['kind'];

  @Field(() => String, { nullable: true, description: 'Key of the record or approval.' })
  key!: string | null;

  @Field(() => ClockKinds, { nullable: true, description: 'For which kind of promise a date was agreed.' })
  clock!: ClockKind | null;

  @Field(() => Boolean, {
    description: 'It must have come about since the ticket entered the state that it leaves.',
  })
  fresh!: boolean;

  @Field(() => RuleConditions)
  conditions!: RuleConditions;

  @Field(() => RuleReference)
  rule!: RuleReference;
}

@ObjectType({ description: 'What a step does to the clocks.' })
export class PolicyEffect {
  @Field(() => EffectKinds)
  kind!: Effect['kind'];

  @Field(() => String, { description: 'The event, or the key of the record or of the reason of the pause.' })
  key!: string;
}

@ObjectType({ description: 'A step from one state to another.' })
export class PolicyStep {
  @Field(() => String)
  key!: string;

  @Field(() => LocalizedText)
  label!: LocalizedText;

  @Field(() => [String], { description: 'Keys of states.' })
  from!: readonly string[];

  @Field(() => String, { description: 'Key of a state.' })
  to!: string;

  @Field(() => [String], {
    nullable: true,
    description: 'Roles that may take it; null for everybody who works on the ticket.',
  })
  by!: readonly string[] | null;

  @Field(() => RuleConditions, { description: 'For which tickets it is offered.' })
  conditions!: RuleConditions;

  @Field(() => [PolicyRequirement])
  requires!: PolicyRequirement[];

  @Field(() => [PolicyEffect])
  effects!: PolicyEffect[];

  @Field(() => RuleReference, { nullable: true })
  rule!: RuleReference | null;
}

@ObjectType({ description: 'Somebody’s consent that a step waits for.' })
export class PolicyApproval {
  @Field(() => String)
  key!: string;

  @Field(() => LocalizedText)
  label!: LocalizedText;

  @Field(() => [String], { description: 'Roles that decide.' })
  by!: readonly string[];

  @Field(() => [String], { description: 'Roles that decide when nobody of those is there.' })
  deputies!: readonly string[];

  @Field(() => ApprovalModes)
  mode!: ApprovalRule['mode'];

  @Field(() => Int, { nullable: true, description: 'How many roles, for a quorum.' })
  quorum!: number | null;

  @Field(() => Boolean, { description: 'It may be given by word of mouth and written down later.' })
  oral!: boolean;

  @Field(() => Boolean, { description: 'Danger to people lets the step go first.' })
  safetyException!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Key of the reason under which clocks pause meanwhile.',
  })
  pauses!: string | null;

  @Field(() => RuleReference)
  rule!: RuleReference;
}

@ObjectType({ description: 'One person answers for a ticket from intake to close.' })
export class PolicyOwnership {
  @Field(() => [String], { description: 'Roles that may hand a ticket over without consent.' })
  supervisors!: readonly string[];

  @Field(() => RuleReference)
  rule!: RuleReference;
}

@ObjectType({ description: 'States, the steps between them and what they wait for.' })
export class PolicyWorkflow {
  @Field(() => String, { description: 'Key of the state in which a ticket is made.' })
  initial!: string;

  @Field(() => [PolicyState])
  states!: readonly PolicyState[];

  @Field(() => [PolicyStep])
  steps!: PolicyStep[];

  @Field(() => [PolicyApproval])
  approvals!: PolicyApproval[];

  @Field(() => PolicyOwnership, { nullable: true })
  ownership!: PolicyOwnership | null;
}

export function workflowOf({
  initial,
  states,
  transitions,
  approvals = [],
  ownership,
}: Workflow): PolicyWorkflow {
  return {
    initial,
    states,
    steps: transitions.map(stepOf),
    approvals: approvals.map(approvalOf),
    ownership: ownership ? ownershipOf(ownership) : null,
  };
}

function stepOf({ when, requires = [], effects = [], source, by, ...step }: WorkflowTransition): PolicyStep {
  return {
    ...step,
    by: by ?? null,
    conditions: conditionsOf(when),
    requires: requires.map((each) => requirementOf(each, step.key)),
    effects: effects.map(effectOf),
    rule: source ? ruleReference({ id: step.key, source }) : null,
  };
}

function requirementOf(requirement: Requirement, step: string): PolicyRequirement {
  const { kind, when, source } = requirement;
  const named = keyOf(requirement);
  return {
    kind,
    key: named,
    clock: kind === 'agreement' ? requirement.clock : null,
    fresh: kind !== 'owner' && (requirement.fresh ?? false),
    conditions: conditionsOf(when),
    rule: ruleReference({ id: `${step} ${named ?? kind}`, source }),
  };
}

function keyOf(requirement: Requirement): string | null {
  if (requirement.kind === 'record') return requirement.record;
  return requirement.kind === 'approval' ? requirement.approval : null;
}

function effectOf(effect: Effect): PolicyEffect {
  if (effect.kind === 'event') return { kind: effect.kind, key: effect.event };
  return { kind: effect.kind, key: effect.kind === 'record' ? effect.record : effect.reason };
}

function approvalOf({ deputies = [], quorum, pauses, source, ...approval }: ApprovalRule): PolicyApproval {
  const rule = ruleReference({ id: approval.key, source });
  return { ...approval, deputies, quorum: quorum ?? null, pauses: pauses ?? null, rule };
}

const ownershipOf = ({ supervisors, source }: OwnershipRule): PolicyOwnership => ({
  supervisors,
  rule: ruleReference({ id: 'ownership', source }),
});
