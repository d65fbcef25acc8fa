import type { TenantContext, TenantDatabase } from '@dangol/db';
import { BuyerRow } from '../buyer.model.ts';
import { BUYER_ROW_COLUMNS, BUYER_ROW_JOINS } from './buyer-row.columns.ts';

/** The rows of the given buyers by id; ids that are not there are left out. For lists of other features that name buyers. */
export async function queryBuyerRows(
  database: TenantDatabase,
  ctx: TenantContext,
  ids: readonly string[],
): Promise<Map<string, BuyerRow>> {
  if (ids.length === 0) return new Map();
  const rows = await database.query<BuyerRow>(
    ctx,
    `select ${BUYER_ROW_COLUMNS} from buyers b ${BUYER_ROW_JOINS} where b.workspace_id = $1 and b.id = any ($2::uuid[])`,
    [ctx.workspaceId, [...new Set(ids)]],
    { name: 'buyer-rows', isoTimestamps: true },
  );
  return new Map(rows.map((row) => [row.id, Object.assign(new BuyerRow(), row)]));
}
