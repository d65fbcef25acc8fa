import type { TenantContext, TenantDatabase } from '@dangol/db';

/** The day in the workspace's zone, YYYY-MM-DD. */
export async function queryToday(database: TenantDatabase, ctx: TenantContext, now: Date): Promise<string> {
  const [row] = await database.query<{ today: string }>(
    ctx,
    `select to_char($2::timestamptz at time zone time_zone, 'YYYY-MM-DD') as today from workspaces where id = $1`,
    [ctx.workspaceId, now],
  );
  return row!.today;
}
