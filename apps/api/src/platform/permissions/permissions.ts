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
  'knowledge:read',
  'channel:read',
  'channel:manage',
  'exception:read',
  'exception:manage',
  'member:read',
  'member:manage',
  'api-key:manage',
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
] as const satisfies readonly Permission[];

/** Keys of the roles that every new workspace gets (spec crm, "Visibility and roles"). */
export type DefaultRole = 'owner' | 'manager' | 'senior_rep' | 'rep' | 'ops' | 'finance' | 'viewer';

/** What each role of a new workspace may do. */
export const DEFAULT_ROLES: Readonly<Record<DefaultRole, readonly Permission[]>> = {
  owner: PERMISSIONS,
  manager: PERMISSIONS.filter((permission) => permission !== 'api-key:manage'),
  senior_rep: SALES,
  rep: SALES,
  ops: [...EVERYDAY_READS, 'exception:read', 'inbox:note'],
  finance: [...EVERYDAY_READS, 'exception:read'],
  viewer: EVERYDAY_READS,
};
