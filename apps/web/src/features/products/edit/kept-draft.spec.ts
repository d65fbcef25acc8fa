import { forgetDraft, keepDraft, readKeptDraft } from './kept-draft.ts';
import { emptyDraft } from './product-draft.ts';

function shelf() {
  const held = new Map<string, string>();
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  };
}
const kept = { draft: { ...emptyDraft('ko', 'USD'), code: 'CR-50' }, version: 3, id: 'p1' };

describe('kept draft', () => {
  it('is found again, by its person and product only', () => {
    const store = shelf();
    keepDraft(store, 'minjung', 'p1', kept);
    expect(readKeptDraft(store, 'minjung', 'p1')).toEqual(kept);
    expect(readKeptDraft(store, 'jiho', 'p1')).toBeNull();
    expect(readKeptDraft(store, 'minjung', 'new')).toBeNull();
    forgetDraft(store, 'minjung', 'p1');
    expect(readKeptDraft(store, 'minjung', 'p1')).toBeNull();
  });
  it.each(['{"draft":', '{}', '{"draft":{"code":"A"},"version":1,"id":"p1"}', 'null'])(
    'is none when it is %s',
    (raw) => {
      const store = shelf();
      store.setItem('dangol.unsaved.minjung.product.p1', raw);
      expect(readKeptDraft(store, 'minjung', 'p1')).toBeNull();
    },
  );
});
