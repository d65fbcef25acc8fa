import { convertMinor, type Money } from '@dangol/crm';
import type { TenantContext, TenantDatabase } from '@dangol/db';

/** Rates into the base currency, for amounts of many days. */
export class DatedRates {
  constructor(
    private readonly baseCurrency: string,
    private readonly rates: ReadonlyMap<string, readonly { onDate: string; rate: string }[]>,
  ) {}

  /**
   * What the amount is worth in minor units of the base: at the newest rate on or before the day, else at the earliest there is,
   * because a workspace that moves in has rates from the day it came and orders from before. Null without any rate.
   */
  toBase({ minor, currency }: Money, at: Date): bigint | null {
    if (currency === this.baseCurrency) return minor;
    const dated = this.rates.get(currency);
    if (!dated || dated.length === 0) return null;
    const day = at.toISOString().slice(0, 10);
    let [low, high] = [0, dated.length]; // the number of rates on or before the day
    while (low < high) {
      const middle = (low + high) >> 1;
      if (dated[middle]!.onDate <= day) low = middle + 1;
      else high = middle;
    }
    return convertMinor(minor, currency, this.baseCurrency, dated[Math.max(0, low - 1)]!.rate);
  }
}

/** The rates of the currencies, in one statement. */
export async function loadRates(
  database: TenantDatabase,
  ctx: TenantContext,
  baseCurrency: string,
  currencies: readonly string[],
): Promise<DatedRates> {
  const others = [...new Set(currencies)].filter((currency) => currency !== baseCurrency);
  if (others.length === 0) return new DatedRates(baseCurrency, new Map());
  const rows = await database.query<{ currency: string; onDate: string; rate: string }>(
    ctx,
    `select currency, to_char(on_date, 'YYYY-MM-DD') as "onDate", trim_scale(rate)::text as rate from exchange_rates
     where workspace_id = $1 and base_currency = $2 and currency = any ($3::text[]) order by currency, on_date`,
    [ctx.workspaceId, baseCurrency, others],
  );
  return new DatedRates(
    baseCurrency,
    Map.groupBy(rows, ({ currency }) => currency),
  );
}
