import type { CompareRows, QueueKey } from './queue-order.ts';

/** The list on screen while news waits: same rows in the same places, with what has changed around them. */
export interface HeldQueue<Row> {
  /** The shown rows, in their places, with fresh content where the server sent some. */
  rows: Row[];
  /** Shown rows that no longer belong to this view; they keep their place until the reader takes the news. */
  gone: ReadonlySet<string>;
  /** Rows that are new to the view. */
  arrivals: number;
  /** The shown rows that remain would stand in another order. */
  reordered: boolean;
}

export interface Page<Row> {
  rows: readonly Row[];
  hasMore: boolean;
}

/** Lays a fresh first page over the shown list without moving a row (UX principle 10). */
export function holdQueue<Row extends QueueKey>(
  shown: Page<Row>,
  fresh: Page<Row>,
  compare: CompareRows,
): HeldQueue<Row> {
  const freshById = new Map(fresh.rows.map((row) => [row.id, row]));
  const shownIds = new Set(shown.rows.map((row) => row.id));
  const lastFresh = fresh.rows.at(-1);
  const lastShown = shown.rows.at(-1);
  const gone = new Set<string>();
  for (const row of shown.rows) {
    if (freshById.has(row.id)) continue;
    // A full page that ends before this row says nothing about it.
    const beyondPage = fresh.hasMore && lastFresh !== undefined && compare(row, lastFresh) > 0;
    if (!beyondPage) gone.add(row.id);
  }
  // When more pages exist, a row that sorts after the last shown one was not loaded yet; it is not news.
  const arrivals = fresh.rows.filter(
    (row) => !shownIds.has(row.id) && !(shown.hasMore && lastShown && compare(row, lastShown) > 0),
  ).length;
  const kept = shown.rows.filter((row) => freshById.has(row.id));
  const order = new Map(fresh.rows.map((row, index) => [row.id, index]));
  const reordered = kept.some((row, i) => i > 0 && order.get(kept[i - 1]!.id)! > order.get(row.id)!);
  return { rows: shown.rows.map((row) => freshById.get(row.id) ?? row), gone, arrivals, reordered };
}

/** Adds a further page, skipping rows that are already shown (a row may have moved down between two pages). */
export function appendPage<Row extends QueueKey>(shown: readonly Row[], next: readonly Row[]): Row[] {
  const known = new Set(shown.map((row) => row.id));
  return [...shown, ...next.filter((row) => !known.has(row.id))];
}
