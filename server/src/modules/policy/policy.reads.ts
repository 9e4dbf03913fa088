import type { Policy } from '@aftercare/policy-engine';
import type { Reads } from '../../platform/graphql';
import { column, pure } from '../../platform/graphql';

export function registerPolicyReads(reads: Reads): void {
  reads
    .plain('Clause', 'RuleReference', 'Duration', 'LosingRule', 'ServicePromise', 'RequestType')
    .rows('PolicyVersion', 'policy_version', {
      rulebook: column(),
      number: column(),
      title: pure(['content'], (row) => (row['content'] as Policy).title),
      effectiveFrom: column(),
    });
}
