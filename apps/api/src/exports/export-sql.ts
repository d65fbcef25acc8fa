import { currencyExponent } from '@dangol/crm';
import { FORMULA_BEGINNINGS } from './csv-cell.ts';
import type { ExportColumn } from './export-column.ts';
import type { ExportPlace, ExportRows } from './export-list.ts';
import { YES_NO } from './wording.ts';

/** A statement with its parameters. */
export interface ExportStatement {
  readonly sql: string;
  readonly params: readonly unknown[];
}

const FORMULA = `(${FORMULA_BEGINNINGS.map((beginning) => `chr(${beginning.codePointAt(0)})`).join(', ')})`;
const KNOWN_CURRENCIES =
  'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF BHD IQD JOD KWD LYD OMR TND CLF UYW'.split(' ');

/** The statement of the cells as a CSV file holds them: texts that no spreadsheet runs, numbers as numbers. */
export function csvStatement(rows: ExportRows, place: ExportPlace): ExportStatement {
  return statement(rows, (column) => (isNumeric(column) ? cell(column, place) : guarded(column, place)));
}

/** The statement of the cells as a workbook holds them: their type keeps texts from being run, and instants are day numbers. */
export function workbookStatement(rows: ExportRows, place: ExportPlace): ExportStatement {
  return statement(rows, (column) => {
    if (column.kind === 'instant') return `${dayNumber(`(${column.sql}) at time zone ${literal(place.timeZone)}`)}`;
    if (column.kind === 'date') return dayNumber(`(${column.sql})::date::timestamp`);
    return `(${cell(column, place)})::text`;
  });
}

/** The first line: what each column is, in which zone, in which currency. */
export function headersOf({ columns }: ExportRows, { language, timeZone, baseCurrency }: ExportPlace): string[] {
  return columns.map(({ header, kind, currency }) => {
    const name = header[language];
    if (kind === 'instant') return `${name} (${timeZone})`;
    return currency === 'base' ? `${name} (${baseCurrency})` : name;
  });
}

/** True when a spreadsheet computes with the cells of the column. */
export function isNumeric({ kind }: ExportColumn): boolean {
  return kind === 'number' || kind === 'money';
}

function statement(rows: ExportRows, write: (column: ExportColumn) => string): ExportStatement {
  const cells = rows.columns.map((column, index) => `${write(column)} as c${index}`);
  return { sql: `select ${cells.join(', ')} from ${rows.from}`, params: rows.params };
}

/** What a person reads in the cell. */
function cell(column: ExportColumn, place: ExportPlace): string {
  const { kind, sql, wording = {} } = column;
  const said = (words: { ko: string; en: string }): string => literal(words[place.language]);
  switch (kind) {
    case 'money':
      return majorUnits(sql, column.currency === 'base' ? literal(place.baseCurrency) : String(column.currency));
    case 'instant':
      return `to_char((${sql}) at time zone ${literal(place.timeZone)}, 'YYYY-MM-DD HH24:MI:SS')`;
    case 'date':
      return `to_char(${sql}, 'YYYY-MM-DD')`;
    case 'flag':
      return `case when (${sql}) then ${said(YES_NO.yes)} when not (${sql}) then ${said(YES_NO.no)} end`;
    case 'word': {
      const whens = Object.entries(wording).map(([value, words]) => `when ${literal(value)} then ${said(words)}`);
      return whens.length === 0 ? sql : `case (${sql}) ${whens.join(' ')} else (${sql}) end`;
    }
    default:
      return sql;
  }
}

/** The text of a cell with an apostrophe before what a spreadsheet would run. Words, instants and days never begin so. */
function guarded(column: ExportColumn, place: ExportPlace): string {
  const shown = cell(column, place);
  if (column.kind !== 'text' && column.kind !== 'word') return shown;
  return `case when left((${shown})::text, 1) in ${FORMULA} then '''' || (${shown})::text else (${shown})::text end`;
}

/** An amount in units of its currency, with as many decimals as the currency has. */
function majorUnits(minor: string, currency: string): string {
  const scaled = (exponent: number): string =>
    exponent === 0 ? `(${minor})::numeric::text` : `round((${minor})::numeric / ${10 ** exponent}, ${exponent})::text`;
  const byExponent = Object.groupBy(KNOWN_CURRENCIES, (code) => String(currencyExponent(code)));
  const whens = Object.entries(byExponent).map(
    ([exponent, codes = []]) =>
      `when ${currency} in (${codes.map(literal).join(', ')}) then ${scaled(Number(exponent))}`,
  );
  return `case ${whens.join(' ')} else ${scaled(2)} end`;
}

/** A wall-clock time as spreadsheets count days: from 30 December 1899, the time of day as a fraction. */
function dayNumber(wallClock: string): string {
  return `round((extract(epoch from (${wallClock}) - timestamp '1899-12-30') / 86400)::numeric, 8)::text`;
}

/** A text as SQL. None of them holds a backslash: they are our own words, zones and currency codes. */
function literal(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
