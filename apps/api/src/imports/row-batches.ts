import type { ImportedRecord, RowProblem } from './import-applier.ts';

/** A row as it stands in the file. `problems` are those of its cells as a whole, such as a formula without a value. */
export interface FileRow {
  readonly rowNumber: number;
  readonly cells: readonly string[];
  readonly problems?: readonly Pick<RowProblem, 'column' | 'code' | 'value'>[];
}

/** A row as a person left it: other cells, or not to be brought in. */
export interface EditedRow {
  readonly cells: readonly string[];
  readonly state: 'bad' | 'corrected' | 'left_out' | 'failed';
}

/** Reads the cells of a row, or says what is wrong with them. */
export type RowReader = (
  row: Omit<FileRow, 'rowNumber'>,
) => { record: unknown; problems?: undefined } | { problems: readonly RowProblem[]; record?: undefined };

/** Rows that are taken together. */
export interface RowBatch {
  readonly records: ImportedRecord<unknown>[];
  readonly bad: {
    readonly rowNumber: number;
    readonly cells: readonly string[];
    readonly problems: readonly RowProblem[];
  }[];
  readonly leftOut: number[];
  /** Cells of every row that is not left out, as they were read. */
  readonly cells: Map<number, readonly string[]>;
  /** Rows whose cells are the file's own although they stand among the edited. */
  readonly untouched: number[];
  lastRow: number;
  rows: number;
}

/** Rows in a batch, but for a group that is never split. */
const BATCH = 2_000;
/** A group may pass the size of a batch by this much before it is split after all. */
const LONGEST = 3 * BATCH;

/** Reads rows in batches, with what a person corrected in place of the file's cells. */
export async function* rowBatches(
  rows: AsyncIterable<FileRow>,
  read: RowReader,
  edited: ReadonlyMap<number, EditedRow>,
  groupOf?: (record: unknown) => string | null,
): AsyncGenerator<RowBatch> {
  let batch = emptyBatch();
  let group: string | null = null;
  for await (const row of rows) {
    const edit = edited.get(row.rowNumber);
    const given = edit ? { cells: edit.cells } : row;
    const result = edit?.state === 'left_out' ? null : read(given);
    const next = result && !result.problems ? (groupOf?.(result.record) ?? null) : null;
    const full = batch.rows >= BATCH && (next === null || next !== group || batch.rows >= LONGEST);
    if (full) {
      yield batch;
      batch = emptyBatch();
    }
    group = next;
    batch.rows += 1;
    batch.lastRow = row.rowNumber;
    if (result === null) {
      batch.leftOut.push(row.rowNumber);
      continue;
    }
    if (edit && sameCells(edit.cells, row.cells)) batch.untouched.push(row.rowNumber);
    batch.cells.set(row.rowNumber, given.cells);
    if (result.problems) batch.bad.push({ rowNumber: row.rowNumber, cells: given.cells, problems: result.problems });
    else batch.records.push({ rowNumber: row.rowNumber, record: result.record });
  }
  if (batch.rows > 0) yield batch;
}

/** Begins to read the next one while the present one is worked on. */
export async function* ahead<Item>(source: AsyncGenerator<Item>): AsyncGenerator<Item> {
  try {
    let next = source.next();
    for (;;) {
      const { value, done } = await next;
      if (done) return;
      next = source.next();
      next.catch(() => undefined); // told when it is awaited, or not at all when nobody wants it any more
      yield value;
    }
  } finally {
    await source.return(undefined);
  }
}

function emptyBatch(): RowBatch {
  return { records: [], bad: [], leftOut: [], cells: new Map(), untouched: [], lastRow: 0, rows: 0 };
}

function sameCells(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((cell, i) => cell === right[i]);
}
