import type { TenantContext, TenantDatabase } from '@dangol/db';

/**
 * Which ids of the archive stand for which of the workspace that it comes into: the workspace itself, roles of the same key, and
 * members with the same e-mail. All others stay. Reads the staged roles and members, whose ids are texts of the archive's own
 * making: one that is no id is refused by the database.
 */
export async function queryMappedIds(
  database: TenantDatabase,
  ctx: TenantContext,
  archivedWorkspaceId: string,
): Promise<Map<string, string>> {
  const rows = await database.query<{ from: string; to: string }>(
    ctx,
    `select a.id::uuid::text as "from", r.id as "to" from archived_roles a join roles r on r.workspace_id = $1 and r.key = a.key
     union all
     (select distinct on (m.id) a.id::uuid::text, m.id from archived_members a
      join members m on m.workspace_id = $1 and lower(m.email) = lower(a.email)
      order by m.id, a.status = 'active' desc, a.created_at desc, a.id)`,
    [ctx.workspaceId],
  );
  const ids = new Map(rows.map(({ from, to }) => [from, to]));
  return ids.set(archivedWorkspaceId, ctx.workspaceId);
}
