import { webAddress } from '../buyers/index.ts';
import { isTimeZone } from '../time/index.ts';
import type { FieldSpec } from './field-spec.ts';
import type { ReadOptions } from './read-options.ts';
import { isCurrency, readAmount, readCurrency } from './values/read-amount.ts';
import { choiceReader, COMPANY_TYPES, readBoolean, readLevel } from './values/read-choice.ts';
import { momentReader } from './values/read-date.ts';
import { readDays, readGrams, readHeadcount, readInteger } from './values/read-number.ts';
import { readCountry, readLanguage } from './values/read-place.ts';
import { expandScientific, readId, readLine, readList, readText, unquoted, withoutGuard } from './values/read-text.ts';
import { NOTHING, type Read } from './values/read.ts';

/** A record while its row is being read. */
export type RowSoFar = Record<string, unknown>;

/** Reads a cell of one field; `row` holds what was read of the row before. */
export type FieldReader = (cell: string, row: RowSoFar) => Read<unknown>;

const MAX_ID = 200;
const MAX_LINE = 200;
const MAX_TEXT = 10_000;
/** Amounts whose currency does not stand in `currency`. */
const CURRENCY_OF: Readonly<Record<string, string>> = {
  annual_purchase: 'annual_purchase_currency',
  cost: 'cost_currency',
};
/** Lists whose entries people part by commas; questions and specifications hold commas themselves. */
const BY_COMMA = new Set(['tags', 'options', 'option_names']);

/** The reader of a field in one file. */
export function fieldReader(
  key: string,
  spec: FieldSpec,
  header: { readonly text: string; readonly currency: string | null },
  options: ReadOptions,
): FieldReader {
  const { decimalComma, readers } = options;
  const fallback = header.currency ?? options.currency;
  switch (spec.type) {
    case 'id':
      return (cell) => readId(cell, spec.max ?? MAX_ID);
    case 'line':
      return (cell) => readLine(cell, spec.max ?? MAX_LINE);
    case 'text':
      return (cell) => readText(cell, spec.max ?? MAX_TEXT);
    case 'list':
      return (cell) => readList(cell, spec.max ?? MAX_LINE, BY_COMMA.has(key));
    case 'email':
      return (cell) =>
        read(readLine(cell, spec.max ?? 320), (text) => readers.email(text.replace(/^mailto:/i, '')), 'NOT_AN_EMAIL');
    case 'phone':
      return (cell, row) => readPhone(cell, (row.country as string | null | undefined) ?? null, options);
    case 'url':
      return (cell) => read(readLine(cell, spec.max ?? 1000), webAddress, 'NOT_A_WEB_ADDRESS');
    case 'country':
      return remembered(readCountry);
    case 'language':
      return remembered(readLanguage);
    case 'zone':
      return (cell) => read(readLine(cell, 60), (text) => (isTimeZone(text) ? text : null), 'UNKNOWN_TIME_ZONE');
    case 'currency':
      return remembered(currencyOf);
    case 'level':
      return readLevel;
    case 'companyType':
      return choiceReader(COMPANY_TYPES);
    case 'choice':
      return choiceReader(spec.choices ?? {});
    case 'instant':
      return momentReader(options.timeZone, options.dateOrder).instant;
    case 'date':
      return momentReader(options.timeZone, options.dateOrder).date;
    case 'amount': {
      const currency = CURRENCY_OF[key] ?? 'currency';
      return (cell, row) => {
        const amount = readAmount(cell, (row[currency] as string | null | undefined) ?? null, fallback, decimalComma);
        return !spec.signed && 'value' in amount && amount.value && amount.value.minor < 0n
          ? { problem: 'BELOW_ZERO' }
          : amount;
      };
    }
    case 'integer':
      return (cell) => readInteger(cell, decimalComma, spec.signed ?? false);
    case 'headcount':
      return (cell) => readHeadcount(cell, decimalComma);
    case 'grams':
      return (cell) => readGrams(cell, decimalComma, header.text);
    case 'days':
      return (cell) => readDays(cell, decimalComma);
    case 'boolean':
      return readBoolean;
  }
}

function currencyOf(cell: string): Read<string> {
  const code = cell.trim().toUpperCase();
  return /^[A-Z]{3}$/.test(code) && isCurrency(code) ? { value: code } : readCurrency(cell);
}

function readPhone(cell: string, country: string | null, { readers }: ReadOptions): Read<string> {
  const number = expandScientific(unquoted(withoutGuard(cell)).trim());
  if (number === null) return { problem: 'SCIENTIFIC_NUMBER' };
  return read(readLine(number, 50), (text) => readers.phone(text, country), 'NOT_A_PHONE');
}

function read(
  line: Read<string>,
  value: (text: string) => string | null,
  problem: 'NOT_AN_EMAIL' | 'NOT_A_PHONE' | 'NOT_A_WEB_ADDRESS' | 'UNKNOWN_TIME_ZONE',
): Read<string> {
  if ('problem' in line || line.value === null) return line;
  if (line.value === '-' || /^n\/a$/i.test(line.value)) return NOTHING;
  const found = value(line.value);
  return found === null ? { problem } : { value: found };
}

/** A column of few words, each met many times. */
function remembered(reader: (cell: string) => Read<string>): FieldReader {
  const seen = new Map<string, Read<string>>();
  return (cell) => {
    const known = seen.get(cell);
    if (known) return known;
    const result = reader(cell);
    if (seen.size < 1000) seen.set(cell, result);
    return result;
  };
}
