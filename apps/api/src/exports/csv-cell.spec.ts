import { recordReader } from '@dangol/crm';
import { FORMULA_BEGINNINGS, csvLine, guardedText } from './csv-cell.ts';

const read = recordReader('buyers', [{ column: 0, field: 'name' }], {
  timeZone: 'UTC',
  dateOrder: 'ymd',
  currency: null,
  decimalComma: false,
  readers: { phone: () => null, email: () => null },
});
const readBack = (cell: string) => read({ cells: [cell] }).record?.name;

test.each(FORMULA_BEGINNINGS)(
  'a text that begins with %j is not run, and read again it is what it was',
  (beginning) => {
    const text = `${beginning}SUM(A1)`;
    expect(guardedText(text)).toBe(`'${text}`);
    expect(readBack(guardedText(text))).toBe(readBack(text));
  },
);

test.each(['', '5-3', '한국', "'tis", ' =1'])('%j stays as it is', (text) => expect(guardedText(text)).toBe(text));

test('cells with commas, quotes and line breaks are quoted', () =>
  expect(csvLine(['a', 'b,c', 'd "e"', 'f\ng', ''])).toBe('a,"b,c","d ""e""","f\ng",\r\n'));
