/** Beginnings that make a spreadsheet read a text as a formula; the wide ones count in Korean and Japanese editions. */
export const FORMULA_BEGINNINGS = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'] as const;

/** The text with an apostrophe before what a spreadsheet would run; files that are brought in are read without it. */
export function guardedText(value: string): string {
  return FORMULA_BEGINNINGS.some((beginning) => value.startsWith(beginning)) ? `'${value}` : value;
}

/** One line of a CSV file as spreadsheets want it. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

function quoted(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
