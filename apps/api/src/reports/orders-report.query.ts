import type { BuyerGrade } from '@dangol/crm';
import type { TenantDatabase } from '@dangol/db';
import { COUNTS, IN_PERIOD, PAID, PERIOD } from './paid-orders.sql.ts';
import type { ReportScope } from './report-scope.ts';

/** Orders of the period and their sum per grade. */
export function queryOrderValues(
  database: TenantDatabase,
  scope: ReportScope,
): Promise<{ grade: BuyerGrade; orders: number; minor: string }[]> {
  return database.query(
    scope.ctx,
    `with ${PERIOD},
     per_buyer as (
       select o.buyer_id, count(*) as orders, sum(o.base_total_minor) as minor from orders o where ${COUNTS} and ${IN_PERIOD} group by 1)
     select coalesce((select b.grade from buyers b where b.workspace_id = $1 and b.id = p.buyer_id), 'C') as grade,
       sum(p.orders)::int as orders, sum(p.minor)::text as minor
     from per_buyer p group by 1`,
    scope.params,
    { name: 'report-order-values' },
  );
}

/** Revenue of first and of later orders in every month of the period, oldest first. */
export function queryRevenueMonths(
  database: TenantDatabase,
  scope: ReportScope,
): Promise<{ month: string; firstMinor: string; repeatMinor: string }[]> {
  return database.query(
    scope.ctx,
    `with ${PERIOD}, ${PAID},
     parts as (
       select date_trunc('month', paid_at at time zone (select time_zone from w)) as month,
         case when is_first then minor else 0 end as first, case when is_first then 0 else minor end as repeat
       from paid where ${IN_PERIOD}
       union all
       select month, 0, 0 from generate_series(date_trunc('month', $2::date::timestamp), $3::date::timestamp, interval '1 month') month)
     select to_char(month, 'YYYY-MM') as month, sum(first)::text as "firstMinor", sum(repeat)::text as "repeatMinor"
     from parts group by parts.month order by parts.month`,
    scope.params,
    { name: 'report-revenue-months' },
  );
}

/** First orders of the period in each band between `edges` (minor units, rising, the first 0); the last band has no end. */
export async function queryFirstOrderBands(
  database: TenantDatabase,
  scope: ReportScope,
  edges: readonly bigint[],
): Promise<number[]> {
  const rows = await database.query<{ place: number; orders: number }>(
    scope.ctx,
    `with ${PERIOD}, ${PAID}
     select width_bucket(minor, $5::bigint[]) as place, count(*)::int as orders from paid where is_first and ${IN_PERIOD} group by 1`,
    [...scope.params, edges.map(String)],
    { name: 'report-first-order-bands' },
  );
  return edges.map((_, index) => rows.find(({ place }) => place === index + 1)?.orders ?? 0);
}

/** Customers, orders and revenue of the period per country, most orders first. */
export function queryCountries(
  database: TenantDatabase,
  scope: ReportScope,
): Promise<
  { country: string | null; buyers: number; newBuyers: number; repeatBuyers: number; orders: number; minor: string }[]
> {
  return database.query(
    scope.ctx,
    `with ${PERIOD},
     per_buyer as (
       select o.buyer_id, min(o.paid_at) >= (select since from w) as is_new, count(*) filter (where ${IN_PERIOD}) as orders,
         sum(o.base_total_minor) filter (where ${IN_PERIOD}) as minor
       from orders o where ${COUNTS} and o.paid_at < (select until from w) group by 1)
     select (select b.country from buyers b where b.workspace_id = $1 and b.id = p.buyer_id) as country, count(*)::int as buyers,
       (count(*) filter (where p.is_new))::int as "newBuyers", (count(*) filter (where not p.is_new))::int as "repeatBuyers",
       sum(p.orders)::int as orders, sum(p.minor)::text as minor
     from per_buyer p where p.orders > 0 group by 1 order by 5 desc, 1`,
    scope.params,
    { name: 'report-countries' },
  );
}
