import type { TenantContext, TenantDatabase } from '@dangol/db';
import { ArchiveImport } from './archive-import.model.ts';

/** An archive by its id, or the last one when there is no id; null when there is none. */
export async function queryArchiveImport(
  database: TenantDatabase,
  ctx: TenantContext,
  id: string | null,
): Promise<ArchiveImport | null> {
  const [row] = await database.query<Omit<ArchiveImport, 'counts'> & { counts: Record<string, number> }>(
    ctx,
    `select id, file_name as "fileName", size_bytes as "sizeBytes", status, problem_code as "problemCode", problem, total_rows as "totalRows",
       done_rows as "doneRows", counts, created_at as "createdAt", finished_at as "finishedAt"
     from archive_imports where workspace_id = $1 and ($2::uuid is null or id = $2) order by created_at desc, id desc limit 1`,
    [ctx.workspaceId, id],
  );
  if (!row) return null;
  const counts = Object.entries(row.counts).map(([table, rows]) => ({ table, rows }));
  return Object.assign(new ArchiveImport(), row, { counts });
}
