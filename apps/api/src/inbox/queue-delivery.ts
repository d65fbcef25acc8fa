import type { JobQueue, TenantContext } from '@dangol/db';
import { DELIVER_REPLY } from './deliver-reply.task-name.ts';

/** Schedules the delivery of a reply, in the transaction that queued it; scheduling again replaces the time. */
export function queueDelivery(jobs: JobQueue, ctx: TenantContext, messageId: string, runAt: Date): Promise<void> {
  return jobs.enqueue(ctx, {
    task: DELIVER_REPLY,
    payload: { workspaceId: ctx.workspaceId, messageId },
    key: `deliver:${messageId}`,
    runAt,
  });
}
