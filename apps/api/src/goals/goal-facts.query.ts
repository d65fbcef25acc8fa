import type { BuyerGrade } from '@dangol/crm';
import type { GoalEntity, TenantContext, TenantDatabase } from '@dangol/db';

/** What the buyers of one grade who count for a kind of goal did; money in minor units of the base currency. */
export interface GoalFacts {
  readonly counted: GoalEntity['counted'];
  readonly year: number;
  readonly grade: BuyerGrade;
  readonly buyers: number;
  /** Paid in the year, and the part of it from second and later orders. */
  readonly paidMinor: string;
  readonly reorderMinor: string;
  /** Orders paid in the 12 months up to now. */
  readonly recentOrders: number;
  readonly recentMinor: string;
}

/** Facts for every kind of goal (counted buyers and year) that the workspace has, in one statement. */
export function queryGoalFacts(database: TenantDatabase, ctx: TenantContext, now: Date): Promise<GoalFacts[]> {
  return database.query<GoalFacts>(ctx, FACTS, [ctx.workspaceId, now], { name: 'goal-facts' });
}

// Orders are grouped per buyer, looked up one by one, and grouped again before they meet the kinds of goals: joins of large
// groups are planned by estimates, which are wrong while statistics are young. An erased buyer no longer counts as a buyer;
// what it paid stays paid.
const FACTS = `
  with w as materialized (select time_zone from workspaces where id = $1),
  paid as (
    select o.buyer_id, o.paid_at, o.base_total_minor as minor, extract(year from o.paid_at at time zone (select time_zone from w))::int as year,
      row_number() over (partition by o.buyer_id order by o.paid_at, o.base_total_minor) > 1 as again
    from orders o where o.workspace_id = $1 and o.paid_at <= $2::timestamptz and o.cancelled_at is null and not o.is_sample),
  per_year as (
    select buyer_id, year, sum(minor) as paid, coalesce(sum(minor) filter (where again), 0) as reorder,
      count(*) filter (where paid_at > $2::timestamptz - interval '1 year') as recent_orders,
      coalesce(sum(minor) filter (where paid_at > $2::timestamptz - interval '1 year'), 0) as recent
    from paid group by 1, 2),
  profiles as (
    select null::int as year, coalesce(grade, 'C') as grade, least(order_count, 2) as orders, platform_level is not null as levelled,
      count(*) as buyers, 0 as paid, 0 as reorder, 0 as recent_orders, 0 as recent
    from buyers where workspace_id = $1 and erased_at is null group by 1, 2, 3, 4
    union all
    select p.year, b.grade, b.orders, b.levelled, 0, sum(p.paid), sum(p.reorder), sum(p.recent_orders), sum(p.recent)
    from per_year p cross join lateral (
      select coalesce(grade, 'C') as grade, least(order_count, 2) as orders, platform_level is not null as levelled
      from buyers where workspace_id = $1 and id = p.buyer_id offset 0) b
    group by 1, 2, 3, 4),
  kinds as (select distinct counted, year from goals where workspace_id = $1)
  select k.counted, k.year, f.grade, sum(f.buyers)::int as buyers, coalesce(sum(f.paid) filter (where f.year = k.year), 0)::text as "paidMinor",
    coalesce(sum(f.reorder) filter (where f.year = k.year), 0)::text as "reorderMinor",
    sum(f.recent_orders)::int as "recentOrders", sum(f.recent)::text as "recentMinor"
  from kinds k join profiles f
    on case k.counted when 'ordered' then f.orders >= 1 when 'repeat' then f.orders >= 2 when 'platform_level' then f.levelled else true end
  group by 1, 2, 3`;
