import { chooseText, forgetUnsaved, keepUnsaved, readUnsaved } from './unsaved-copy.ts';

function store() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

describe('unsaved copy', () => {
  const copy = { text: 'half a sentence', draftId: null, typedAt: '2026-03-02T01:00:05Z' };

  it('is kept per member and conversation', () => {
    const shelf = store();
    keepUnsaved(shelf, 'minjung', 'c1', copy);
    expect(readUnsaved(shelf, 'minjung', 'c1')).toEqual(copy);
    expect(readUnsaved(shelf, 'jiho', 'c1')).toBeNull();
    forgetUnsaved(shelf, 'minjung', 'c1');
    expect(readUnsaved(shelf, 'minjung', 'c1')).toBeNull();
  });

  it('is ignored when it is broken', () => {
    const shelf = store();
    shelf.setItem('dangol.unsaved.minjung.c1', '{"text":');
    expect(readUnsaved(shelf, 'minjung', 'c1')).toBeNull();
  });

  it('wins only when it was typed after the server got its text', () => {
    const server = { text: 'from the phone', draftId: 'd1', updatedAt: '2026-03-02T01:00:00Z' };
    expect(chooseText(server, copy)).toEqual({ text: 'half a sentence', draftId: null, unsaved: true });
    expect(chooseText({ ...server, updatedAt: '2026-03-02T01:00:06Z' }, copy)).toEqual({
      text: 'from the phone',
      draftId: 'd1',
      unsaved: false,
    });
    expect(chooseText(null, null)).toEqual({ text: '', draftId: null, unsaved: false });
  });
});
