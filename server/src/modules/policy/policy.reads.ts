import type { Reads } from '../../platform/graphql';
import { column, expression, lazy } from '../../platform/graphql';
import { bookOf } from './policy-book';
import type { PolicyService } from './policy.service';

const plainTypes = [
  ...['Clause', 'RuleReference', 'Duration', 'LosingRule', 'PolicyEvent', 'ServicePromise', 'RequestType'],
  ...['PolicyWord', 'IntakeField', 'IntakeDependency', 'RuleConditions'],
  ...[
    'PolicyBook',
    'PolicyClockRule',
    'PolicyCalendarRule',
    'PolicyReminder',
    'PolicySeverity',
    'PolicyRulebook',
  ],
  ...['PolicyPrecedence', 'PolicyPauseReason', 'PolicyAgreements', 'PolicyReopening', 'PolicyHome'],
  ...['PolicyRecord', 'PolicySetting'],
  ...['PolicyWorkflow', 'PolicyState', 'PolicyStep', 'PolicyRequirement', 'PolicyEffect', 'PolicyApproval'],
  ...['PolicyOwnership', 'PolicyWarranty', 'PolicyWarrantyTerm', 'PolicyCover', 'PolicyMeterLimit'],
  ...['PolicyWearParts', 'PolicyWearPartList', 'PolicyReplacement', 'PolicyRepairWarranty'],
  ...['PolicyVoidReason', 'PolicyPriceRule'],
];

export function registerPolicyReads(reads: Reads, policies: PolicyService): void {
  reads.plain(...plainTypes).rows('PolicyVersion', 'policy_version', {
    rulebook: column(),
    number: column(),
    title: expression(`t.content -> 'title'`),
    effectiveFrom: column(),
    publishedAt: column(),
    // how the maker works inside is its own
    book: lazy([], async (ctx, { id }) =>
      ctx.actor.kind === 'staff' ? bookOf(await policies.pinned(ctx, id)) : null,
    ),
  });
}
