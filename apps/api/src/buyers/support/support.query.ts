import type { TenantContext, TenantDatabase } from '@dangol/db';
import type { BuyerSupport, InquiredProduct, SupportEntry, SupportPeriod } from './support.model.ts';

/** What was given to a buyer, and its paid orders before and after the first of it. */
export async function querySupport(
  database: TenantDatabase,
  ctx: TenantContext,
  buyerId: string,
): Promise<BuyerSupport> {
  const entries = await database.query<SupportEntry>(
    ctx,
    `select id, kind, what, given_at as "givenAt", sample_id as "sampleId", given_by as "givenById"
     from support_entries where workspace_id = $1 and buyer_id = $2 order by given_at desc, id desc limit 500`,
    [ctx.workspaceId, buyerId],
  );
  const firstAt = entries.at(-1)?.givenAt ?? null;
  if (!firstAt) return { entries, firstAt, before: null, after: null };
  const periods = await queryPeriods(database, ctx, buyerId, firstAt);
  return { entries, firstAt, before: periods(false), after: periods(true) };
}

interface PeriodRow {
  after: boolean;
  orders: number;
  medianIntervalDays: number | null;
  averageMinor: string;
  currency: string;
}

/** Intervals are between order days on one side: the one across the first support belongs to neither. */
async function queryPeriods(
  database: TenantDatabase,
  ctx: TenantContext,
  buyerId: string,
  firstAt: Date,
): Promise<(after: boolean) => SupportPeriod> {
  const rows = await database.query<PeriodRow>(
    ctx,
    `with paid as (
       select o.paid_at >= $3::timestamptz as after, (o.placed_at at time zone w.time_zone)::date as day, o.base_total_minor, w.base_currency
       from orders o join workspaces w on w.id = o.workspace_id
       where o.workspace_id = $1 and o.buyer_id = $2 and o.paid_at is not null and o.cancelled_at is null and not o.is_sample),
     gaps as (
       select after, day - lag(day) over (partition by after order by day) as gap from (select distinct after, day from paid) days)
     select p.after, count(*)::int as orders, round(avg(p.base_total_minor))::bigint::text as "averageMinor", min(p.base_currency) as currency,
       (select round(percentile_cont(0.5) within group (order by gap))::int from gaps g where g.after = p.after and gap is not null) as "medianIntervalDays"
     from paid p group by p.after`,
    [ctx.workspaceId, buyerId, firstAt],
  );
  return (after) => {
    const row = rows.find((one) => one.after === after);
    if (!row) return { orders: 0, medianIntervalDays: null, averageOrder: null };
    const { orders, medianIntervalDays, averageMinor, currency } = row;
    return { orders, medianIntervalDays, averageOrder: { minor: averageMinor, currency } };
  };
}

/** Products that the assistant recognised in the buyer's messages, the newest first. */
export function queryInquiredProducts(
  database: TenantDatabase,
  ctx: TenantContext,
  buyerId: string,
): Promise<InquiredProduct[]> {
  return database.query<InquiredProduct>(
    ctx,
    `select asked.slug, coalesce(p.names ->> w.language, p.names ->> 'en', p.names ->> 'ko', asked.slug) as name, count(distinct d.message_id)::int as times,
       max(m.sent_at) as "lastAt"
     from conversations c
     join drafts d on d.workspace_id = c.workspace_id and d.conversation_id = c.id
     join messages m on m.workspace_id = d.workspace_id and m.id = d.message_id
     cross join lateral jsonb_array_elements_text(coalesce(d.triage -> 'entities' -> 'products', '[]'::jsonb)) as asked (slug)
     join workspaces w on w.id = c.workspace_id
     left join products p on p.workspace_id = c.workspace_id and p.code = asked.slug
     where c.workspace_id = $1 and c.buyer_id = $2
     group by asked.slug, 2 order by 4 desc, 1 limit 50`,
    [ctx.workspaceId, buyerId],
  );
}
