/** What a member may ask for. A root field names exactly one of these, or is on the short public list. */
export const permissions = [
  'viewer:read',
  'ticket:read',
  'ticket:create',
  'ticket:assign',
  'ticket:comment',
  'equipment:read',
  'policy:read',
  'member:read',
  'contact:read',
] as const;
export type Permission = (typeof permissions)[number];

export const roles = ['admin', 'manager', 'dispatcher', 'engineer', 'quality', 'parts', 'dealer'] as const;
export type Role = (typeof roles)[number];

const everyone: Permission[] = [
  'viewer:read',
  'ticket:read',
  'ticket:comment',
  'equipment:read',
  'policy:read',
];
const desk: Permission[] = [...everyone, 'contact:read', 'ticket:create', 'ticket:assign', 'member:read'];

/** The one table from role to permissions. A member's permissions are the union over the roles held. */
export const rolePermissions: Record<Role, readonly Permission[]> = {
  admin: desk,
  manager: desk,
  dispatcher: desk,
  engineer: [...everyone, 'contact:read'],
  quality: everyone,
  parts: everyone,
  // a dealer sees its own customers only, and those in full
  dealer: [...everyone, 'contact:read', 'ticket:create'],
};

export function permissionsOf(held: readonly Role[]): Permission[] {
  const granted = new Set(held.flatMap((role) => rolePermissions[role]));
  return permissions.filter((permission) => granted.has(permission));
}
