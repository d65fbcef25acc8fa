import type { JobQueue, TenantContext, TenantDatabase } from '@dangol/db';
import type { NightlyUpkeep } from '../../buyers/index.ts';
import { APPLY_INBOUND_MESSAGE } from '../../channels/index.ts';
import { queueDelivery } from '../../inbox/index.ts';
import { ASSIGN_CONVERSATIONS } from '../../resources/index.ts';
import { wakeQueue } from '../../sla/index.ts';

/**
 * Jobs stayed where the archive comes from. What waits for one gets it again: replies that have not left, deliveries that were
 * not applied, the alarms of running clocks, conversations that nobody has yet, the nightly look at the buyers.
 */
export async function rearmJobs(
  database: TenantDatabase,
  jobs: JobQueue,
  nightly: NightlyUpkeep,
  ctx: TenantContext,
  now: Date,
): Promise<void> {
  const replies = await database.query<{ id: string; at: Date }>(
    ctx,
    `select id, greatest(coalesce(deliver_at, $2::timestamptz), $2::timestamptz) as at from messages
     where workspace_id = $1 and direction = 'outbound' and delivery_status in ('queued', 'sending')`,
    [ctx.workspaceId, now],
  );
  for (const { id, at } of replies) await queueDelivery(jobs, ctx, id, at);
  const deliveries = await database.query<{ id: string }>(
    ctx,
    `select id from inbound_messages where workspace_id = $1 and status = 'pending' order by received_at, id`,
    [ctx.workspaceId],
  );
  for (const { id } of deliveries)
    await jobs.enqueue(ctx, {
      task: APPLY_INBOUND_MESSAGE,
      payload: { workspaceId: ctx.workspaceId, id },
      key: `inbound:${id}`,
    });
  await wakeQueue(jobs, ctx, now);
  await jobs.enqueueBy(ctx, { task: ASSIGN_CONVERSATIONS, payload: {}, key: 'intake', runAt: now });
  await nightly.plan(ctx, now);
}
