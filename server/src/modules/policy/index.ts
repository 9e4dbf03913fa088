/** policy: the published versions of each maker's rules; decisions are taken by packages/policy-engine. */
export { calendars } from './calendars';
export { registerPolicyReads } from './policy.reads';
export { PolicyResolver } from './policy.resolver';
export { PolicyService, requestTypeOf, type PinnedPolicy } from './policy.service';
export {
  Clause,
  ClockKinds,
  Duration,
  durationOf,
  LosingRule,
  PolicyVersion,
  RequestType,
  ruleReference,
  RuleReference,
} from './policy.types';
