/** What a cell shows, and what the file says for it: an exact number where the screen shows a rounded or worded one. */
export interface Cell {
  readonly text: string;
  readonly value: string;
}

/** A table that a chart, a screen and a file have in common. */
export interface DataTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

const NUMBER = /^-?\d+(\.\d+)?$/;
/** Signs that make a spreadsheet read a text as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** A text cell that a spreadsheet would run is led by an apostrophe; numbers stay numbers, negative ones too. */
function safe(value: string): string {
  return FORMULA.test(value) && !NUMBER.test(value) ? `'${value}` : value;
}

function quote(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/**
 * A CSV file for spreadsheets: UTF-8 with the mark that Excel needs for Korean, CRLF, the stated facts (period, currency, zone,
 * time) above the table.
 */
export function toCsv(facts: readonly (readonly [name: string, value: string])[], table: DataTable): string {
  const line = (cells: readonly string[]) => cells.map((cell) => quote(safe(cell))).join(',');
  const lines = [
    ...facts.map(([name, value]) => line([name, value])),
    ...(facts.length > 0 ? [''] : []),
    line(table.columns),
    ...table.rows.map((row) => line(row.map(({ value }) => value))),
  ];
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
