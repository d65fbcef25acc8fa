import type { TenantContext, TenantDatabase } from '@dangol/db';
import { BuyerMerge } from './merge.model.ts';

const COLUMNS = `m.id, m.kept_id as "keptId", m.merged_id as "mergedId", coalesce(m.snapshot -> 'merged' ->> 'name', '') as "mergedName",
  m.merged_at as "mergedAt", m.undo_until as "undoUntil", m.merged_by as "mergedById"`;

/** The merges into a buyer that can still be undone, newest first; only the first can be at once. */
export async function queryOpenMerges(
  database: TenantDatabase,
  ctx: TenantContext,
  buyerId: string,
  now: Date,
): Promise<BuyerMerge[]> {
  const rows = await database.query<BuyerMerge>(
    ctx,
    `select ${COLUMNS} from buyer_merges m where m.workspace_id = $1 and m.kept_id = $2 and m.undone_at is null and m.undo_until >= $3
     order by m.merged_at desc, m.id desc`,
    [ctx.workspaceId, buyerId, now],
  );
  return rows.map((row) => Object.assign(new BuyerMerge(), row));
}

/** One merge. */
export async function queryMerge(database: TenantDatabase, ctx: TenantContext, id: string): Promise<BuyerMerge> {
  const [row] = await database.query<BuyerMerge>(
    ctx,
    `select ${COLUMNS} from buyer_merges m where m.workspace_id = $1 and m.id = $2`,
    [ctx.workspaceId, id],
  );
  return Object.assign(new BuyerMerge(), row);
}
