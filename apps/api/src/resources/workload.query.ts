import type { BuyerGrade } from '@dangol/crm';
import type { TenantContext, TenantDatabase } from '@dangol/db';

/** What one member has to do with the buyers of one grade; a count that does not apply is 0. */
export interface WorkloadCell {
  /** Null: of buyers that nobody owns. */
  readonly memberId: string | null;
  readonly grade: BuyerGrade;
  readonly owned: number;
  readonly waiting: number;
  readonly replies: number;
  readonly notes: number;
  readonly samples: number;
  /** Paid in the period by the buyers owned, minor units of the base currency. */
  readonly revenueMinor: string;
}

/**
 * Buyers owned, conversations waiting, acts and revenue per member and grade, in one statement. The period is the last `days`
 * days of the workspace's zone up to `now`; the grade is the buyer's grade now, and C for one not graded yet.
 */
export function queryWorkloadCells(
  database: TenantDatabase,
  ctx: TenantContext,
  days: number,
  now: Date,
): Promise<WorkloadCell[]> {
  return database.query<WorkloadCell>(ctx, CELLS, [ctx.workspaceId, now, days], { name: 'workload-cells' });
}

// Acts of the period look their buyer up one by one (`offset 0` keeps it so): a join is planned by estimates, which are wrong
// while statistics are young.
const BUYER = `select b.owner_id, coalesce(b.grade, 'C') as grade from buyers b where b.workspace_id = $1`;
const CELLS = `
  with w as materialized (
    select (date_trunc('day', $2::timestamptz at time zone time_zone) - make_interval(days => $3::int - 1)) at time zone time_zone as since
    from workspaces where id = $1),
  acts as (
    select m.author_member_id as member_id, c.buyer_id, (m.direction = 'outbound')::int as replies, (m.direction = 'note')::int as notes, 0 as samples
    from messages m cross join lateral (
      select buyer_id from conversations where workspace_id = $1 and id = m.conversation_id offset 0) c
    where m.workspace_id = $1 and m.author_member_id is not null and m.sent_at >= (select since from w) and m.sent_at <= $2
      and (m.direction = 'note' or (m.direction = 'outbound' and m.delivery_status = 'delivered'))
    union all
    select author_id, buyer_id, 0, 1, 0 from buyer_notes
    where workspace_id = $1 and created_at >= (select since from w) and created_at <= $2
    union all
    select requested_by, buyer_id, 0, 0, 1 from sample_requests
    where workspace_id = $1 and requested_by is not null and requested_at >= (select since from w) and requested_at <= $2),
  cells as (
    select owner_id as member_id, coalesce(grade, 'C') as grade, 1 as owned, 0 as waiting, 0 as replies, 0 as notes, 0 as samples, 0::bigint as revenue
    from buyers where workspace_id = $1 and erased_at is null
    union all
    select coalesce(c.assignee_id, b.owner_id), b.grade, 0, 1, 0, 0, 0, 0
    from conversations c cross join lateral (${BUYER} and b.id = c.buyer_id offset 0) b where c.workspace_id = $1 and c.status = 'waiting'
    union all
    select a.member_id, b.grade, 0, 0, a.replies, a.notes, a.samples, 0 from acts a cross join lateral (${BUYER} and b.id = a.buyer_id offset 0) b
    union all
    select b.owner_id, b.grade, 0, 0, 0, 0, 0, o.base_total_minor
    from orders o cross join lateral (${BUYER} and b.id = o.buyer_id offset 0) b
    where o.workspace_id = $1 and o.paid_at >= (select since from w) and o.paid_at <= $2 and o.cancelled_at is null and not o.is_sample)
  select member_id as "memberId", grade, sum(owned)::int as owned, sum(waiting)::int as waiting, sum(replies)::int as replies,
    sum(notes)::int as notes, sum(samples)::int as samples, sum(revenue)::text as "revenueMinor"
  from cells group by 1, 2`;

/** A member as the workload names it. */
export interface WorkloadMember {
  readonly id: string;
  readonly capacity: number | null;
  readonly active: boolean;
}

/** Capacity and standing of everybody who is or was in the workspace, and the base currency. */
export async function queryWorkloadSettings(
  database: TenantDatabase,
  ctx: TenantContext,
): Promise<{ baseCurrency: string; members: Map<string, WorkloadMember> }> {
  const rows = await database.query<WorkloadMember & { baseCurrency: string }>(
    ctx,
    `select w.base_currency as "baseCurrency", m.id, m.capacity, m.status = 'active' as active
     from workspaces w join members m on m.workspace_id = w.id where w.id = $1`,
    [ctx.workspaceId],
  );
  return { baseCurrency: rows[0]?.baseCurrency ?? '', members: new Map(rows.map((row) => [row.id, row])) };
}
