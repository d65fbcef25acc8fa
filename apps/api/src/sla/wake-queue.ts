import type { JobQueue, TenantContext } from '@dangol/db';

/** Name of the job that rings the alarms of a workspace's clocks, and ends its snoozes. */
export const RING_ALARMS = 'ring-alarms';

/** Lets the alarms of the workspace be looked at no later than `at`: one waiting job a workspace, moved earlier by an earlier alarm. */
export async function wakeQueue(jobs: JobQueue, ctx: TenantContext, at: Date): Promise<void> {
  await jobs.enqueueBy(ctx, { task: RING_ALARMS, payload: {}, key: 'next', runAt: at });
}
