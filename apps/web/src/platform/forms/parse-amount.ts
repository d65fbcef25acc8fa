import { currencyExponent } from '@dangol/crm';

/**
 * Minor units of an amount as a person types it ("1,286.40", "1 286"), or null when it is none or has more decimals than the
 * currency. Exact: the text never passes through a float.
 */
export function parseAmount(typed: string, currency: string): bigint | null {
  const text = typed.replace(/[\s,]/g, '');
  const digits = currencyExponent(currency);
  const match = /^(-?)(\d+)(?:\.(\d*))?$/.exec(text);
  if (!match) return null;
  const [, sign = '', whole = '', fraction = ''] = match;
  if (fraction.length > digits) return null;
  return BigInt(`${sign}${whole}${fraction.padEnd(digits, '0')}`);
}

/** What stands in the field of an amount: minor units as a decimal number without separators. */
export function amountText(minor: bigint | string, currency: string): string {
  const digits = currencyExponent(currency);
  const text = String(minor);
  const sign = text.startsWith('-') ? '-' : '';
  const padded = text.replace('-', '').padStart(digits + 1, '0');
  if (digits === 0) return `${sign}${padded}`;
  return `${sign}${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
}
