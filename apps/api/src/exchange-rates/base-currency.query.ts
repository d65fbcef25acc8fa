import type { TenantContext, TenantDatabase } from '@dangol/db';

/** The currency that the workspace counts in, and the day it is there (YYYY-MM-DD): what a rate is looked up for. */
export async function queryBaseCurrency(
  database: TenantDatabase,
  ctx: TenantContext,
  now: Date,
): Promise<{ baseCurrency: string; today: string }> {
  const [row] = await database.query<{ baseCurrency: string; today: string }>(
    ctx,
    `select base_currency as "baseCurrency", to_char($2::timestamptz at time zone time_zone, 'YYYY-MM-DD') as today
     from workspaces where id = $1`,
    [ctx.workspaceId, now],
  );
  if (!row) throw new Error(`There is no workspace ${ctx.workspaceId}`);
  return row;
}
