import type { BuyerFacts, BuyerGrade, BusinessType, Fact, PlatformLevel, RequirementDetail } from '@dangol/crm';
import type { TenantContext, TenantDatabase } from '@dangol/db';
import { buyerFactsSql } from './buyer-facts.sql.ts';

/** Facts of one buyer with what the stored grade rests on. */
export interface BuyerFactsRow {
  id: string;
  /** The last computed grade. */
  previousGrade: BuyerGrade | null;
  /** The grade that stands, by rule or by a person. */
  effectiveGrade: BuyerGrade | null;
  overrideGrade: BuyerGrade | null;
  levelRank: number;
  facts: BuyerFacts;
  bestLevel: PlatformLevel | null;
  /** Digest of the facts. */
  factsKey: bigint;
}

interface Row {
  id: string;
  previous_grade: BuyerGrade | null;
  effective_grade: BuyerGrade | null;
  override_grade: BuyerGrade | null;
  level_rank: number;
  paid_orders: number;
  paid_year: string;
  average_order: string | null;
  orders_at: number | null;
  employees: number | null;
  annual_purchase: string | null;
  company_type: BusinessType | null;
  web_site: true | null;
  company_at: number | null;
  signals_at: number | null;
  target_price: boolean | null;
  deadline: boolean | null;
  details: RequirementDetail[];
  sample: true | null;
  sample_at: number | null;
  replies: boolean | null;
  replies_at: number | null;
  l1_at: number | null;
  l2_at: number | null;
  l3_at: number | null;
  l4_at: number | null;
  unpaid_orders: number;
  spam_reports: number;
  facts_key: string;
}

const FACTS_SQL = buyerFactsSql('given');

/** Everything the grade rests on for the given buyers, in one statement. Money in minor units of `currency`. */
export async function queryBuyerFacts(
  database: TenantDatabase,
  ctx: TenantContext,
  buyerIds: readonly string[],
  currency: string,
  asOf: Date,
): Promise<BuyerFactsRow[]> {
  const rows = await database.query<Row>(ctx, FACTS_SQL, [ctx.workspaceId, asOf, buyerIds], { name: 'buyer-facts' });
  return rows.map((row) => toFacts(row, currency));
}

function toFacts(row: Row, currency: string): BuyerFactsRow {
  const ordered = row.paid_orders > 0;
  const company = <T>(value: T | null): Fact<T> | null => fact(value, 'record', row.company_at);
  const signal = <T>(value: T): Fact<T> | null => fact(value, 'conversation', row.signals_at);
  const levels = [
    ['L4', row.l4_at],
    ['L3', row.l3_at],
    ['L2', row.l2_at],
    ['L1', row.l1_at],
  ] as const;
  const platformLevels = levels.flatMap(([level, at]) => fact<PlatformLevel>(level, 'platform', at) ?? []);
  return {
    id: row.id,
    previousGrade: row.previous_grade,
    effectiveGrade: row.effective_grade,
    overrideGrade: row.override_grade,
    levelRank: row.level_rank,
    factsKey: BigInt(row.facts_key),
    bestLevel: platformLevels[0]?.value ?? null,
    facts: {
      currency,
      hasOrdered: ordered,
      paidLastYearMinor: ordered ? fact(BigInt(row.paid_year), 'orders', row.orders_at) : null,
      averageOrderMinor: ordered ? fact(BigInt(row.average_order ?? 0), 'orders', row.orders_at) : null,
      askedValueMinor: null, // needs list prices, which the catalogue does not hold yet
      employees: company(row.employees),
      annualPurchaseMinor: company(row.annual_purchase === null ? null : BigInt(row.annual_purchase)),
      businessType: company(row.company_type),
      hasWebSite: company(row.web_site),
      quantityPerMoq: null, // needs the minimum order quantity of the product asked for
      gaveTargetPrice: signal(row.target_price === true),
      gaveDeadline: signal(row.deadline === true),
      requirementDetails: signal(row.details),
      tookSample: fact(row.sample, 'samples', row.sample_at),
      repliesWithin48h: fact(row.replies, 'conversation', row.replies_at),
      platformLevels,
      lostDisputes: 0, // there are no disputes yet
      unpaidOrders: row.unpaid_orders,
      spamReports: row.spam_reports,
    },
  };
}

/** Null when either the value or the instant it was learned is not known. */
function fact<T>(value: T | null, source: string, knownAtMs: number | null): Fact<T> | null {
  return value === null || knownAtMs === null ? null : { value, source, knownAtMs };
}
