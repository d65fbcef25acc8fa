const KEY = 'dangol.buyers.trail';

/** The list that a record was opened from: its filters, and the buyers in its order. */
export interface ListTrail {
  readonly workspace: string;
  /** The list's query, with "?" unless empty. */
  readonly query: string;
  readonly ids: readonly string[];
}

/** Remembers the shown list for this tab, so that a record can step to its neighbours and lead back. */
export function keepTrail(trail: ListTrail): void {
  window.sessionStorage.setItem(KEY, JSON.stringify(trail));
}

/** The last list of this workspace in this tab; null where none was shown. */
export function readTrail(workspace: string): ListTrail | null {
  const kept = window.sessionStorage.getItem(KEY);
  if (kept === null) return null;
  const trail = JSON.parse(kept) as ListTrail; // only this file writes it
  return trail.workspace === workspace ? trail : null;
}

/** The buyers before and after one in the list; null at its ends and for a buyer that is not in it. */
export function neighbours(ids: readonly string[], id: string): { previous: string | null; next: string | null } {
  const at = ids.indexOf(id);
  return at < 0 ? { previous: null, next: null } : { previous: ids[at - 1] ?? null, next: ids[at + 1] ?? null };
}
