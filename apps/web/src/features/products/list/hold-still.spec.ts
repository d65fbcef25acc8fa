import { holdStill } from './hold-still.ts';

const row = (id: string, name = id) => ({ id, name });

describe('holdStill', () => {
  it('changes content in place', () =>
    expect(holdStill([row('a'), row('b')], [row('a', 'A'), row('b')], true)).toEqual({
      rows: [row('a', 'A'), row('b')],
      changed: false,
    }));
  it('keeps the pages after the first', () =>
    expect(holdStill([row('a'), row('b')], [row('a')], false).changed).toBe(false));
  it('notices that the last row went, where no page follows', () =>
    expect(holdStill([row('a'), row('b')], [row('a')], true).changed).toBe(true));
  it.each([
    ['a new row', [row('0'), row('a'), row('b')]],
    ['a row that went', [row('b')]],
    ['another order', [row('b'), row('a')]],
  ])('holds the rows still at %s, and says so', (_what, fresh) => {
    const { rows, changed } = holdStill([row('a'), row('b')], fresh, false);
    expect(rows.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(changed).toBe(true);
  });
});
