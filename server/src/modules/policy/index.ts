/** policy: the published versions of each maker's rules; decisions are taken by packages/policy-engine. */
export { Coverages, Regions } from './conditions.types';
export { IntakeField, PolicyWord } from './intake.types';
export { registerPolicyReads } from './policy.reads';
export { PolicyResolver } from './policy.resolver';
export { PolicyService } from './policy.service';
export { PolicyVersion, RequestType } from './policy.types';
export type { PolicyProposal } from './publish-policy';
export { requestTypeOf } from './request-types';
export type { PinnedPolicy } from './published-policies';
export {
  Clause,
  ClockKinds,
  Duration,
  durationOf,
  LosingRule,
  ruleReference,
  RuleReference,
} from './rule.types';
export { CostClasses, CoverScopes, PriceBases, StartBases } from './warranty-book.types';
export { StateCategories } from './workflow-book.types';
