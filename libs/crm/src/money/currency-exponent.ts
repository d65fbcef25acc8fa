/**
 * Currencies of ISO 4217 (list one) whose minor unit is not a hundredth. A table instead of `Intl`, because Intl follows
 * CLDR's customs, which change between runtimes: money must mean the same on the server and in every browser.
 */
const EXPONENT_OF: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((c) => [c, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((c) => [c, 3])),
  CLF: 4,
  UYW: 4,
};

/** Decimal places of a currency's minor unit: USD 2, JPY and KRW 0, KWD 3. Throws a RangeError for anything but a code. */
export function currencyExponent(currency: string): number {
  if (!/^[A-Z]{3}$/.test(currency)) throw new RangeError(`Not an ISO 4217 currency code: ${currency}`);
  return EXPONENT_OF[currency] ?? 2;
}
