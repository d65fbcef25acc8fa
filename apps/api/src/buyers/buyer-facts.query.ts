import type { BuyerFacts, BuyerGrade, BusinessType, Fact, PlatformLevel, RequirementDetail } from '@dangol/crm';
import type { TenantContext, TenantDatabase } from '@dangol/db';

/** Facts of one buyer with what the stored grade rests on. */
export interface BuyerFactsRow {
  id: string;
  previousGrade: BuyerGrade | null;
  facts: BuyerFacts;
  orderCount: number;
  firstOrderAt: Date | null;
  lastOrderAt: Date | null;
  bestLevel: PlatformLevel | null;
}

interface Row {
  id: string;
  grade: BuyerGrade | null;
  updated_at: Date;
  employees: number | null;
  annual_purchase_minor: string | null;
  company_type: string | null;
  web_site: string | null;
  order_count: number;
  first_order_at: Date | null;
  last_order_at: Date | null;
  paid_last_year_minor: string | null;
  average_order_minor: string | null;
  inquiries_read: number;
  signals_at: Date | null;
  gave_target_price: boolean | null;
  gave_deadline: boolean | null;
  details: RequirementDetail[];
  spam_reports: number;
  our_reply_at: Date | null;
  answered_within_48h: boolean | null;
  levels: { level: PlatformLevel; at: string }[];
}

/** A paid order is one that was paid, and not cancelled (spec crm, Tags); samples are not in this table yet. */
const FACTS_SQL = `
select b.id, b.grade, b.updated_at, b.employees, b.annual_purchase_minor, b.company_type, b.web_site,
  o.order_count, o.first_order_at, o.last_order_at, o.paid_last_year_minor, o.average_order_minor,
  q.inquiries_read, q.signals_at, q.gave_target_price, q.gave_deadline, q.details, q.spam_reports,
  r.our_reply_at, r.answered_within_48h, l.levels
from buyers b
cross join lateral (
  select count(*)::int as order_count, min(paid_at) as first_order_at, max(paid_at) as last_order_at,
    sum(base_total_minor) filter (where paid_at > $3::timestamptz - interval '12 months') as paid_last_year_minor,
    (sum(base_total_minor) / nullif(count(*), 0))::bigint as average_order_minor
  from orders where workspace_id = $1 and buyer_id = b.id and paid_at is not null and cancelled_at is null and paid_at <= $3) o
cross join lateral (
  select count(*) filter (where signals ? 'readAt')::int as inquiries_read, max((signals ->> 'readAt')::timestamptz) as signals_at,
    bool_or((signals ->> 'targetPrice')::boolean) as gave_target_price, bool_or((signals ->> 'deadline')::boolean) as gave_deadline,
    coalesce((select array_agg(distinct d) from inquiries i2 cross join lateral jsonb_array_elements_text(coalesce(i2.signals -> 'details', '[]'::jsonb)) d
      where i2.workspace_id = $1 and i2.buyer_id = b.id), '{}') as details,
    count(*) filter (where status = 'spam')::int as spam_reports
  from inquiries where workspace_id = $1 and buyer_id = b.id) q
cross join lateral (
  select min(a.accepted_at) as our_reply_at,
    bool_or(exists (select from messages n where n.workspace_id = $1 and n.conversation_id = c.id and n.direction = 'inbound'
      and n.sent_at > a.accepted_at and n.sent_at <= a.accepted_at + interval '48 hours')) as answered_within_48h
  from conversations c join messages a on a.workspace_id = $1 and a.conversation_id = c.id and a.direction = 'outbound' and a.accepted_at is not null
  where c.workspace_id = $1 and c.buyer_id = b.id) r
cross join lateral (
  select coalesce(jsonb_agg(jsonb_build_object('level', platform_level, 'at', seen_at)) filter (where platform_level is not null), '[]'::jsonb) as levels
  from buyer_identities where workspace_id = $1 and buyer_id = b.id) l
where b.workspace_id = $1 and b.id = any ($2::uuid[])`;

const TWO_DAYS_MS = 48 * 3_600_000;

/** Everything the grade rests on for the given buyers, in one statement. Money in minor units of `currency`. */
export async function queryBuyerFacts(
  database: TenantDatabase,
  ctx: TenantContext,
  buyerIds: readonly string[],
  currency: string,
  asOf: Date,
): Promise<BuyerFactsRow[]> {
  const rows = await database.query<Row>(ctx, FACTS_SQL, [ctx.workspaceId, buyerIds, asOf], { name: 'buyer-facts' });
  return rows.map((row) => toFacts(row, currency, asOf));
}

function toFacts(row: Row, currency: string, asOf: Date): BuyerFactsRow {
  const ordered = row.order_count > 0;
  const orderFact = (minor: string | null): Fact<bigint> =>
    fact(BigInt(minor ?? 0), 'orders', row.last_order_at ?? asOf);
  const company = <T>(value: T | null): Fact<T> | null =>
    value === null ? null : fact(value, 'record', row.updated_at);
  const signal = <T>(value: T): Fact<T> | null =>
    row.inquiries_read > 0 ? fact(value, 'conversation', row.signals_at ?? asOf) : null;
  const platformLevels = row.levels.map(({ level, at }) => fact(level, 'platform', new Date(at)));
  return {
    id: row.id,
    previousGrade: row.grade,
    orderCount: row.order_count,
    firstOrderAt: row.first_order_at,
    lastOrderAt: row.last_order_at,
    bestLevel:
      platformLevels
        .map(({ value }) => value)
        .toSorted()
        .at(-1) ?? null, // 'L1' < 'L4'
    facts: {
      currency,
      hasOrdered: ordered,
      paidLastYearMinor: ordered ? orderFact(row.paid_last_year_minor) : null,
      averageOrderMinor: ordered ? orderFact(row.average_order_minor) : null,
      askedValueMinor: null, // needs list prices, which the catalogue does not hold yet
      employees: company(row.employees),
      annualPurchaseMinor: company(row.annual_purchase_minor === null ? null : BigInt(row.annual_purchase_minor)),
      businessType: company(row.company_type as BusinessType | null),
      hasWebSite: company(row.web_site === null ? null : true),
      quantityPerMoq: null, // needs the minimum order quantity of the product asked for
      gaveTargetPrice: signal(row.gave_target_price === true),
      gaveDeadline: signal(row.gave_deadline === true),
      requirementDetails: signal(row.details),
      tookSample: null,
      repliesWithin48h: repliesFact(row, asOf),
      platformLevels,
      lostDisputes: 0,
      unpaidOrders: 0,
      spamReports: row.spam_reports,
    },
  };
}

/** Known once the buyer answered in time, or had two days to. */
function repliesFact(row: Row, asOf: Date): Fact<boolean> | null {
  if (!row.our_reply_at) return null;
  if (row.answered_within_48h) return fact(true, 'conversation', row.our_reply_at);
  return asOf.getTime() - row.our_reply_at.getTime() >= TWO_DAYS_MS
    ? fact(false, 'conversation', row.our_reply_at)
    : null;
}

function fact<T>(value: T, source: string, knownAt: Date): Fact<T> {
  return { value, source, knownAtMs: knownAt.getTime() };
}
