import { currencyExponent } from '../../money/index.ts';
import { NOTHING, type Read } from './read.ts';
import { expandScientific, withoutGuard } from './read-text.ts';

/** A decimal number as text, whole and fraction apart; exact. */
export interface DecimalText {
  readonly negative: boolean;
  readonly whole: string;
  readonly fraction: string;
}

/** What stands around a number and names its currency. `$` and `¥` name several. */
const SIGNS: Readonly<Record<string, readonly string[]>> = {
  $: ['USD', 'AUD', 'CAD', 'SGD', 'HKD', 'TWD', 'NZD', 'MXN', 'CLP', 'COP', 'ARS'],
  us$: ['USD'],
  $us: ['USD'],
  a$: ['AUD'],
  au$: ['AUD'],
  c$: ['CAD'],
  ca$: ['CAD'],
  s$: ['SGD'],
  hk$: ['HKD'],
  nt$: ['TWD'],
  nz$: ['NZD'],
  r$: ['BRL'],
  '€': ['EUR'],
  '£': ['GBP'],
  '₩': ['KRW'],
  '￦': ['KRW'],
  '\\': ['KRW'], // what Korean keyboards and old fonts show as the won sign
  원: ['KRW'],
  '¥': ['JPY', 'CNY'],
  '￥': ['JPY', 'CNY'],
  円: ['JPY'],
  元: ['CNY', 'TWD', 'HKD'],
  rmb: ['CNY'],
  달러: ['USD'],
  美元: ['USD'],
  '₹': ['INR'],
  '₽': ['RUB'],
  '฿': ['THB'],
  '₫': ['VND'],
};

/** Longest whole part: beyond it an amount no longer fits a bigint column. */
const MAX_DIGITS = 15;

/**
 * An amount of money in minor units. The currency is `currency`, else what stands at the number, else `fallback`. Decimals that
 * the currency does not have are a problem, never rounded.
 */
export function readAmount(
  cell: string,
  currency: string | null,
  fallback: string | null,
  decimalComma: boolean,
): Read<{ minor: bigint; currency: string }> {
  const { number, sign } = splitSign(withoutGuard(cell).trim());
  if (number === '' && sign === '') return NOTHING;
  const expanded = expandScientific(number);
  if (expanded === null) return { problem: 'SCIENTIFIC_NUMBER' };
  const decimal = readDecimal(expanded, decimalComma);
  if (!decimal) return { problem: 'NOT_AN_AMOUNT' };
  const named = sign === '' ? null : currenciesOf(sign);
  if (named?.length === 0) return { problem: 'NOT_AN_AMOUNT' };
  if (currency && named && !named.includes(currency)) return { problem: 'CURRENCY_CONFLICT' };
  const decided = currency ?? decide(named, fallback);
  if (!decided) return { problem: 'CURRENCY_MISSING' };
  const places = currencyExponent(decided);
  if (/[1-9]/.test(decimal.fraction.slice(places))) return { problem: 'DECIMALS_BEYOND_CURRENCY' };
  if (decimal.whole.length > MAX_DIGITS) return { problem: 'NUMBER_OUT_OF_RANGE' };
  const minor = BigInt(decimal.whole + decimal.fraction.slice(0, places).padEnd(places, '0'));
  return { value: { minor: decimal.negative ? -minor : minor, currency: decided } };
}

/** The currency of a cell of its own: a code, or a sign that names one. */
export function readCurrency(cell: string): Read<string> {
  const text = cell.trim();
  if (text === '') return NOTHING;
  const named = currenciesOf(text);
  if (named.length === 0) return { problem: 'UNKNOWN_CURRENCY' };
  return named.length === 1 || text === '$' ? { value: named[0]! } : { problem: 'UNKNOWN_CURRENCY' };
}

/**
 * A number as people write it: `1,234.56`, `1.234,56`, `1 234`, `(12.50)`, `12-`. A single sign before three digits divides
 * thousands, unless it is the decimal sign of the file. Null when it is no number, or not written as the file writes numbers.
 */
