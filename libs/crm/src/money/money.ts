import { currencyExponent } from './currency-exponent.ts';

/** An amount in minor units (cents, won) of an ISO 4217 currency. Never a float. */
export interface Money {
  readonly minor: bigint;
  readonly currency: string;
}

/** Thrown when amounts of different currencies meet; only a conversion with a dated rate may join them. */
export class CurrencyMismatchError extends Error {
  override readonly name = 'CurrencyMismatchError';
  constructor(
    readonly left: string,
    readonly right: string,
  ) {
    super(`Amounts in ${left} and ${right} cannot be combined without an exchange rate.`);
  }
}

/** Sum of two amounts of one currency. Throws CurrencyMismatchError for two currencies. */
export function addMoney(left: Money, right: Money): Money {
  if (left.currency !== right.currency) throw new CurrencyMismatchError(left.currency, right.currency);
  return { minor: left.minor + right.minor, currency: left.currency };
}

/**
 * The amount as a reader of `locale` (BCP 47) expects it, with all decimals of the currency: `$1,234.50`, `₩1,235`; with the
 * code where a sign would not say whose dollars they are: `USD 1,234.50`. Exact for any size. Throws a RangeError for a bad
 * currency code or locale.
 */
export function formatMoney(money: Money, locale: string, currencyDisplay: 'symbol' | 'code' = 'symbol'): string {
  const digits = currencyExponent(money.currency);
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: money.currency,
    currencyDisplay,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return format.format(toDecimal(money.minor, digits));
}

/** Exact decimal text: a number would lose the last digits of a large amount. */
function toDecimal(minor: bigint, digits: number): `${number}` {
  const sign = minor < 0n ? '-' : '';
  const figures = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0');
  const whole = figures.slice(0, figures.length - digits);
  return `${sign}${whole}.${figures.slice(figures.length - digits) || '0'}` as `${number}`;
}
