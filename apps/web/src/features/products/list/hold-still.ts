/**
 * Lays a fresh answer over the rows on the screen: content changes in place, but no row appears, disappears or moves under
 * somebody's pointer. `changed` says that the fresh list differs in more than content.
 */
export function holdStill<Row extends { readonly id: string }>(
  shown: readonly Row[],
  fresh: readonly Row[],
): { rows: readonly Row[]; changed: boolean } {
  const byId = new Map(fresh.map((row) => [row.id, row]));
  const same = shown.length >= fresh.length && fresh.every(({ id }, at) => shown[at]?.id === id);
  return { rows: shown.map((row) => byId.get(row.id) ?? row), changed: !same };
}
