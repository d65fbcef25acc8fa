import type { AssignableMember } from '@dangol/crm';
import type { TenantContext, TenantDatabase } from '@dangol/db';

/** The active members with capacity and the buyers they own; `without` is a buyer that is not counted. */
export function queryAssignableMembers(
  database: TenantDatabase,
  ctx: TenantContext,
  defaultCapacity: number,
  without: string | null = null,
): Promise<AssignableMember[]> {
  return database.query<AssignableMember>(
    ctx,
    `select m.id, r.key as role, coalesce(m.capacity, $2::int) as capacity,
       (select count(*)::int from buyers b where b.workspace_id = m.workspace_id and b.owner_id = m.id and b.id is distinct from $3::uuid) as load
     from members m join roles r on r.workspace_id = m.workspace_id and r.id = m.role_id
     where m.workspace_id = $1 and m.status = 'active' order by m.id`,
    [ctx.workspaceId, defaultCapacity, without],
    { name: 'assignable-members' },
  );
}
