import type { Reads } from '../../platform/graphql';
import { column, expression } from '../../platform/graphql';

export function registerPolicyReads(reads: Reads): void {
  reads
    .plain('Clause', 'RuleReference', 'Duration', 'LosingRule', 'ServicePromise', 'RequestType')
    .rows('PolicyVersion', 'policy_version', {
      rulebook: column(),
      number: column(),
      title: expression(`t.content -> 'title'`),
      effectiveFrom: column(),
    });
}
