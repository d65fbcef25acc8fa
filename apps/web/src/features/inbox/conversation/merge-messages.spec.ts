import { applyEarlierPage, applyNewestPage, mergeMessages } from './merge-messages.ts';

const message = (id: string, minute: number, state = '') => ({
  id,
  sentAt: `2026-03-02T00:${String(minute).padStart(2, '0')}:00Z`,
  state,
});
const page = (messages: ReturnType<typeof message>[], hasEarlier: boolean) => ({
  messages,
  hasEarlier,
  startCursor: messages[0]?.id ?? null,
});

describe('mergeMessages', () => {
  it('keeps each message once, takes the incoming copy and sorts by time, then id', () => {
    const merged = mergeMessages([message('b', 5, 'old'), message('c', 9)], [message('a', 5), message('b', 5, 'new')]);
    expect(merged.map(({ id, state }) => id + state)).toEqual(['a', 'bnew', 'c']);
  });
});

describe('applyNewestPage', () => {
  it('keeps earlier pages and their cursor', () => {
    const loaded = page([message('a', 1), message('b', 2)], true);
    const result = applyNewestPage(loaded, page([message('b', 2), message('c', 3)], true));
    expect(result.messages.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(result.startCursor).toBe('a');
  });

  it('never hides a hole: a page that does not touch what is loaded replaces it', () => {
    const result = applyNewestPage(page([message('a', 1)], false), page([message('x', 30), message('y', 31)], true));
    expect(result.messages.map(({ id }) => id)).toEqual(['x', 'y']);
    expect(result.hasEarlier).toBe(true);
  });
});

describe('applyEarlierPage', () => {
  it('goes in front and moves the cursor back', () => {
    const result = applyEarlierPage(page([message('c', 3)], true), page([message('a', 1), message('b', 2)], false));
    expect(result).toMatchObject({ startCursor: 'a', hasEarlier: false });
    expect(result.messages.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });
});
