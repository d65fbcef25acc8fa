import type { TenantContext, TenantDatabase } from '@dangol/db';

/** What the clocks say of a conversation: whether it waits, since when, and until when it should be answered. */
export interface QueueState {
  readonly conversationId: string;
  readonly status: string;
  readonly waitingSinceMs: number | null;
  readonly dueMs: number | null;
}

/** A person who put the conversation away is not overruled by its clocks: whoever brings it back says so before. */
const STATUS = `case when c.status = 'closed' then 'closed' else s.status end`;
/** A snooze never outlives the deadline, nor the wait. */
const SLEEPS = `(${STATUS} = 'waiting' and c.snoozed_until < s.due_at)`;

/**
 * Updates what the inbox list shows and sorts by, from `source`, a relation of (id, status, waiting_since, due_at). $1 is the
 * workspace.
 */
export const updateQueueStates = (source: string): string => `
  update conversations c set
    status = ${STATUS}, waiting_since = s.waiting_since, due_at = s.due_at,
    snoozed_until = case when ${SLEEPS} then c.snoozed_until end, snooze_reason = case when ${SLEEPS} then c.snooze_reason end,
    snoozed_by = case when ${SLEEPS} then c.snoozed_by end,
    preview = coalesce(m.preview, ''), last_message_at = coalesce(m.sent_at, c.last_message_at),
    last_direction = coalesce(m.direction, c.last_direction), message_count = n.count, pending_delivery = p.delivery_status
  from ${source} s
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
  where c.workspace_id = $1 and c.id = s.id`;

/** Threads of which all is the past: nothing waits in them. */
export async function storeAnsweredStates(
  database: TenantDatabase,
  ctx: TenantContext,
  conversationIds: readonly string[],
): Promise<void> {
  if (conversationIds.length === 0) return;
  await database.query(
    ctx,
    updateQueueStates(
      `(select id, 'answered' as status, null::timestamptz as waiting_since, null::timestamptz as due_at from unnest($2::uuid[]) id)`,
    ),
    [ctx.workspaceId, conversationIds],
    { name: 'store-answered-states' },
  );
}
