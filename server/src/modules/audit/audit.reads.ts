import type { Reads } from '../../platform/graphql';

export function registerAuditReads(reads: Reads): void {
  reads.plain('AuditEntry');
}
