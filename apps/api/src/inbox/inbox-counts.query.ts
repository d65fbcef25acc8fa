import { URGENT_WITHIN_MS } from '@dangol/crm';
import type { TenantContext, TenantDatabase } from '@dangol/db';
import type { InboxCounts } from './inbox.model.ts';

/** Counts stop here: beyond it the exact number helps nobody and costs a scan. */
export const COUNT_LIMIT = 1_000;

/** How much waits, for the viewer `memberId`. */
export async function queryInboxCounts(
  database: TenantDatabase,
  ctx: TenantContext,
  memberId: string | null,
  now: Date,
): Promise<InboxCounts> {
  const [row] = await database.query<InboxCounts>(
    ctx,
    `with waiting as not materialized (
       select assignee_id, due_at from conversations
       where workspace_id = $1 and status = 'waiting' and (snoozed_until is null or snoozed_until <= $3))
     select
       (select count(*)::int from (select from waiting limit $5) w) as waiting,
       (select count(*)::int from (select from waiting where assignee_id = $2 limit $5) m) as mine,
       (select count(*)::int from (select from waiting where due_at < $3 limit $5) o) as overdue,
       (select count(*)::int from (select from waiting where due_at < $4 limit $5) u) as urgent,
       (select count(*)::int from (
          select from conversations where workspace_id = $1 and status = 'waiting' and snoozed_until > $3 limit $5) s) as snoozed,
       (select count(*)::int from (
          select from conversations where workspace_id = $1 and status = 'closed' and waiting_since is not null limit $5) c) as "closedUnanswered"`,
    [ctx.workspaceId, memberId, now, new Date(now.getTime() + URGENT_WITHIN_MS), COUNT_LIMIT],
    { name: 'inbox-counts' },
  );
  return row!;
}
