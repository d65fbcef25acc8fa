import type { DateOrder } from '@dangol/crm';
import type { Readable } from 'node:stream';

/** Opens the file's content from its first byte; called once for each pass. */
export type OpenFile = () => Promise<Readable>;

/** Encodings that a text file is read in. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'cp949', 'gb18030'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** What is known, or was chosen by hand, before the file is read. */
export interface ReadingHints {
  readonly fileName: string;
  readonly sheet?: string | null;
  /** The header's row number as a spreadsheet shows it. */
  readonly headerRow?: number | null;
  readonly encoding?: string | null;
}

/** A sheet of a workbook; `rows` is null where the file does not say. */
export interface LayoutSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: number | null;
}

/** A column: its name, a few cells, and the habits that all of its cells show. */
export interface LayoutColumn {
  readonly index: number;
  readonly header: string;
  readonly samples: readonly string[];
  readonly dateOrder: DateOrder | 'ambiguous' | null;
  readonly decimal: 'comma' | 'point' | 'ambiguous' | null;
}

/** Where everything stands in a file; plain JSON, so that it can be kept and the rows be read again from it. */
export interface Layout {
  readonly format: 'csv' | 'xlsx';
  readonly encoding: Encoding | null;
  readonly delimiter: string | null;
  readonly sheets: readonly LayoutSheet[];
  readonly sheet: string | null;
  readonly headerRow: number;
  /** Rows of the sheet that are hidden in the spreadsheet; they are read like any other. */
  readonly hiddenRows: number;
  readonly columns: readonly LayoutColumn[];
  /** Rows below the header that hold something. */
  readonly totalRows: number;
}

/** What is wrong with a cell (or, without a column, with the row) before anybody asks what it means. */
export interface CellProblem {
  readonly column: number | null;
  readonly code:
    'STRAY_QUOTE' | 'TOO_MANY_CELLS' | 'CELL_TOO_LONG' | 'CELL_ERROR' | 'FORMULA_WITHOUT_VALUE' | 'SCIENTIFIC_NUMBER';
  readonly value: string | null;
}

/** A row as a spreadsheet shows it: its number counts from 1, blank rows included. */
export interface SourceRow {
  readonly rowNumber: number;
  readonly cells: string[];
  readonly problems?: readonly CellProblem[];
}
