import type { EventLog, StageChangesRepository, TenantContext, TenantDatabase } from '@dangol/db';
import { newId } from '@dangol/db';

/** Stages before the first order, in their order; later ones follow paid orders. */
const OPEN = ['new', 'qualified', 'sampling', 'quoted'];

/** A buyer's stage and since when. */
export interface StageOf {
  readonly stage: string;
  readonly stageSince: Date;
}

/** The kept buyer takes the merged one's stage when that is further on; its own chain of steps goes on with it. */
export async function carryStage(
  parts: { database: TenantDatabase; stageChanges: StageChangesRepository; events: EventLog },
  ctx: TenantContext,
  keptId: string,
  kept: StageOf,
  merged: StageOf,
  now: Date,
): Promise<void> {
  if (!OPEN.includes(kept.stage) || OPEN.indexOf(merged.stage) <= OPEN.indexOf(kept.stage)) return;
  const changedAt = new Date(Math.max(now.getTime(), kept.stageSince.getTime() + 1));
  await parts.database.query(
    ctx,
    `update buyers set stage = $3, stage_since = $4 where workspace_id = $1 and id = $2`,
    [ctx.workspaceId, keptId, merged.stage, changedAt],
  );
  await parts.stageChanges.insert(ctx, {
    id: newId(),
    buyerId: keptId,
    fromStage: kept.stage,
    toStage: merged.stage,
    cause: 'merge',
    changedBy: ctx.actor.kind === 'member' ? ctx.actor.id : null,
    changedAt,
    secondsInFrom: BigInt(Math.floor((changedAt.getTime() - kept.stageSince.getTime()) / 1000)),
  });
  parts.events.append(ctx, {
    verb: 'buyer.stage_changed',
    subjectKind: 'buyer',
    subjectId: keptId,
    buyerId: keptId,
    data: { from: kept.stage, to: merged.stage, cause: 'merge' },
  });
}
