import type { ProductDraft } from './product-draft.ts';

/** What was typed into an editor and not saved; it outlives a reload, a crash or a closed tab, and goes when it is saved. */
export interface KeptDraft {
  readonly draft: ProductDraft;
  /** Version of the product that the typing began from; 0 for a new one. */
  readonly version: number;
  /** Id of the product; of a new one, so that saving twice makes one. */
  readonly id: string;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Sign-out puts away everything below `dangol.unsaved.`. `place` is the product's id, or "new". */
const keyOf = (memberId: string, place: string) => `dangol.unsaved.${memberId}.product.${place}`;

export function keepDraft(store: Store, memberId: string, place: string, kept: KeptDraft): void {
  try {
    store.setItem(keyOf(memberId, place), JSON.stringify(kept));
  } catch {
    // A full or forbidden store costs only the safety net.
  }
}

export function forgetDraft(store: Store, memberId: string, place: string): void {
  store.removeItem(keyOf(memberId, place));
}

export function readKeptDraft(store: Store, memberId: string, place: string): KeptDraft | null {
  const raw = store.getItem(keyOf(memberId, place));
  if (raw === null) return null;
  try {
    const kept: unknown = JSON.parse(raw);
    return isKept(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** What an older version of this page kept may have another shape: every list must be there. */
function isKept(value: unknown): value is KeptDraft {
  if (typeof value !== 'object' || value === null || !('draft' in value) || !('version' in value) || !('id' in value))
    return false;
  const { draft, version, id } = value;
  return (
    typeof id === 'string' &&
    typeof version === 'number' &&
    typeof draft === 'object' &&
    draft !== null &&
    ['names', 'options', 'variants', 'lists', 'certificates', 'specs'].every(
      (list) => list in draft && Array.isArray((draft as Record<string, unknown>)[list]),
    )
  );
}
