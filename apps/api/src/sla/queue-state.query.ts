import type { TenantContext, TenantDatabase } from '@dangol/db';

/** What the clocks say of a conversation: whether it waits, since when, and until when it should be answered. */
export interface QueueState {
  readonly conversationId: string;
  readonly status: string;
  readonly waitingSince: Date | null;
  readonly dueAt: Date | null;
}

/** Stores what the inbox list shows and sorts by. A waiting conversation leaves `closed`; without an open inquiry a person's `closed` stays. */
export async function storeQueueStates(
  database: TenantDatabase,
  ctx: TenantContext,
  states: readonly QueueState[],
): Promise<void> {
  if (states.length === 0) return;
  await database.query(
    ctx,
    `update conversations c set
       status = case when s.status <> 'waiting' and c.status = 'closed' then 'closed' else s.status end,
       waiting_since = s.waiting_since, due_at = s.due_at, preview = coalesce(m.preview, ''), last_message_at = coalesce(m.sent_at, c.last_message_at),
       last_direction = coalesce(m.direction, c.last_direction), message_count = n.count, pending_delivery = p.delivery_status
     from unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::timestamptz[]) s (id, status, waiting_since, due_at)
     cross join lateral (
       select count(*)::int as count from messages
       where workspace_id = $1 and conversation_id = s.id and direction <> 'note' and delivery_status is distinct from 'cancelled') n
     left join lateral (
       select left(regexp_replace(text, '\\s+', ' ', 'g'), 160) as preview, sent_at, direction from messages
       where workspace_id = $1 and conversation_id = s.id and direction <> 'note' and delivery_status is distinct from 'cancelled'
       order by sent_at desc, id desc limit 1) m on true
     left join lateral (
       select delivery_status from messages
       where workspace_id = $1 and conversation_id = s.id and delivery_status in ('queued', 'sending', 'failed')
       order by sent_at desc, id desc limit 1) p on true
     where c.workspace_id = $1 and c.id = s.id`,
    [
      ctx.workspaceId,
      states.map(({ conversationId }) => conversationId),
      states.map(({ status }) => status),
      states.map(({ waitingSince }) => waitingSince),
      states.map(({ dueAt }) => dueAt),
    ],
    { name: 'store-queue-states' },
  );
}
