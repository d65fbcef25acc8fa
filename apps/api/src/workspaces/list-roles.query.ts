import type { TenantContext, TenantDatabase } from '@dangol/db';
import { DEFAULT_ROLES } from '../platform/permissions/permissions.ts';
import { Role } from './role.model.ts';

const ROLES = `
  select r.id, r.key, r.permissions, r.own_records_only as "ownRecordsOnly",
    (select count(*)::int from members m where m.workspace_id = r.workspace_id and m.role_id = r.id and m.status = 'active') as "memberCount"
  from roles r where r.workspace_id = $1`;

/** The roles of the workspace, by key. */
export async function queryRoles(database: TenantDatabase, ctx: TenantContext): Promise<Role[]> {
  const rows = await database.query<Omit<Role, 'builtIn'>>(ctx, `${ROLES} order by r.key`, [ctx.workspaceId]);
  return rows.map(toRole);
}

/** One role, or null. */
export async function queryRole(database: TenantDatabase, ctx: TenantContext, id: string): Promise<Role | null> {
  const [row] = await database.query<Omit<Role, 'builtIn'>>(ctx, `${ROLES} and r.id = $2`, [ctx.workspaceId, id]);
  return row ? toRole(row) : null;
}

/** A union knows its member by the class. */
function toRole(row: Omit<Role, 'builtIn'>): Role {
  return Object.assign(new Role(), row, { builtIn: Object.hasOwn(DEFAULT_ROLES, row.key) });
}
