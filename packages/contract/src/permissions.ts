/** What a member may ask for. A root field names exactly one of these, or is on the short public list. */
export const permissions = [
  'viewer:read',
  'ticket:read',
  'ticket:create',
  'ticket:assign',
  'ticket:comment',
  'ticket:handle',
  'ticket:withdraw',
  'ticket:share',
  'tenant:write',
  'party:read',
  'party:write',
  'network:write',
  'ticket:attach',
  'file:upload',
  'ticket:export',
  'view:write',
  'view:share',
  'equipment:read',
  'equipment:write',
  'part:read',
  'part:write',
  'calendar:read',
  'calendar:write',
  'policy:read',
  'member:read',
  'contact:read',
  'notification:read',
  'audit:read',
  'link:report',
  'link:follow',
] as const;
export type Permission = (typeof permissions)[number];

/** What somebody does in the house. Which of these a step, a record or an approval asks for is said by the maker's policy. */
export const roles = [
  'admin',
  'manager',
  'supervisor',
  'dispatcher',
  'salesperson',
  'engineer',
  'technical-lead',
  'quality',
  'parts',
  'leader',
  'dealer',
] as const;
export type Role = (typeof roles)[number];

const everyone: Permission[] = [
  'viewer:read',
  'ticket:read',
  'ticket:comment',
  'ticket:withdraw',
  'party:read',
  'ticket:attach',
  'file:upload',
  'view:write',
  'equipment:read',
  'part:read',
  'calendar:read',
  'policy:read',
  'notification:read',
];
const worker: Permission[] = [...everyone, 'ticket:handle'];
const desk: Permission[] = [
  ...worker,
  'contact:read',
  'ticket:create',
  'ticket:assign',
  'ticket:export',
  'view:share',
  'ticket:share',
  'member:read',
  'party:write',
];
const records: Permission[] = [...desk, 'network:write', 'equipment:write'];
const management: Permission[] = [...records, 'tenant:write', 'part:write', 'calendar:write', 'audit:read'];

/** The one table from role to permissions. A member's permissions are the union over the roles held. */
export const rolePermissions: Record<Role, readonly Permission[]> = {
  admin: management,
  manager: management,
  supervisor: records,
  dispatcher: records,
  salesperson: desk,
  engineer: [...worker, 'contact:read'],
  'technical-lead': worker,
  quality: [...worker, 'ticket:export', 'equipment:write'],
  parts: [...worker, 'ticket:export', 'part:write'],
  leader: [...worker, 'ticket:export'],
  // a dealer sees and keeps its own customers only, and those in full
  dealer: [
    ...everyone,
    'contact:read',
    'ticket:create',
    'ticket:withdraw',
    'ticket:export',
    'view:share',
    'ticket:share',
    'party:write',
  ],
};

/** What a link leads to: from a machine's nameplate to a report, or to one request, to follow it. */
export const linkKinds = ['nameplate', 'follow'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** What whoever holds a link may ask for, without being anybody's member. */
export const linkPermissions: Record<LinkKind, readonly Permission[]> = {
  nameplate: ['link:report', 'file:upload'],
  follow: ['link:follow'],
};

export function permissionsOf(held: readonly Role[]): Permission[] {
  const granted = new Set(held.flatMap((role) => rolePermissions[role]));
  return permissions.filter((permission) => granted.has(permission));
}

/** What people call the roles. */
export const roleLabels: Record<Role, { zh: string; en: string }> = {
  admin: { zh: '管理员', en: 'Administrator' },
  manager: { zh: '服务经理', en: 'Service manager' },
  supervisor: { zh: '服务主管', en: 'Service supervisor' },
  dispatcher: { zh: '调度员', en: 'Dispatcher' },
  salesperson: { zh: '业务员', en: 'Salesperson' },
  engineer: { zh: '工程师', en: 'Engineer' },
  'technical-lead': { zh: '技术负责人', en: 'Technical lead' },
  quality: { zh: '质量', en: 'Quality' },
  parts: { zh: '备件', en: 'Parts' },
  leader: { zh: '公司领导', en: 'Company leader' },
  dealer: { zh: '经销商', en: 'Dealer' },
};
