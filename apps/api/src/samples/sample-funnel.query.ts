import type { TenantContext, TenantDatabase } from '@dangol/db';
import type { SampleFunnel, SampleFunnelRow } from './sample.model.ts';
import { IS_PAID_FOR, SELLER_BASE } from './sample-row.sql.ts';

type FunnelRow = Omit<SampleFunnelRow, 'cost' | 'sellerPaid'> & {
  dimension: 'all' | 'grade' | 'country';
  cost: string;
  sellerPaid: string;
  currency: string;
};

/** The cohort of samples requested on the days `from` to `to` of the workspace's zone, by grade at the request and by country. */
export async function querySampleFunnel(
  database: TenantDatabase,
  ctx: TenantContext,
  from: string,
  to: string,
): Promise<SampleFunnel> {
  const rows = await database.query<FunnelRow>(
    ctx,
    `select case when grouping(s.grade_at_request) = 0 then 'grade' when grouping(b.country) = 0 then 'country' else 'all' end as dimension,
       case when grouping(s.grade_at_request) = 0 then coalesce(s.grade_at_request, 'NONE')
         when grouping(b.country) = 0 then coalesce(b.country, 'NONE') else 'ALL' end as key,
       count(s.id)::int as requested, count(s.approved_at)::int as approved, count(s.sent_at)::int as sent, count(s.arrived_at)::int as arrived,
       count(s.feedback_at)::int as feedback, count(s.converted_at)::int as converted, count(s.dropped_at)::int as dropped,
       count(s.converted_at)::float / nullif(count(s.id), 0) as "conversionRate",
       coalesce(sum(s.base_cost_minor) filter (where ${IS_PAID_FOR}), 0)::text as cost,
       coalesce(sum(${SELLER_BASE}) filter (where ${IS_PAID_FOR}), 0)::text as "sellerPaid", min(w.base_currency) as currency
     from workspaces w
     left join sample_requests s on s.workspace_id = w.id and s.kind = 'evaluation'
       and s.requested_at >= $2::date::timestamp at time zone w.time_zone and s.requested_at < ($3::date + 1)::timestamp at time zone w.time_zone
     left join buyers b on b.workspace_id = w.id and b.id = s.buyer_id
     where w.id = $1
     group by grouping sets ((), (s.grade_at_request), (b.country))
     order by requested desc, key`,
    [ctx.workspaceId, from, to],
  );
  const of = (dimension: FunnelRow['dimension']): SampleFunnelRow[] =>
    rows.filter((row) => row.dimension === dimension && (row.requested > 0 || dimension === 'all')).map(withMoney);
  return {
    rows: of('all'),
    byGrade: of('grade').toSorted((a, b) => (a.key < b.key ? -1 : 1)), // A, B, C, NONE
    byCountry: of('country'),
  };
}

function withMoney({ currency, cost, sellerPaid, ...row }: FunnelRow): SampleFunnelRow {
  return { ...row, cost: { minor: cost, currency }, sellerPaid: { minor: sellerPaid, currency } };
}
