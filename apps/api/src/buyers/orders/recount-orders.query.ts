import type { TenantContext, TenantDatabase } from '@dangol/db';

/** A buyer whose number of paid orders is another than before. */
export interface RecountedBuyer {
  id: string;
  before: number;
  orderCount: number;
}

/** A paid order: it was paid, was not cancelled, and is no sample (spec crm, Tags). `$2` is now. */
const PAID = 'o.paid_at <= $2::timestamptz and o.cancelled_at is null and not o.is_sample';
const LAST_YEAR = `o.paid_at > $2::timestamptz - interval '12 months'`;

/**
 * Counts the paid orders of all buyers, or of the given ones, anew: figures on the buyers, and sums per currency. Writes only
 * what changed and answers whose number moved. The gap is the median over distinct order days of the workspace's zone, so that
 * two orders of one day make no gap of zero. What somebody else recounted meanwhile stays as counted there.
 */
export async function recountOrders(
  database: TenantDatabase,
  ctx: TenantContext,
  buyerIds: readonly string[] | 'all',
  now: Date,
): Promise<RecountedBuyer[]> {
  const of = (column: string): string => (buyerIds === 'all' ? '' : `and ${column} = any ($3::uuid[])`);
  const params = [ctx.workspaceId, now, ...(buyerIds === 'all' ? [] : [buyerIds])];
  const moved = await database.query<RecountedBuyer>(ctx, figuresSql(of), params);
  await database.query(ctx, totalsSql(of), params);
  return moved;
}

type Scope = (column: string) => string;

function figuresSql(of: Scope): string {
  return `
with paid as materialized (
  select o.buyer_id, o.paid_at, o.placed_at, o.base_total_minor, ${LAST_YEAR} as last_year
  from orders o where o.workspace_id = $1 and ${PAID} ${of('o.buyer_id')}),
sums as (
  select buyer_id, count(*)::int as orders, min(paid_at) as first_at, max(paid_at) as last_at, sum(base_total_minor)::bigint as total,
    coalesce(sum(base_total_minor) filter (where last_year), 0)::bigint as year
  from paid group by buyer_id),
gaps as (
  select buyer_id, round(percentile_cont(0.5) within group (order by gap))::int as days
  from (select buyer_id, day - lag(day) over (partition by buyer_id order by day) as gap
    from (select distinct p.buyer_id, (p.placed_at at time zone w.time_zone)::date as day from paid p join workspaces w on w.id = $1) days) gaps
  where gap is not null group by buyer_id),
counted as (
  select b.id, b.order_count as before, b.last_order_at as last_before, b.paid_total_minor as total_before, coalesce(s.orders, 0) as orders,
    s.first_at, s.last_at, coalesce(s.year, 0) as year, coalesce(s.total, 0) as total, g.days
  from buyers b left join sums s on s.buyer_id = b.id left join gaps g on g.buyer_id = b.id
  where b.workspace_id = $1 ${of('b.id')}
    and (b.order_count, b.first_order_at, b.last_order_at, b.paid_year_minor, b.paid_total_minor, b.usual_gap_days)
      is distinct from (coalesce(s.orders, 0), s.first_at, s.last_at, coalesce(s.year, 0), coalesce(s.total, 0), g.days)),
written as (
  update buyers b set order_count = c.orders, first_order_at = c.first_at, last_order_at = c.last_at, paid_year_minor = c.year,
    paid_total_minor = c.total, usual_gap_days = c.days
  from counted c
  where b.workspace_id = $1 and b.id = c.id
    and (b.order_count, b.last_order_at, b.paid_total_minor) is not distinct from (c.before, c.last_before, c.total_before)
  returning b.id, c.before, b.order_count)
select id, before, order_count as "orderCount" from written where before <> order_count order by id`;
}

function totalsSql(of: Scope): string {
  return `
with totals as materialized (
  select o.buyer_id, o.currency, count(*)::int as orders, coalesce(sum(o.total_minor) filter (where ${LAST_YEAR}), 0)::bigint as year,
    sum(o.total_minor)::bigint as total
  from orders o where o.workspace_id = $1 and ${PAID} ${of('o.buyer_id')} group by o.buyer_id, o.currency),
known as materialized (
  select t.id, t.buyer_id, t.currency, t.order_count, t.paid_year_minor, t.paid_total_minor, n.orders, n.year, n.total
  from buyer_order_totals t left join totals n on n.buyer_id = t.buyer_id and n.currency = t.currency
  where t.workspace_id = $1 ${of('t.buyer_id')}),
gone as (
  delete from buyer_order_totals t using known k where t.workspace_id = $1 and t.id = k.id and k.orders is null
    and (t.order_count, t.paid_total_minor) = (k.order_count, k.paid_total_minor)),
changed as (
  update buyer_order_totals t set order_count = k.orders, paid_year_minor = k.year, paid_total_minor = k.total
  from known k
  where t.workspace_id = $1 and t.id = k.id and k.orders is not null
    and (k.order_count, k.paid_year_minor, k.paid_total_minor) <> (k.orders, k.year, k.total)
    and (t.order_count, t.paid_total_minor) = (k.order_count, k.paid_total_minor))
insert into buyer_order_totals (workspace_id, id, buyer_id, currency, order_count, paid_year_minor, paid_total_minor)
select $1, gen_random_uuid(), n.buyer_id, n.currency, n.orders, n.year, n.total
from totals n left join known k on k.buyer_id = n.buyer_id and k.currency = n.currency where k.id is null
on conflict (workspace_id, buyer_id, currency) do nothing`;
}
