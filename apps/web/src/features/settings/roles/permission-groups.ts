import type { Permission } from '../../../platform/viewer/viewer-provider.tsx';

/** Permissions by the work they belong to, in the order in which a reader expects them. */
export const PERMISSION_GROUPS = {
  inbox: [
    'home:read',
    'inbox:read',
    'inbox:reply',
    'inbox:note',
    'inbox:assign',
    'inbox:end',
    'draft:review',
    'note:read-private',
  ],
  buyers: ['buyer:read', 'buyer:write', 'contact:read', 'money:read', 'buyer:merge', 'buyer:grade', 'buyer:privacy'],
  selling: ['pipeline:move', 'sample:read', 'sample:request', 'sample:advance', 'sample:approve'],
  rules: ['report:read', 'goal:manage', 'grading:manage', 'policy:manage'],
  connections: ['knowledge:read', 'channel:read', 'channel:manage', 'exception:read', 'exception:manage'],
  workspace: [
    'workspace:read',
    'event:read',
    'member:read',
    'member:manage',
    'role:manage',
    'audit:read',
    'api-key:manage',
  ],
} as const satisfies Record<string, readonly Permission[]>;

export type PermissionGroup = keyof typeof PERMISSION_GROUPS;

/** The permissions that the API knows, grouped; one that this screen has no words for stands under `other`. */
export function groupPermissions(
  known: readonly string[],
): [group: PermissionGroup | 'other', permissions: string[]][] {
  const worded = new Set<string>(Object.values(PERMISSION_GROUPS).flat());
  const groups: [PermissionGroup | 'other', string[]][] = Object.entries(PERMISSION_GROUPS).map(([group, members]) => [
    group as PermissionGroup,
    members.filter((permission) => known.includes(permission)),
  ]);
  groups.push(['other', known.filter((permission) => !worded.has(permission))]);
  return groups.filter(([, permissions]) => permissions.length > 0);
}
