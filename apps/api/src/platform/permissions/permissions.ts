/** Every permission there is. Roles are rows that hold some of them; the code only ever asks for a permission. */
export const PERMISSIONS = [
  'workspace:read',
  'home:read',
  'inbox:read',
  'inbox:reply',
  'inbox:note',
  'inbox:assign',
  'inbox:end',
  'draft:review',
  'buyer:read',
  'buyer:write',
  'buyer:merge',
  'buyer:grade',
  'buyer:privacy',
  'contact:read',
  'money:read',
  'note:read-private',
  'grading:manage',
  'sample:read',
  'sample:request',
  'sample:advance',
  'sample:approve',
  'pipeline:move',
  'policy:manage',
  'goal:manage',
  'report:read',
  'knowledge:read',
  'knowledge:write',
  'product:read',
  'product:write',
  'announcement:read',
  'announcement:send',
  'import:run',
  'import:manage',
  'data:export',
  'channel:read',
  'channel:manage',
  'exception:read',
  'exception:manage',
  'member:read',
  'member:manage',
  'workspace:manage',
  'workspace:archive',
  'role:manage',
  'api-key:manage',
  'audit:read',
  'event:read',
] as const;

/** One permission. */
export type Permission = (typeof PERMISSIONS)[number];

const EVERYDAY_READS = [
  'workspace:read',
  'home:read',
  'inbox:read',
  'buyer:read',
  'knowledge:read',
  'channel:read',
  'member:read',
  'event:read',
  'sample:read',
  'report:read',
  'product:read',
  'announcement:read',
] as const satisfies readonly Permission[];

const SALES = [
  ...EVERYDAY_READS,
  'inbox:reply',
  'inbox:note',
  'inbox:assign',
  'inbox:end',
  'draft:review',
  'buyer:write',
  'exception:read',
  'contact:read',
  'money:read',
  'buyer:merge',
  'buyer:grade',
  'sample:request',
  'sample:advance',
  'pipeline:move',
  'knowledge:write',
  'announcement:send',
  'import:run',
  'data:export',
] as const satisfies readonly Permission[];

/** Only an owner decides what roles and API keys may do. */
const OWNERS_ONLY: readonly Permission[] = ['workspace:archive', 'role:manage', 'api-key:manage'];

/** Keys of the roles that every new workspace gets (spec crm, "Visibility and roles"). */
export type DefaultRole = 'owner' | 'manager' | 'senior_rep' | 'rep' | 'ops' | 'finance' | 'viewer';

/** What each role of a new workspace may do. */
export const DEFAULT_ROLES: Readonly<Record<DefaultRole, readonly Permission[]>> = {
  owner: PERMISSIONS,
  manager: PERMISSIONS.filter((permission) => !OWNERS_ONLY.includes(permission)),
  senior_rep: [...SALES, 'product:write'],
  rep: SALES,
  ops: [
    ...EVERYDAY_READS,
    'exception:read',
    'inbox:note',
    'contact:read',
    'sample:advance',
    'product:write',
    'import:run',
    'data:export',
  ],
  finance: [...EVERYDAY_READS, 'exception:read', 'contact:read', 'money:read', 'data:export'],
  viewer: EVERYDAY_READS,
};
