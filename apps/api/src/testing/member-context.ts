import type { SeededWorkspace } from '@dangol/db/testing';
import type { RequestContext } from '../platform/context/request-context.ts';
import { PERMISSIONS, type Permission } from '../platform/permissions/permissions.ts';

/** The request context of a member of a seeded workspace; the owner, who may do everything, unless told otherwise. */
export function memberContext(
  workspace: SeededWorkspace,
  who: 'owner' | 'viewer' = 'owner',
  permissions: readonly Permission[] = PERMISSIONS,
): RequestContext {
  const id = who === 'owner' ? workspace.ownerId : workspace.viewerId;
  return {
    workspaceId: workspace.workspaceId,
    actor: { kind: 'member', id },
    requestId: 'test',
    ip: '127.0.0.1',
    userAgent: '',
    account: null,
    member: { id, name: who, role: who },
    permissions: new Set(permissions),
    ownRecordsOnly: false,
    memberships: [],
    tokenHash: null,
  };
}
