import { movedText } from './audit-words.ts';

describe('movedText', () => {
  it.each([
    [{ from: 'B', to: 'A' }, 'B → A'],
    [{ from: null, to: 'C' }, 'C'],
    [{ fields: ['name'] }, null],
    [{ from: { a: 1 }, to: { a: 2 } }, null],
  ])('%j', (data, text) => expect(movedText(data)).toBe(text));
  it('says both in the words of a screen', () =>
    expect(movedText({ from: 'new', to: 'dormant' }, (value) => value.toUpperCase())).toBe('NEW → DORMANT'));
});
