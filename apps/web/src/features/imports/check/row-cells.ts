/** The part of a file's layout that is looked at here. */
interface Layout {
  readonly columns: readonly { readonly index: number; readonly header: string }[];
  readonly mapping: readonly { readonly column: number; readonly field: string | null }[];
}

/** Columns of the file that become something; the ignored ones are of no use when mending a row. */
export function usedColumns({ columns, mapping }: Layout) {
  const fieldOf = new Map(mapping.map(({ column, field }) => [column, field]));
  return columns.flatMap(({ index, header }) => {
    const field = fieldOf.get(index) ?? null;
    return field === null ? [] : [{ index, header, field }];
  });
}

/** The row with one cell changed; a row that ends early is filled up to that cell. */
export function withCell(cells: readonly string[], column: number, value: string): string[] {
  const next = Array.from({ length: Math.max(cells.length, column + 1) }, (_, index) => cells[index] ?? '');
  next[column] = value;
  return next;
}

/** What tells a row from others: the first used cells that are not wrong and not empty. */
export function rowInShort(
  row: { readonly cells: readonly string[]; readonly problems: readonly { readonly column: number | null }[] },
  columns: readonly { readonly index: number }[],
  most = 4,
): string {
  const wrong = new Set(row.problems.map(({ column }) => column));
  return columns
    .filter(({ index }) => !wrong.has(index))
    .map(({ index }) => (row.cells[index] ?? '').trim())
    .filter((cell) => cell !== '')
    .slice(0, most)
    .join(' · ');
}
