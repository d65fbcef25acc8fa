import { filterMacros } from './filter-macros.ts';

const macro = (name: string, text = '', used30Days = 0) => ({ name, texts: [{ text }], used30Days });
const names = (typed: string, macros: ReturnType<typeof macro>[]) =>
  filterMacros(macros, typed).map(({ name }) => name);

describe('filterMacros', () => {
  it('keeps those that hold every word, those named so first, then the most used', () => {
    const macros = [
      macro('Shipping time', 'by sea', 1),
      macro('Thanks', 'about the shipping', 9),
      macro('Air shipping', '', 5),
      macro('MOQ'),
    ];
    expect(names('SHIPPING', macros)).toEqual(['Air shipping', 'Shipping time', 'Thanks']);
    expect(names('shipping sea', macros)).toEqual(['Shipping time']);
    expect(names('nothing', macros)).toEqual([]);
  });
  it('shows all when nothing is typed, the most used first', () =>
    expect(names('  ', [macro('b', '', 0), macro('c', '', 2), macro('a', '', 0)])).toEqual(['c', 'a', 'b']));
  it('finds Korean however it was composed', () =>
    expect(names('라벨'.normalize('NFD'), [macro('라벨 파일 요청')])).toEqual(['라벨 파일 요청']));
});
