import { countKnownHeaders, DateOrderEvidence, DecimalEvidence } from '@dangol/crm';
import type { LayoutColumn, SourceRow } from './layout.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** What all rows of a file together say of it. */
export interface DescribedRows {
  readonly headerRow: number;
  readonly columns: LayoutColumn[];
  readonly totalRows: number;
}

/** What joins cells of the header, known once all rows were read. Rows and columns count from 1 and 0, ends included. */
export interface MergedCells {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const MAX_COLUMNS = 1000;
/** Rows among which the header is looked for. */
const FIRST_ROWS = 60;
const SAMPLES = 5;
const SAMPLE_LENGTH = 100;
/** Longer cells are neither dates nor numbers. */
const MAX_FIGURE = 30;

interface Habit {
  readonly dates: DateOrderEvidence;
  readonly decimals: DecimalEvidence;
  filled: number;
}

/**
 * Reads all rows once: finds the header below titles, names the columns, and decides over whole columns what one cell cannot
 * say. `keepRight`: cells right of the header are columns of their own (a sheet), not the wreck of a row (a text file).
 */
export async function describeRows(
  rows: AsyncIterable<SourceRow>,
  chosenHeaderRow: number | null,
  merges: () => readonly MergedCells[],
  keepRight: boolean,
): Promise<DescribedRows> {
  const first: SourceRow[] = [];
  const habits: Habit[] = [];
  let chosen: SourceRow | null = null;
  let filledRows = 0;
  for await (const row of rows) {
    if (row.cells.length > MAX_COLUMNS && row.cells.findLastIndex((cell) => cell !== '') >= MAX_COLUMNS && keepRight)
      throw new UnreadableFile('TOO_MANY_COLUMNS', { limit: MAX_COLUMNS });
    if (first.length < FIRST_ROWS) first.push(row);
    if (row.rowNumber === chosenHeaderRow) chosen = row;
    filledRows += 1;
    if (!row.problems?.some(({ column }) => column === null)) observe(habits, row.cells);
  }
  const header = chosenHeaderRow === null ? findHeader(first) : chosen;
  if (!header) throw new UnreadableFile(filledRows === 0 ? 'EMPTY_FILE' : 'NO_HEADER');
  const titles = headerCells(header, first, merges());
  const above = chosenHeaderRow === null || first.includes(header) ? first.indexOf(header) + 1 : chosenHeaderRow;
  const body = filledRows - above;
  const named = titles.findLastIndex((title) => title.trim() !== '') + 1;
  // In a text file a few cells beyond the header are the wreck of a row; many are a column without a name.
  const enough = keepRight ? 1 : Math.max(3, body * 0.2);
  const used = habits.findLastIndex(({ filled }) => filled >= enough) + 1;
  const width = Math.max(named, used);
  if (width > MAX_COLUMNS) throw new UnreadableFile('TOO_MANY_COLUMNS', { limit: MAX_COLUMNS });
  const below = first.slice(first.indexOf(header) + 1);
  return {
    headerRow: header.rowNumber,
    columns: nameColumns(titles, width).map((name, index) => ({
      index,
      header: name,
      samples: samplesOf(below, index),
      dateOrder: habits[index]?.dates.decide() ?? null,
      decimal: habits[index]?.decimals.decide() ?? null,
    })),
    totalRows: body,
  };
}

function observe(habits: Habit[], cells: readonly string[]): void {
  const width = Math.min(cells.length, MAX_COLUMNS);
  for (let index = 0; index < width; index += 1) {
    const cell = cells[index]!;
    const habit = (habits[index] ??= { dates: new DateOrderEvidence(), decimals: new DecimalEvidence(), filled: 0 });
    if (cell === '') continue;
    habit.filled += 1;
    if (cell.length > MAX_FIGURE) continue;
    const code = cell.charCodeAt(0);
    if ((code >= 48 && code <= 57) || code === 32) habit.dates.observe(cell);
    if (cell.includes('.') || cell.includes(',')) habit.decimals.observe(cell);
  }
}

/** The row that names most fields; where none names any, the first that is nearly as wide as the rows below it. */
function findHeader(rows: readonly SourceRow[]): SourceRow | null {
  const filled = rows.map(({ cells }) => cells.filter((cell) => cell.trim() !== '').length);
  const known = rows.map(({ cells }) => countKnownHeaders(cells.filter((cell) => cell.length <= 100)));
  const most = Math.max(0, ...known);
  if (most >= 2) return rows[known.indexOf(most)]!;
  const usual = commonest(filled);
  const wide = filled.findIndex((count) => count >= Math.max(1, usual * 0.6));
  return rows[wide] ?? rows[0] ?? null;
}

function commonest(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times].sort((left, right) => right[1] - left[1] || right[0] - left[0])[0]?.[0] ?? 0;
}

/** The header's cells; a merged one fills those it covers, from the left and from the row above. */
function headerCells(header: SourceRow, rows: readonly SourceRow[], merges: readonly MergedCells[]): string[] {
  const cells = [...header.cells];
  for (const { top, left, bottom, right } of merges) {
    if (top > header.rowNumber || bottom < header.rowNumber) continue;
    const text = rows.find(({ rowNumber }) => rowNumber === top)?.cells[left] ?? '';
    for (let column = left; column <= Math.min(right, MAX_COLUMNS); column += 1) {
      while (cells.length <= column) cells.push('');
      if (cells[column]!.trim() === '') cells[column] = text;
    }
  }
  return cells;
}

/** A blank header is called by the letters of its column, a repeated one by its number. */
function nameColumns(titles: readonly string[], width: number): string[] {
  const used = new Set<string>();
  return Array.from({ length: width }, (_, index) => {
    const title = titles[index]?.replace(/\s+/g, ' ').trim().slice(0, 200) || `(${lettersOf(index)})`;
    let name = title;
    for (let count = 2; used.has(name); count += 1) name = `${title} (${count})`;
    used.add(name);
    return name;
  });
}

/** 0 -> A, 25 -> Z, 26 -> AA. */
export function lettersOf(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? lettersOf(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

function samplesOf(rows: readonly SourceRow[], index: number): string[] {
  const found = new Set<string>();
  for (const { cells } of rows) {
    const cell = cells[index]?.trim().slice(0, SAMPLE_LENGTH);
    if (cell) found.add(cell);
    if (found.size === SAMPLES) break;
  }
  return [...found];
}
