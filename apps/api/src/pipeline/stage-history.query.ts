import type { OpenStage, PipelineStage } from '@dangol/crm';
import type { TenantContext, TenantDatabase } from '@dangol/db';
import type { StageChange } from './stage.model.ts';

const COLUMNS = `
  s.id, s.from_stage as "from", s.to_stage as "to", s.cause, m.name as "byName", s.changed_at as at, s.seconds_in_from as "secondsInFrom"
  from stage_changes s left join members m on m.workspace_id = $1 and m.id = s.changed_by`;

/** The steps of a buyer, newest first. */
export function queryStageHistory(
  database: TenantDatabase,
  ctx: TenantContext,
  buyerId: string,
  first: number,
): Promise<StageChange[]> {
  return database.query<StageChange>(
    ctx,
    `select ${COLUMNS} where s.workspace_id = $1 and s.buyer_id = $2 order by s.changed_at desc, s.id desc limit $3`,
    [ctx.workspaceId, buyerId, first],
    { name: 'stage-history' },
  );
}

/** One step, or null. */
export async function queryStageChange(
  database: TenantDatabase,
  ctx: TenantContext,
  id: string,
): Promise<StageChange | null> {
  const [row] = await database.query<StageChange>(ctx, `select ${COLUMNS} where s.workspace_id = $1 and s.id = $2`, [
    ctx.workspaceId,
    id,
  ]);
  return row ?? null;
}

/** The stage before the first order that a buyer was last in; New when it never was in another. */
export async function queryLastOpenStage(
  database: TenantDatabase,
  ctx: TenantContext,
  buyerId: string,
): Promise<OpenStage> {
  const [row] = await database.query<{ stage: OpenStage & PipelineStage }>(
    ctx,
    `select to_stage as stage from stage_changes
     where workspace_id = $1 and buyer_id = $2 and to_stage in ('new', 'qualified', 'sampling', 'quoted')
     order by changed_at desc, id desc limit 1`,
    [ctx.workspaceId, buyerId],
    { name: 'last-open-stage' },
  );
  return row?.stage ?? 'new';
}
