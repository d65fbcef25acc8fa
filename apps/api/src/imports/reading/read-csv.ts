import { CsvScanner, type ScannedRecord } from './csv-scanner.ts';
import { decodeText } from './decode-text.ts';
import type { TextEncoding } from './detect-encoding.ts';
import type { CellProblem, OpenFile, SourceRow } from './layout.ts';

/** How the records of a text file are parted. */
export interface CsvForm {
  readonly delimiter: string;
  readonly newline: '\n' | '\r';
}

const DELIMITERS = [',', ';', '\t', '|'];
const SAMPLE_CHARACTERS = 256 * 1024;
const SAMPLE_RECORDS = 200;
/** What a problem shows of a cell. */
const SHOWN = 200;

/** The form of a text file: the delimiter that cuts most of its first records into equally many cells. */
export async function detectForm(open: OpenFile, encoding: TextEncoding): Promise<CsvForm> {
  let sample = '';
  for await (const text of decodeText(open, encoding)) {
    sample += text;
    if (sample.length >= SAMPLE_CHARACTERS) break;
  }
  const newline = sample.includes('\n') || !sample.includes('\r') ? '\n' : '\r';
  const said = /^sep=(.)\r?[\n\r]/i.exec(sample)?.[1];
  if (said) return { delimiter: said, newline };
  const scores = DELIMITERS.map((delimiter) => ({ delimiter, ...evenness(sample, delimiter, newline) }));
  const best = scores.reduce((first, next) =>
    next.share > first.share + 0.1 || (next.share > first.share - 0.1 && next.cells > first.cells) ? next : first,
  );
  return { delimiter: best.cells > 1 ? best.delimiter : ',', newline };
}

/** The commonest number of cells above one, and the share of records that have it. */
function evenness(sample: string, delimiter: string, newline: '\n' | '\r'): { cells: number; share: number } {
  const counts = new Map<number, number>();
  let records = 0;
  for (const { cells } of new CsvScanner(delimiter, newline).scan(sample, true)) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    records += 1;
    counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
    if (records >= SAMPLE_RECORDS) break;
  }
  const [cells, times] = [...counts]
    .filter(([count]) => count > 1)
    .sort((left, right) => right[1] - left[1] || right[0] - left[0])[0] ?? [1, 0];
  return { cells, share: records === 0 ? 0 : times / records };
}

/**
 * All records of a text file but for the blank ones. With `width`, the number of columns, a row with more filled cells than
 * columns is a problem: a delimiter stands inside a cell and has moved those behind it.
 */
export async function* readCsvRows(
  open: OpenFile,
  encoding: TextEncoding,
  form: CsvForm,
  width: number | null,
): AsyncGenerator<SourceRow> {
  const scanner = new CsvScanner(form.delimiter, form.newline);
  for await (const text of decodeText(open, encoding)) {
    for (const record of scanner.scan(text, false)) if (!isBlank(record.cells)) yield sourceRow(record, width);
  }
  for (const record of scanner.scan('', true)) if (!isBlank(record.cells)) yield sourceRow(record, width);
}

function sourceRow(record: ScannedRecord, width: number | null): SourceRow {
  const { rowNumber, cells, fault } = record;
  const problem = faultOf(record, width);
  if (width !== null) {
    while (cells.length < width) cells.push('');
    if (cells.length > width && !problem) cells.length = width;
  }
  if (!problem) return { rowNumber, cells };
  const shown = fault === 'CELL_TOO_LONG' ? cells.map((cell) => cell.slice(0, SHOWN)) : cells;
  return { rowNumber, cells: shown, problems: [problem] };
}

function faultOf({ cells, fault, looseQuote }: ScannedRecord, width: number | null): CellProblem | null {
  if (fault) return { column: null, code: fault, value: cells.join(' ').slice(0, SHOWN) };
  if (width === null) return null;
  if (looseQuote && cells.length !== width)
    return { column: null, code: 'STRAY_QUOTE', value: cells.join(' ').slice(0, SHOWN) };
  const beyond = cells.length > width ? cells.slice(width).find((cell) => cell.trim() !== '') : undefined;
  return beyond === undefined ? null : { column: null, code: 'TOO_MANY_CELLS', value: beyond.slice(0, SHOWN) };
}

function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') return false;
  return true;
}
