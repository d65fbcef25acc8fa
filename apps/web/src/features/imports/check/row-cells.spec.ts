import { rowInShort, usedColumns, withCell } from './row-cells.ts';

describe('withCell', () => {
  it('changes one cell and keeps the rest', () => expect(withCell(['a', 'b', 'c'], 1, 'x')).toEqual(['a', 'x', 'c']));
  it('fills up a row that ends early', () => expect(withCell(['a'], 3, 'x')).toEqual(['a', '', '', 'x']));
});

describe('usedColumns', () => {
  it('leaves out what is ignored', () =>
    expect(
      usedColumns({
        columns: [
          { index: 0, header: '이메일' },
          { index: 1, header: '메모' },
        ],
        mapping: [
          { column: 0, field: 'email' },
          { column: 1, field: null },
        ],
      }),
    ).toEqual([{ index: 0, header: '이메일', field: 'email' }]));
});

describe('rowInShort', () => {
  it('leaves out what is wrong or empty', () =>
    expect(
      rowInShort(
        {
          cells: ['2026-03-02', 'not an address', '', ' Lumo Kft '],
          problems: [{ column: 1 }],
        },
        [{ index: 0 }, { index: 1 }, { index: 2 }, { index: 3 }],
      ),
    ).toBe('2026-03-02 · Lumo Kft'));
});
