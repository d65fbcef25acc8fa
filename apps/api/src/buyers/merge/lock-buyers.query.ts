import type { TenantContext, TenantDatabase } from '@dangol/db';

/** A buyer whose row nobody else can change, delete or refer to until the end of the unit. */
export interface LockedBuyer {
  id: string;
  stage: string;
  stageSince: Date;
  erasedAt: Date | null;
}

/** Locks buyers in the order of their ids, so that two who lock the same ones wait for each other and never deadlock. */
export function lockBuyers(
  database: TenantDatabase,
  ctx: TenantContext,
  ids: readonly string[],
): Promise<LockedBuyer[]> {
  return database.query<LockedBuyer>(
    ctx,
    `select id, stage, stage_since as "stageSince", erased_at as "erasedAt" from buyers
     where workspace_id = $1 and id = any ($2::uuid[]) order by id for update`,
    [ctx.workspaceId, ids],
  );
}
