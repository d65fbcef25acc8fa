/** What a cell shows, and what compares it: an exact number where the screen shows a rounded or worded one. */
export interface Cell {
  readonly text: string;
  readonly value: string;
}

/** The numbers of a chart as a table. */
export interface DataTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}
