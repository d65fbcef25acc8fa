import type { TenantContext } from '@dangol/db';
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
