import type { Reads } from '../../platform/graphql';
import { column } from '../../platform/graphql';

export function registerIdentityReads(reads: Reads): void {
  reads.plain('Viewer', 'ViewerMembership').rows('Member', 'membership', { name: column(), roles: column() });
}
