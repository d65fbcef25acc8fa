import { NOTHING, type Read } from './read.ts';
import { readDecimal } from './read-amount.ts';
import { expandScientific, withoutGuard } from './read-text.ts';

const MAX_INTEGER = 2_147_483_647;

/** A whole number; the unit that stands after it (`500 pcs`, `1,000개`) is left out. */
export function readInteger(cell: string, decimalComma: boolean, signed: boolean): Read<number> {
  const text = withoutGuard(cell).trim();
  if (text === '') return NOTHING;
  const bare = /^[\d,.]+$/.test(text) ? text : text.replace(/\s*(?!E[+-])[\p{L}]{1,12}[.)]?(?:\([sS]\))?$/u, '');
  const expanded = expandScientific(bare);
  if (expanded === null) return { problem: 'SCIENTIFIC_NUMBER' };
  const decimal = readDecimal(expanded, decimalComma);
  if (!decimal || /[1-9]/.test(decimal.fraction)) return { problem: 'NOT_A_WHOLE_NUMBER' };
  const value = Number(decimal.whole);
  if (value > MAX_INTEGER) return { problem: 'NUMBER_OUT_OF_RANGE' };
  if (decimal.negative && value > 0 && !signed) return { problem: 'BELOW_ZERO' };
  return { value: decimal.negative && value > 0 ? -value : value };
}

/** How many people: of a range such as `51-200 People` the smaller number, so that a company is not made larger than it says. */
export function readHeadcount(cell: string, decimalComma: boolean): Read<number> {
  const range = /(\d[\d,]*)\s*(?:[-~–〜至]|to)\s*(\d[\d,]*)/i.exec(cell);
  const open = /(?:above|over|more than|이상|以上|>|≥)\s*(\d[\d,]*)|(\d[\d,]*)\s*(?:\+|이상|以上)/i.exec(cell);
  return readInteger(range?.[1] ?? open?.[1] ?? open?.[2] ?? cell, decimalComma, false);
}

/** Days; of a range the longer one (promise less, deliver more). Weeks are seven days. */
export function readDays(cell: string, decimalComma: boolean): Read<number> {
  const range = /\d+\s*[-~–〜至]\s*(\d+)/.exec(cell);
  const weeks = /week|wk|주|周|週/i.test(cell);
  const read = readInteger(range?.[1] ?? cell, decimalComma, false);
  return 'value' in read && read.value !== null && weeks ? { value: read.value * 7 } : read;
}

/** Grams; `1.2 kg` and a column whose header says kg count in kilograms. A part of a gram is a problem. */
export function readGrams(cell: string, decimalComma: boolean, header: string): Read<number> {
  const text = withoutGuard(cell).trim();
  if (text === '') return NOTHING;
  const match = /^(.*?)\s*(kgs?|kilograms?|킬로그램|킬로|千克|公斤|g|gr|grams?|그램|克)?\.?$/i.exec(text);
  const decimal = match && readDecimal(match[1]!, decimalComma);
  if (!decimal) return { problem: 'NOT_A_WHOLE_NUMBER' };
  if (decimal.negative) return { problem: 'BELOW_ZERO' };
  const unit = match[2] ?? (/kg|킬로|千克|公斤/i.test(header) ? 'kg' : 'g');
  const places = /^(k|킬|千|公)/i.test(unit) ? 3 : 0;
  if (/[1-9]/.test(decimal.fraction.slice(places))) return { problem: 'NOT_A_WHOLE_NUMBER' };
  const value = Number(decimal.whole + decimal.fraction.slice(0, places).padEnd(places, '0'));
  return value > MAX_INTEGER ? { problem: 'NUMBER_OUT_OF_RANGE' } : { value };
}
