import type { TenantContext, TenantDatabase } from '@dangol/db';

/** A rate as it is applied: base units for one unit of the currency, of a day, from where. */
export interface DatedRate {
  /** Exact decimal text, for `convertMinor` of libs/crm. */
  readonly rate: string;
  /** The day it is of, YYYY-MM-DD. */
  readonly onDate: string;
  readonly source: string;
}

/**
 * The newest rate on or before `onDate` (YYYY-MM-DD) of each currency that has one; a currency without is left out. The base
 * itself is worth 1, of that day, from `base`.
 */
export async function queryRates(
  database: TenantDatabase,
  ctx: TenantContext,
  base: string,
  currencies: readonly string[],
  onDate: string,
): Promise<Map<string, DatedRate>> {
  const rates = new Map<string, DatedRate>();
  if (currencies.includes(base)) rates.set(base, { rate: '1', onDate, source: 'base' });
  const others = [...new Set(currencies)].filter((currency) => currency !== base);
  if (others.length === 0) return rates;
  const rows = await database.query<DatedRate & { currency: string }>(
    ctx,
    `select distinct on (currency) currency, trim_scale(rate)::text as rate, to_char(on_date, 'YYYY-MM-DD') as "onDate", source
     from exchange_rates where workspace_id = $1 and base_currency = $2 and currency = any ($3::text[]) and on_date <= $4::date
     order by currency, on_date desc`,
    [ctx.workspaceId, base, others, onDate],
    { name: 'exchange-rates-on' },
  );
  for (const { currency, ...rate } of rows) rates.set(currency, rate);
  return rates;
}
