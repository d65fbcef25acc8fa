import type { TenantContext, TenantDatabase } from '@dangol/db';

/** An alarm whose instant has come; `stale` when there is nothing left to say. */
export interface RungAlarm {
  readonly kind: 'warning' | 'breach';
  readonly stale: boolean;
  readonly inquiryId: string;
  readonly conversationId: string;
  readonly buyerId: string;
  readonly dueAt: Date;
}

/** Marks due alarms as rung and answers them; those in other hands are left to whoever holds them. */
export function takeDueAlarms(
  database: TenantDatabase,
  ctx: TenantContext,
  now: Date,
  limit: number,
): Promise<RungAlarm[]> {
  return database.query<RungAlarm>(
    ctx,
    `with due as (
       select id from clock_alarms where workspace_id = $1 and fired_at is null and at <= $2
       order by at limit $3 for update skip locked)
     update clock_alarms a set fired_at = $2 from due, inquiries i
     where a.workspace_id = $1 and a.id = due.id and i.workspace_id = $1 and i.id = a.inquiry_id
     returning a.kind, a.inquiry_id as "inquiryId", a.conversation_id as "conversationId", i.buyer_id as "buyerId", i.due_at as "dueAt",
       i.status <> 'open' or (a.kind = 'breach') <> (i.due_at <= $2) as stale`,
    [ctx.workspaceId, now, limit],
    { name: 'take-due-alarms' },
  );
}

/** Ends snoozes whose instant has come. */
export function endSnoozes(
  database: TenantDatabase,
  ctx: TenantContext,
  now: Date,
  limit: number,
): Promise<{ id: string; buyerId: string }[]> {
  return database.query<{ id: string; buyerId: string }>(
    ctx,
    `with ended as (
       select id from conversations where workspace_id = $1 and snoozed_until <= $2
       order by snoozed_until limit $3 for no key update skip locked)
     update conversations c set snoozed_until = null, snooze_reason = null, snoozed_by = null from ended
     where c.workspace_id = $1 and c.id = ended.id returning c.id, c.buyer_id as "buyerId"`,
    [ctx.workspaceId, now, limit],
    { name: 'end-snoozes' },
  );
}

/** The next instant at which something rings or ends; null when nothing will. Both are the first entry of an index. */
export async function queryNextWake(database: TenantDatabase, ctx: TenantContext): Promise<Date | null> {
  const [row] = await database.query<{ at: Date | null }>(
    ctx,
    `select least(
       (select min(at) from clock_alarms where workspace_id = $1 and fired_at is null),
       (select min(snoozed_until) from conversations where workspace_id = $1 and snoozed_until is not null)) as at`,
    [ctx.workspaceId],
    { name: 'next-wake' },
  );
  return row?.at ?? null;
}
