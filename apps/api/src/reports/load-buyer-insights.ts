import { currencyExponent, divideHalfEven, type BuyerGrade } from '@dangol/crm';
import type { TenantDatabase } from '@dangol/db';
import { queryBaseCurrency } from '../exchange-rates/index.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { maySeeMoney } from '../platform/permissions/field-permissions.ts';
import type { BuyerInsights, OrderBand, PeriodArgs } from './buyer-insights.model.ts';
import { queryConversion, queryRepeatRates, querySenders } from './buyers-report.query.ts';
import { queryCountries, queryFirstOrderBands, queryOrderValues, queryRevenueMonths } from './orders-report.query.ts';
import { reportScope, type ReportScope } from './report-scope.ts';

const GRADES: readonly BuyerGrade[] = ['A', 'B', 'C'];
const CONVERSION_KEYS = [...GRADES, 'L1', 'L2', 'L3', 'L4', 'NONE'];
/** Edges of the size bands of first orders, units of the base currency (seed 004, 4.8: first orders are $200-400). */
const BAND_EDGES = [0n, 200n, 400n, 800n, 1_200n];

/** Every figure of the buyer report, for a period that was checked. */
export async function loadBuyerInsights(
  database: TenantDatabase,
  ctx: RequestContext,
  period: PeriodArgs,
  now: Date,
): Promise<BuyerInsights> {
  const scope = reportScope(ctx, period, now);
  const { baseCurrency } = await queryBaseCurrency(database, ctx, now);
  const [conversion, values, months, firstOrderBands, countries, rates, senders] = await Promise.all([
    queryConversion(database, scope),
    queryOrderValues(database, scope),
    queryRevenueMonths(database, scope),
    maySeeMoney(ctx) ? loadBands(database, scope, baseCurrency) : [],
    queryCountries(database, scope),
    queryRepeatRates(database, scope),
    querySenders(database, scope),
  ]);
  const money = (minor: bigint | string) => ({ minor, currency: baseCurrency });
  return {
    ...period,
    baseCurrency,
    conversion: CONVERSION_KEYS.map((key) => {
      const { buyers, inquirers, ordered } = conversion.find((row) => row.key === key) ?? NOBODY;
      return { key, buyers, inquirers, ordered, rate: inquirers > 0 ? ordered / inquirers : null };
    }),
    orderValues: GRADES.map((grade) => {
      const row = values.find((value) => value.grade === grade);
      const averageOrder = row ? money(divideHalfEven(BigInt(row.minor), BigInt(row.orders))) : null;
      return { grade, orders: row?.orders ?? 0, averageOrder };
    }),
    revenue: months.map(({ month, firstMinor, repeatMinor }) => ({
      month,
      first: money(firstMinor),
      repeat: money(repeatMinor),
    })),
    firstOrderBands,
    countries: countries.map(({ minor, ...row }) => ({ ...row, revenue: money(minor) })),
    repeatRate: rates.now,
    repeatRateBefore: rates.before,
    ...sumRevenue(months, baseCurrency),
    ...senders,
  };
}

const NOBODY = { buyers: 0, inquirers: 0, ordered: 0 };

async function loadBands(database: TenantDatabase, scope: ReportScope, currency: string): Promise<OrderBand[]> {
  const edges = BAND_EDGES.map((edge) => edge * 10n ** BigInt(currencyExponent(currency)));
  const counts = await queryFirstOrderBands(database, scope, edges);
  return edges.map((fromMinor, index) => ({
    fromMinor,
    toMinor: edges[index + 1] ?? null,
    orders: counts[index] ?? 0,
  }));
}

function sumRevenue(
  months: readonly { firstMinor: string; repeatMinor: string }[],
  currency: string,
): Pick<BuyerInsights, 'firstRevenue' | 'reorderRevenue' | 'reorderShare'> {
  const first = months.reduce((sum, { firstMinor }) => sum + BigInt(firstMinor), 0n);
  const reorder = months.reduce((sum, { repeatMinor }) => sum + BigInt(repeatMinor), 0n);
  const all = first + reorder;
  return {
    firstRevenue: { minor: first, currency },
    reorderRevenue: { minor: reorder, currency },
    // Divided as whole numbers: amounts above 2^53 would lose digits as floats.
    reorderShare: all > 0n ? Number((reorder * 1_000_000n) / all) / 1_000_000 : null,
  };
}
