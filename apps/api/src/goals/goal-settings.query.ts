import type { TenantContext, TenantDatabase } from '@dangol/db';

/** The currency orders are counted in, and the day it is in the zone of the workspace (YYYY-MM-DD). */
export async function queryGoalSettings(
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
