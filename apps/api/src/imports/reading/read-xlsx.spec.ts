import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import writeXlsxFile from 'write-excel-file/node';
import { readLayout, readRows, type SourceRow } from './index.ts';
import { openBytes, workbookFile, zipFile, type WorkbookParts } from './testing/workbook-file.ts';

async function read(bytes: Buffer, more: { sheet?: string; headerRow?: number } = {}) {
  const open = openBytes(bytes);
  const layout = await readLayout(open, { fileName: 'book.xlsx', ...more });
  const rows: SourceRow[] = [];
  for await (const row of readRows(open, layout)) rows.push(row);
  return { layout, rows, headers: layout.columns.map(({ header }) => header) };
}

/** A sheet of rows of cells in XML, from row 1. */
const sheet = (rows: readonly string[], after = '') =>
  `<sheetData>${rows.map((cells, index) => `<row r="${index + 1}">${cells}</row>`).join('')}</sheetData>${after}`;
const text = (cell: string, value: string) => `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;
const header = `${text('A1', 'Order ID')}${text('B1', 'Total')}${text('C1', 'Phone')}`;
const bookOf = (rows: readonly string[], more: Partial<WorkbookParts> = {}, after = '') =>
  workbookFile({ sheets: [{ name: 'Orders', xml: sheet(rows, after) }], ...more });
const leftovers = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('dangol-import-')).length;

describe('reading a workbook', () => {
  it('reads what a spreadsheet program writes', async () => {
    const bytes = await writeXlsxFile([
      [{ value: 'Order ID' }, { value: 'Order Date' }, { value: 'Total' }, { value: 'Sample' }],
      [
        { value: '주문-1' },
        { value: new Date(Date.UTC(2026, 2, 2, 14, 5)), format: 'yyyy-mm-dd hh:mm' },
        { value: 1234.56 },
        { value: true },
      ],
    ]).toBuffer();
    const { layout, headers, rows } = await read(bytes);
    expect(headers).toEqual(['Order ID', 'Order Date', 'Total', 'Sample']);
    expect(rows).toEqual([{ rowNumber: 2, cells: ['주문-1', '2026-03-02T14:05:00', '1234.56', 'TRUE'] }]);
    expect(layout).toMatchObject({ format: 'xlsx', encoding: null, headerRow: 1, totalRows: 1 });
  });

  it('shared, rich and phonetic text, and characters that XML cannot hold', async () => {
    const bytes = await bookOf(
      [header, '<c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="s"><v>2</v></c>'],
      {
        sharedStrings: [
          '<t>plain</t>',
          '<r><rPr><b/></rPr><t>bold </t></r><r><t xml:space="preserve">text</t></r>',
          '<t>東京_x000A_x</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh>',
        ],
      },
    );
    expect((await read(bytes)).rows[0]!.cells).toEqual(['plain', 'bold text', '東京\nx']);
  });

  it('numbers keep all their digits, or say that they have lost some', async () => {
    const numbers = [
      '8.21012345678E11',
      '0.30000000000000004',
      '1.2345678901234501E18',
      '1E-7',
      '-12.5',
      '821012345678',
      '1234567890123456',
    ];
    const { rows } = await read(
      await bookOf([header, ...numbers.map((number, index) => `<c r="A${index + 2}"><v>${number}</v></c>`)]),
    );
    expect(rows.map(({ cells, problems }) => problems?.[0]?.code ?? cells[0])).toEqual([
      '821012345678',
      '0.3',
      'SCIENTIFIC_NUMBER',
      '0.0000001',
      '-12.5',
      '821012345678',
      'SCIENTIFIC_NUMBER',
    ]);
  });

  it('dates by their format, in both systems; digits in the pattern that the cell shows', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;년&quot; m&quot;월&quot; d&quot;일&quot;"/><numFmt numFmtId="165" formatCode="000\\-0000\\-0000"/><numFmt numFmtId="166" formatCode="#,##0.00"/><numFmt numFmtId="167" formatCode="[Red]General"/><numFmt numFmtId="168" formatCode="00000"/></numFmts>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="168"/><xf numFmtId="21"/></cellXfs>';
    const cells: [number, string][] = [
      [1, '46083'],
      [2, '46083.5868055556'],
      [3, '46083'],
      [4, '1012345678'],
      [5, '46083'],
      [6, '46083'],
      [7, '612'],
      [8, '0.25'],
      [1, '59'],
      [1, '61'],
    ];
    const rowsXml = [
      header,
      ...cells.map(([style, value], index) => `<c r="A${index + 2}" s="${style}"><v>${value}</v></c>`),
    ];
    const { rows } = await read(await bookOf(rowsXml, { styles }));
    expect(rows.map((row) => row.cells[0])).toEqual([
      '2026-03-02',
      '2026-03-02T14:05:00',
      '2026-03-02',
      '010-1234-5678',
      '46083',
      '46083',
      '00612',
      '06:00:00',
      '1900-02-28',
      '1900-03-01',
    ]);
    const macs = await read(await bookOf([header, '<c r="A2" s="1"><v>44621</v></c>'], { styles, date1904: true }));
    expect(macs.rows[0]!.cells[0]).toBe('2026-03-02');
  });

  it('formulas count by their value; one without a value, and an error, are problems of their cell', async () => {
    const { rows } = await read(
      await bookOf([
        header,
        '<c r="A2" t="str"><f>A1&amp;"x"</f><v>computed</v></c><c r="B2"><f>SUM(B3:B9)</f><v>42</v></c><c r="C2"><f>NOW()</f></c>',
        '<c r="A3" t="str"><f>""</f><v></v></c><c r="B3" t="e"><v>#N/A</v></c><c r="C3" t="b"><v>0</v></c>',
      ]),
    );
    expect(rows[0]).toEqual({
      rowNumber: 2,
      cells: ['computed', '42', ''],
      problems: [{ column: 2, code: 'FORMULA_WITHOUT_VALUE', value: '' }],
    });
    expect(rows[1]).toEqual({
      rowNumber: 3,
      cells: ['', '#N/A', 'FALSE'],
      problems: [{ column: 1, code: 'CELL_ERROR', value: '#N/A' }],
    });
  });

  it('merged cells name all columns of a header they cover, and belong to their first cell below it', async () => {
    const rows = [
      `${text('A1', 'Order list of March')}`,
      `${text('A2', 'Order ID')}${text('B2', 'Buyer')}${text('D2', 'Total')}`,
      `${text('B3', 'Name')}${text('C3', 'Country')}`,
      `${text('A4', '1')}${text('B4', 'Kim')}${text('C4', 'KR')}<c r="D4"><v>5</v></c>`,
      `${text('A5', '2')}${text('B5', 'Lee')}`,
    ];
    const merges =
      '<mergeCells><mergeCell ref="A1:D1"/><mergeCell ref="A2:A3"/><mergeCell ref="B2:C2"/><mergeCell ref="D2:D3"/><mergeCell ref="D4:D5"/></mergeCells>';
    const bytes = await bookOf(rows, {}, merges);
    const two = await read(bytes, { headerRow: 3 });
    expect(two.headers).toEqual(['Order ID', 'Name', 'Country', 'Total']);
    expect(two.rows.map(({ cells }) => cells)).toEqual([
      ['1', 'Kim', 'KR', '5'],
      ['2', 'Lee', '', ''],
    ]);
    expect((await read(bytes, { headerRow: 2 })).headers).toEqual(['Order ID', 'Buyer', 'Buyer (2)', 'Total']);
  });

  it('reads the first sheet that is shown; a hidden one only when it is asked for; hidden rows are rows', async () => {
    const bytes = await workbookFile({
      sheets: [
        { name: 'secret', xml: sheet([header, text('A2', 'hidden')]), state: 'veryHidden' },
        {
          name: '주문',
          xml: `<sheetData><row r="1">${header}</row><row r="5" hidden="1">${text('A5', 'shown')}</row></sheetData>`,
        },
      ],
    });
    const { layout, rows } = await read(bytes);
    expect(layout.sheets).toEqual([
      { name: 'secret', hidden: true, rows: null },
      { name: '주문', hidden: false, rows: 1 },
    ]);
    expect({
      sheet: layout.sheet,
      hiddenRows: layout.hiddenRows,
      numbers: rows.map(({ rowNumber }) => rowNumber),
    }).toEqual({ sheet: '주문', hiddenRows: 1, numbers: [5] });
    expect((await read(bytes, { sheet: 'secret' })).rows[0]!.cells[0]).toBe('hidden');
    await expect(read(bytes, { sheet: 'gone' })).rejects.toMatchObject({ code: 'NO_SHEET' });
  });

  it('cells and rows without references stand where they are written; a prefix changes nothing', async () => {
    const xml =
      '<x:sheetData xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:row><x:c t="inlineStr"><x:is><x:t>Order ID</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t>Total</x:t></x:is></x:c></x:row><x:row><x:c><x:v>7</x:v></x:c><x:c><x:v>8</x:v></x:c></x:row></x:sheetData>';
    const { headers, rows } = await read(await workbookFile({ sheets: [{ name: 'a', xml }] }));
    expect(headers).toEqual(['Order ID', 'Total']);
    expect(rows).toEqual([{ rowNumber: 2, cells: ['7', '8'] }]);
  });
});

describe('workbooks that are refused', () => {
  it('a zip bomb, declared or not, is refused before it fills anything', async () => {
    const honest = await bookOf([header], {
      more: { 'xl/worksheets/sheet1.xml': Buffer.alloc(100 * 1024 * 1024, 32) },
    });
    expect(honest.length).toBeLessThan(200_000);
    await expect(read(honest)).rejects.toMatchObject({ code: 'ZIP_BOMB' });
    // The same, but the sizes in the directory and the local header say 1,000 bytes.
    const lying = Buffer.from(honest);
    const size = Buffer.alloc(4);
    size.writeUInt32LE(100 * 1024 * 1024);
    for (let at = lying.indexOf(size); at >= 0; at = lying.indexOf(size, at + 1)) lying.writeUInt32LE(1000, at);
    await expect(read(lying)).rejects.toMatchObject({ code: 'BROKEN_FILE' });
  });

  it.each([
    [
      'UNSUPPORTED_FILE',
      { format: 'ods' },
      () => zipFile({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a/>' }),
    ],
    ['UNSUPPORTED_FILE', { format: 'docx' }, () => zipFile({ 'word/document.xml': '<a/>' })],
    ['UNSUPPORTED_FILE', { format: 'zip' }, () => zipFile({ 'readme.txt': 'hello' })],
    ['BROKEN_FILE', {}, async () => (await bookOf([header])).subarray(0, 900)],
    ['BROKEN_FILE', {}, () => bookOf(['<c r="A1"><v>1'])],
    [
      'BROKEN_FILE',
      {},
      () =>
        workbookFile({
          sheets: [{ name: 'a', xml: '' }],
          more: { 'xl/worksheets/sheet1.xml': '<!DOCTYPE a [<!ENTITY b "b">]><worksheet>&b;</worksheet>' },
        }),
    ],
    ['EMPTY_FILE', {}, () => bookOf([])],
    [
      'OLD_XLS',
      {},
      () =>
        Promise.resolve(
          Buffer.concat([
            Buffer.from('d0cf11e0a1b11ae1', 'hex'),
            Buffer.alloc(600),
            Buffer.from('Workbook', 'utf16le'),
          ]),
        ),
    ],
    [
      'ENCRYPTED_FILE',
      {},
      () =>
        Promise.resolve(
          Buffer.concat([
            Buffer.from('d0cf11e0a1b11ae1', 'hex'),
            Buffer.alloc(70_000),
            Buffer.from('EncryptedPackage', 'utf16le'),
          ]),
        ),
    ],
    ['NO_SHEET', {}, () => workbookFile({ sheets: [{ name: 'a', xml: sheet([header]), state: 'hidden' }] })],
  ] as const)('%s %j', async (code, params, make) => {
    const before = await leftovers();
    await expect(read(await make())).rejects.toMatchObject({ name: 'UnreadableFile', code, params });
    expect(await leftovers()).toBe(before);
  });
});
