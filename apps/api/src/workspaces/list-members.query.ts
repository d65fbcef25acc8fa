import type { TenantContext, TenantDatabase } from '@dangol/db';
import { Member } from './member.model.ts';

const MEMBERS = `
  select m.id, m.name, m.email, r.key as role, m.status, m.created_at as "createdAt"
  from members m join roles r on r.workspace_id = m.workspace_id and r.id = m.role_id
  where m.workspace_id = $1`;

/** Everyone who is or was in the workspace, active ones first, by name. */
export function queryMembers(database: TenantDatabase, ctx: TenantContext): Promise<Member[]> {
  return database.query<Member>(ctx, `${MEMBERS} order by m.status, m.name, m.id`, [ctx.workspaceId]);
}

/** One member, or null. */
export async function queryMember(database: TenantDatabase, ctx: TenantContext, id: string): Promise<Member | null> {
  const [member] = await database.query<Member>(ctx, `${MEMBERS} and m.id = $2`, [ctx.workspaceId, id], {
    name: 'member',
  });
  return member ? Object.assign(new Member(), member) : null; // a union knows its member by the class
}
