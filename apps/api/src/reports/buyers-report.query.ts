import type { TenantDatabase } from '@dangol/db';
import { COUNTS, PERIOD } from './paid-orders.sql.ts';
import type { ReportScope } from './report-scope.ts';

/** Who asked first in the period, and who of them ordered afterwards; once by grade, once by platform level. */
export function queryConversion(
  database: TenantDatabase,
  scope: ReportScope,
): Promise<{ key: string; buyers: number; inquirers: number; ordered: number }[]> {
  return database.query(
    scope.ctx,
    `with ${PERIOD},
     facts as (
       select b.id as buyer_id, coalesce(b.grade, 'C') as grade, coalesce(b.platform_level, 'NONE') as level,
         null::timestamptz as asked_at, null::timestamptz as paid_at
       from buyers b where b.workspace_id = $1 and b.erased_at is null
       union all
       select i.buyer_id, null, null, i.opened_at, null from inquiries i where i.workspace_id = $1 and i.status <> 'spam'
       union all
       select o.buyer_id, null, null, null, o.paid_at from orders o where ${COUNTS}),
     per_buyer as (
       select max(grade) as grade, max(level) as level, min(asked_at) as asked_at, max(paid_at) as paid_at from facts group by buyer_id),
     keyed as (
       select k.key, b.asked_at >= (select since from w) and b.asked_at < (select until from w) as asked, b.paid_at >= b.asked_at as ordered
       from per_buyer b cross join lateral (values (b.grade), (b.level)) as k (key) where b.grade is not null)
     select key, count(*)::int as buyers, (count(*) filter (where asked))::int as inquirers,
       (count(*) filter (where asked and ordered))::int as ordered
     from keyed group by 1`,
    scope.params,
    { name: 'report-conversion' },
  );
}

/** Share of customers with a second order, at the end of the period and one year before; null while there are no customers. */
export async function queryRepeatRates(
  database: TenantDatabase,
  scope: ReportScope,
): Promise<{ now: number | null; before: number | null }> {
  const [row] = await database.query<{ now: number | null; before: number | null }>(
    scope.ctx,
    `with ${PERIOD},
     ends as materialized (select until, ((until at time zone time_zone) - interval '1 year') at time zone time_zone as before from w),
     per_buyer as (
       select count(*) filter (where o.paid_at < (select until from ends)) as now, count(*) filter (where o.paid_at < (select before from ends)) as before
       from orders o where ${COUNTS} group by o.buyer_id)
     select (count(*) filter (where now >= 2))::float / nullif(count(*) filter (where now >= 1), 0) as now,
       (count(*) filter (where before >= 2))::float / nullif(count(*) filter (where before >= 1), 0) as before
     from per_buyer`,
    scope.params,
    { name: 'report-repeat-rates' },
  );
  return row ?? { now: null, before: null };
}

/** Identities that came in during the period, and the buyer cards they have. */
export async function querySenders(
  database: TenantDatabase,
  scope: ReportScope,
): Promise<{ senders: number; buyersOfSenders: number }> {
  const [row] = await database.query<{ senders: number; buyersOfSenders: number }>(
    scope.ctx,
    `with ${PERIOD}
     select count(i.id)::int as senders, count(distinct i.buyer_id)::int as "buyersOfSenders"
     from w join buyer_identities i on i.workspace_id = $1 and i.created_at >= w.since and i.created_at < w.until
       and i.created_at <= $4::timestamptz`,
    scope.params,
    { name: 'report-senders' },
  );
  return row ?? { senders: 0, buyersOfSenders: 0 };
}
