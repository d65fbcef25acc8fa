import type { TenantContext, TenantDatabase } from '@dangol/db';

/** Takes products away with their prices, variants and versions. Nothing else may refer to them; runs inside the caller's unit. */
export async function removeProducts(
  database: TenantDatabase,
  ctx: TenantContext,
  ids: readonly string[],
): Promise<void> {
  for (const table of ['product_prices', 'product_variants', 'product_versions'])
    await database.query(ctx, `delete from ${table} where workspace_id = $1 and product_id = any ($2::uuid[])`, [
      ctx.workspaceId,
      ids,
    ]);
  await database.query(ctx, `delete from products where workspace_id = $1 and id = any ($2::uuid[])`, [
    ctx.workspaceId,
    ids,
  ]);
}
