/** Lays a fresh first page over the shown rows: content is renewed in place; `changed` when other rows or another order would be shown. */
export function layFreshPage<Row extends { readonly id: string }>(
  shown: readonly Row[],
  fresh: { readonly rows: readonly Row[]; readonly hasMore: boolean },
): { rows: Row[]; changed: boolean } {
  const byId = new Map(fresh.rows.map((row) => [row.id, row]));
  const shorter = !fresh.hasMore && fresh.rows.length < shown.length;
  const changed = shorter || fresh.rows.some((row, index) => shown[index]?.id !== row.id);
  return { rows: shown.map((row) => byId.get(row.id) ?? row), changed };
}
