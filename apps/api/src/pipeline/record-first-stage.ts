import { newId, type StageChangesRepository, type TenantContext } from '@dangol/db';

/** A buyer who was just registered. */
export interface RegisteredBuyer {
  readonly id: string;
  readonly stageSince: Date;
}

/** Begins the stage history of buyers who were just inserted in the stage New: every later step tells how long they were in it. */
export async function recordFirstStage(
  stageChanges: StageChangesRepository,
  ctx: TenantContext,
  buyers: readonly RegisteredBuyer[],
): Promise<void> {
  const rows = buyers.map(({ id, stageSince }) => ({
    id: newId(),
    buyerId: id,
    toStage: 'new',
    cause: 'registered' as const,
    changedAt: stageSince,
  }));
  await stageChanges.insert(ctx, rows);
}
