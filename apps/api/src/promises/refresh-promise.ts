import type { JobQueue, TenantContext, TenantDatabase } from '@dangol/db';
import { PROMISE_DUE } from './promise-due.task-name.ts';

/**
 * Notes on a conversation what its newest accepted reply of a person promised (a call is one): a later reply without a
 * promise has kept it. Derived from the messages, so that repetitions and late arrivals end the same. In the caller's unit.
 */
export async function refreshPromise(
  database: TenantDatabase,
  jobs: JobQueue,
  ctx: TenantContext,
  conversationId: string,
): Promise<void> {
  const [changed] = await database.query<{ promisedFor: Date | null }>(
    ctx,
    `with newest as (select m.promised_for from messages m where m.workspace_id = $1 and m.conversation_id = $2
       and m.direction in ('outbound', 'call') and m.author_kind in ('member', 'platform') and (m.direction = 'call' or m.accepted_at is not null)
       order by coalesce(m.accepted_at, m.sent_at) desc, m.id desc limit 1)
     update conversations c set promised_for = (select promised_for from newest)
     where c.workspace_id = $1 and c.id = $2 and c.promised_for is distinct from (select promised_for from newest)
     returning c.promised_for as "promisedFor"`,
    [ctx.workspaceId, conversationId],
    { name: 'refresh-promise' },
  );
  if (!changed?.promisedFor) return;
  await jobs.enqueue(ctx, {
    task: PROMISE_DUE,
    payload: { conversationId, promisedFor: changed.promisedFor.toISOString() },
    key: conversationId,
    runAt: changed.promisedFor,
  });
}
