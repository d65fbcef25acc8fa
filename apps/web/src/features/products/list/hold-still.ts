/**
 * Lays a fresh answer over the rows on the screen: content changes in place, but no row appears, disappears or moves under
 * somebody's pointer. `changed` says that the fresh list differs in more than content. `whole`:
 * no page follows the fresh one, so a row that it does not hold is gone.
 */
export function holdStill<Row extends { readonly id: string }>(
  shown: readonly Row[],
  fresh: readonly Row[],
  whole: boolean,
): { rows: readonly Row[]; changed: boolean } {
  const byId = new Map(fresh.map((row) => [row.id, row]));
  const fits = whole ? shown.length === fresh.length : shown.length >= fresh.length;
  const same = fits && fresh.every(({ id }, at) => shown[at]?.id === id);
  return { rows: shown.map((row) => byId.get(row.id) ?? row), changed: !same };
}
