import type { Role } from '@aftercare/contract';
import { permissionsOf } from '@aftercare/contract';
import type { Principal } from '../../platform/context';

/** What a principal is made of, with `m` for the membership. */
export const memberColumns = 'm.id, m.name, m.roles, m.dealer_id';

export interface MemberRow {
  id: string;
  name: string;
  roles: Role[];
  dealer_id: string | null;
}

/** The part of a principal that follows from the membership: who it is, and what it may. */
export const principalOf = ({
  id,
  name,
  roles,
  dealer_id: dealerId,
}: MemberRow): Omit<Principal, 'tenantId' | 'sessionId' | 'audience' | 'expiresAt'> => ({
  kind: dealerId ? 'dealer' : 'staff',
  memberId: id,
  name,
  roles,
  dealerId,
  permissions: new Set(permissionsOf(roles)),
});
