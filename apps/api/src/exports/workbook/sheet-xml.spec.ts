import { columnName, escapeXml, sheetRow } from './sheet-xml.ts';

describe('a sheet', () => {
  it('names its columns', () =>
    expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']));

  it('writes texts as texts, numbers as numbers, and nothing where there is nothing', () => {
    const kinds = ['text', 'number', 'text', 'instant'] as const;
    expect(sheetRow(2, ['=1+1', '-5.10', null, '46000.5'], (column) => kinds[column]!)).toBe(
      '<row r="2"><c r="A2" s="0" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>' +
        '<c r="B2" s="0"><v>-5.10</v></c><c r="D2" s="2"><v>46000.5</v></c></row>',
    );
  });

  it('holds every text that XML can hold', () => {
    expect(escapeXml('<a & "b">\t한\n국 😀')).toBe('&lt;a &amp; &quot;b&quot;&gt;\t한\n국 😀');
    expect(escapeXml('a\u0000b\u001fc\ud83dd\ude00e\uffff')).toBe('abcde');
  });

  it('cuts a text that no cell can hold', () => {
    const xml = sheetRow(1, ['x'.repeat(40_000)], () => 'text');
    expect(/>(x+…)</.exec(xml)?.[1]).toHaveLength(32_767);
  });
});
