import { currencyExponent } from './currency-exponent.ts';

const RATE = /^(\d+)(?:\.(\d+))?$/;

/**
 * An amount of `fromCurrency` in minor units of `toCurrency`. `rate` is a decimal number as text: units of `toCurrency` for one
 * unit of `fromCurrency`. Exact; a half minor unit goes to the even neighbour, so that many conversions do not drift one way.
 * Throws a RangeError for a rate that is no positive decimal number, or a bad currency code.
 */
export function convertMinor(amountMinor: bigint, fromCurrency: string, toCurrency: string, rate: string): bigint {
  const { units, scale } = parseRate(rate);
  return divideHalfEven(amountMinor * units * oneOf(toCurrency), scale * oneOf(fromCurrency));
}

/**
 * The way back: an amount of `baseCurrency` in minor units of `currency`, where `rate` is what one unit of `currency` is worth
 * in the base, as rates are stored. Rounds and throws as `convertMinor`.
 */
export function convertMinorBack(amountMinor: bigint, baseCurrency: string, currency: string, rate: string): bigint {
  const { units, scale } = parseRate(rate);
  return divideHalfEven(amountMinor * scale * oneOf(currency), units * oneOf(baseCurrency));
}

function parseRate(rate: string): { units: bigint; scale: bigint } {
  const [, whole, decimals = ''] = RATE.exec(rate) ?? [];
  const units = whole === undefined ? 0n : BigInt(whole + decimals);
  if (units === 0n) throw new RangeError(`Not an exchange rate: ${rate}`);
  return { units, scale: 10n ** BigInt(decimals.length) };
}

/** One unit of a currency in its minor units. */
function oneOf(currency: string): bigint {
  return 10n ** BigInt(currencyExponent(currency));
}

/** `numerator / denominator` to a whole number, halves to the even one. The denominator is positive. */
export function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  const sign = numerator < 0n ? -1n : 1n;
  const magnitude = numerator * sign;
  const quotient = magnitude / denominator;
  const doubled = (magnitude % denominator) * 2n;
  const up = doubled > denominator || (doubled === denominator && quotient % 2n === 1n);
  return sign * (up ? quotient + 1n : quotient);
}
