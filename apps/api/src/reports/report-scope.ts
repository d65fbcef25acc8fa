import type { TenantContext, TenantDatabase } from '@dangol/db';
import type { PeriodArgs } from './buyer-insights.model.ts';

/** Whose report, over which days, as of when: the parameters that every report statement takes. */
export interface ReportScope {
  readonly ctx: TenantContext;
  readonly params: readonly unknown[];
}

/** The scope of a period as of `now`. */
export function reportScope(ctx: TenantContext, { from, to }: PeriodArgs, now: Date): ReportScope {
  return { ctx, params: [ctx.workspaceId, from, to, now] };
}

/** Currency that amounts of orders are counted in. */
export async function queryBaseCurrency(database: TenantDatabase, ctx: TenantContext): Promise<string> {
  const [row] = await database.query<{ currency: string }>(
    ctx,
    `select base_currency as currency from workspaces where id = $1`,
    [ctx.workspaceId],
  );
  if (!row) throw new Error(`There is no workspace ${ctx.workspaceId}`);
  return row.currency;
}