export function readDecimal(text: string, decimalComma: boolean): DecimalText | null {
  if (/^\d+$/.test(text)) return { negative: false, whole: text.replace(/^0+(?=\d)/, ''), fraction: '' };
  const match = /^(\(?)\s*([+−–-]?)\s*([\d.,'’\s\u00a0\u202f]*\d|\d*[.,]\d+)[.,]?\s*(-?)(\)?)$/.exec(text);
  if (!match) return null;
  const [, open, before, figures, after, close] = match as unknown as [string, string, string, string, string, string];
  if ((open === '') !== (close === '')) return null;
  const marks = [open, before === '+' ? '' : before, after].filter((mark) => mark !== '').length;
  if (marks > 1) return null;
  const split = splitFigures(figures, decimalComma);
  return split && { negative: marks === 1, ...split };
}

function splitFigures(figures: string, decimalComma: boolean): { whole: string; fraction: string } | null {
  const text = figures.replace(/[\s\u00a0\u202f]/g, ' ');
  const lastComma = text.lastIndexOf(',');
  const lastPoint = text.lastIndexOf('.');
  const mark = decimalMark(text, lastComma, lastPoint, decimalComma);
  const whole = mark < 0 ? text : text.slice(0, mark);
  const fraction = mark < 0 ? '' : text.slice(mark + 1);
  if (!/^\d*$/.test(fraction) || !grouped(whole)) return null;
  return { whole: whole.replace(/\D/g, '').replace(/^0+(?=\d)/, '') || '0', fraction };
}

/** Where the fraction begins; -1 when there is none. */
function decimalMark(text: string, lastComma: number, lastPoint: number, decimalComma: boolean): number {
  if (lastComma >= 0 && lastPoint >= 0) return Math.max(lastComma, lastPoint);
  const last = Math.max(lastComma, lastPoint);
  if (last < 0) return -1;
  const once = text.indexOf(text[last]!) === last;
  const isDecimalSign = (text[last] === ',') === decimalComma;
  if (!once) return -1;
  if (/\d \d{3}/.test(text)) return last; // spaces group already
  // `0.125` and `1234.567` group nothing, whatever the file's habit; `12,5` where the point is the decimal sign is a mistake.
  const couldGroup = text.length - last - 1 === 3 && /^[1-9]\d{0,2}$/.test(text.slice(0, last));
  return isDecimalSign || (text[last] === '.' && !couldGroup) ? last : -1;
}

function grouped(whole: string): boolean {
  return (
    /^\d*$/.test(whole) ||
    /^\d{1,3}(?:([.,'’ ])\d{3})(?:\1\d{3})*$/.test(whole) ||
    /^\d{1,2}(?:,\d{2})*,\d{3}$/.test(whole)
  );
}

function splitSign(text: string): { number: string; sign: string } {
  if (!/[^\d.]/.test(text)) return { number: text, sign: '' };
  const match =
    /^([(+−–-]*)\s*([^\d\s().,+−–-]*)\s*([+−–-]?[\d.,'’\s\u00a0\u202f]*(?:E[+-]\d+)?-?)\s*([^\d\s().,]*)\s*(\)?)$/iu.exec(
      text,
    );
  if (!match) return { number: text, sign: '' };
  const [, open, before, figures, after, close] = match as unknown as [string, string, string, string, string, string];
  return { number: `${open}${figures.trim()}${close}`, sign: before && after ? `${before} ${after}` : before || after };
}

function currenciesOf(sign: string): readonly string[] {
  const parts = sign.toLowerCase().split(' ');
  const meanings = parts.map(
    (part) => SIGNS[part] ?? (/^[a-z]{3}$/.test(part) && isCurrency(part.toUpperCase()) ? [part.toUpperCase()] : []),
  );
  return meanings.reduce((left, right) => left.filter((code) => right.includes(code)));
}

/** A sign that several currencies share means the file's own one where that is among them; `$` alone is the US dollar. */
function decide(named: readonly string[] | null, fallback: string | null): string | null {
  if (!named) return fallback;
  if (fallback && named.includes(fallback)) return fallback;
  return named.length === 1 || named[0] === 'USD' ? named[0]! : null;
}

let currencies: Set<string> | null = null;

/** True for a code of ISO 4217 that this runtime knows. */
export function isCurrency(code: string): boolean {
  currencies ??= new Set(Intl.supportedValuesOf('currency'));
  return currencies.has(code);
}
