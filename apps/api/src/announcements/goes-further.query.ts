import { wholeWorkspace, type TenantContext, type TenantDatabase } from '@dangol/db';

/**
 * Whether an announcement goes to buyers whom the caller may not see: a role limited to its own records would send, rewrite or
 * remove a part of it and take that for the whole. Asked outside a unit of work.
 */
export async function goesFurther(
  database: TenantDatabase,
  ctx: TenantContext,
  announcementId: string,
): Promise<boolean> {
  if (!ctx.ownRecordsOf) return false;
  const [row] = await database.query<{ further: boolean }>(
    wholeWorkspace(ctx),
    `select exists (select from announcement_recipients r join buyers b on b.workspace_id = r.workspace_id and b.id = r.buyer_id
       where r.workspace_id = $1 and r.announcement_id = $2 and b.owner_id is distinct from $3) as further`,
    [ctx.workspaceId, announcementId, ctx.ownRecordsOf],
  );
  return row!.further;
}
