import fc from 'fast-check';
import { Readable } from 'node:stream';
import { TextDecoder } from 'node:util';
import { Cp949Decoder } from './cp949-decoder.ts';
import { readLayout, readRows, type Layout, type SourceRow } from './index.ts';
import { openBytes } from './testing/workbook-file.ts';

const hints = { fileName: 'file.csv' };

/** Each character that an encoding writes with two bytes: the decoder's own table, turned round. */
const cp949 = encoderOf(() => new Cp949Decoder());
const gb18030 = encoderOf(() => new TextDecoder('gb18030'));

function encoderOf(makeDecoder: () => { decode(bytes: Uint8Array): string }): (text: string) => Buffer {
  const decoder = makeDecoder();
  const bytesOf = new Map<string, Buffer>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x41; trail <= 0xfe; trail += 1) {
      const bytes = Buffer.from([lead, trail]);
      const text = decoder.decode(bytes);
      if (text.length === 1 && text !== '\uFFFD' && !bytesOf.has(text)) bytesOf.set(text, bytes);
    }
  }
  return (text) =>
    Buffer.concat([...text].map((letter) => (letter < '\u0080' ? Buffer.from(letter) : bytesOf.get(letter)!)));
}

async function read(bytes: Buffer | string, more: { headerRow?: number; encoding?: string } = {}, pieceBytes?: number) {
  const open = openBytes(Buffer.from(bytes), pieceBytes);
  const layout = await readLayout(open, { ...hints, ...more });
  const rows: SourceRow[] = [];
  for await (const row of readRows(open, layout)) rows.push(row);
  return { layout, rows, headers: layout.columns.map(({ header }) => header), cells: rows.map(({ cells }) => cells) };
}

describe('reading delimited text', () => {
  it.each([
    ['comma', 'Order ID,Buyer\n1,Kim\n'],
    ['semicolon', 'Order ID;Buyer\n1;Kim\n'],
    ['tab', 'Order ID\tBuyer\n1\tKim\n'],
    ['bar', 'Order ID|Buyer\n1|Kim\n'],
    ['CRLF', 'Order ID,Buyer\r\n1,Kim\r\n\r\n\r\n'],
    ['CR alone', 'Order ID,Buyer\r1,Kim\r'],
    ['no line end at the end', 'Order ID,Buyer\n1,Kim'],
    ['a byte order mark', '\uFEFFOrder ID,Buyer\n1,Kim\n'],
    ['what Excel is told', 'sep=;\nOrder ID;Buyer\n1;Kim\n'],
  ])('finds the cells: %s', async (_, text) => {
    const { headers, cells, layout } = await read(text);
    expect({ headers, cells, total: layout.totalRows }).toEqual({
      headers: ['Order ID', 'Buyer'],
      cells: [['1', 'Kim']],
      total: 1,
    });
  });

  it('keeps quotes, delimiters and line ends inside quoted cells, and numbers rows as a spreadsheet does', async () => {
    const text = 'Order ID,Note\n1,"a, ""b""\nc"\n\n2,"x"\n';
    const { rows } = await read(text);
    expect(rows).toEqual([
      { rowNumber: 2, cells: ['1', 'a, "b"\nc'] },
      { rowNumber: 4, cells: ['2', 'x'] },
    ]);
  });

  it('writes any cells and reads them again, wherever the pieces end', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', '한', 'é', '\t', '12'), maxLength: 8 });
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 40 }),
        async (pairs, pieceBytes) => {
          const filled = pairs.map(([left, right], index) => [`${index}`, left, right]);
          const text = [['Order ID', 'Buyer', 'Note'], ...filled].map((row) => row.map(quoted).join(',')).join('\r\n');
          const { cells } = await read(text, {}, pieceBytes);
          expect(cells).toEqual(filled);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('a quote that is never closed spoils its own row, and not the rest', async () => {
    const { rows } = await read(
      'Order ID,Note,Total\n1,"open,5\n2,fine,6\n3,"also ""fine""",7\n4,"x" y,8\n5,12" pipe,9\n6,12" a,b,9\n',
    );
    expect(rows.map(({ rowNumber, problems }) => [rowNumber, problems?.map(({ code }) => code) ?? []])).toEqual([
      [2, ['STRAY_QUOTE']],
      [3, []],
      [4, []],
      [5, ['STRAY_QUOTE']],
      [6, []],
      [7, ['STRAY_QUOTE']],
    ]);
    expect(rows[4]!.cells).toEqual(['5', '12" pipe', '9']);
  });

  it('an open quote before megabytes of text is given up within a megabyte', async () => {
    const filler = `${'x'.repeat(1000)},fine,1\n`.repeat(3000);
    const { rows } = await read(`Order ID,Note,Total\n1,"open,5\n${filler}`);
    expect(rows[0]!.problems?.[0]?.code).toBe('STRAY_QUOTE');
    expect(rows).toHaveLength(3001);
    expect(rows.slice(1).every(({ problems }) => problems === undefined)).toBe(true);
  });

  it('a line without an end is one bad row, not a full memory', async () => {
    const endless = `1,${'x'.repeat(9 * 1024 * 1024)}\n2,fine\n`;
    const { rows } = await read(`Order ID,Note\n${endless}`);
    expect(rows.map(({ rowNumber, problems }) => [rowNumber, problems?.[0]?.code ?? null])).toEqual([
      [2, 'CELL_TOO_LONG'],
      [3, null],
    ]);
    expect(rows[0]!.cells.join('').length).toBeLessThan(1000);
  });

  it('says when a row has more cells than the header, which moves what stands behind', async () => {
    const { rows } = await read('Order ID,Buyer,Total\n1,Kim,5\n2,Lee, Inc.,6\n3,Park,7,\n');
    expect(rows.map(({ problems }) => problems?.[0]?.code ?? null)).toEqual([null, 'TOO_MANY_CELLS', null]);
    expect(rows[2]!.cells).toEqual(['3', 'Park', '7']);
  });

  it('finds the header below titles, names blank and repeated ones, and reads from another row by hand', async () => {
    const text = '2026년 주문 목록,,,\n작성자: 김,,,\n\n주문번호,,금액,금액\n1,x,5,6\n';
    const { layout, headers, rows } = await read(text);
    expect(layout.headerRow).toBe(4);
    expect(headers).toEqual(['주문번호', '(B)', '금액', '금액 (2)']);
    expect(rows.map(({ rowNumber }) => rowNumber)).toEqual([5]);
    const byHand = await read(text, { headerRow: 2 });
    expect(byHand.headers[0]).toBe('작성자: 김');
    expect(byHand.layout.totalRows).toBe(2);
  });

  it('decides date order and decimal sign over whole columns', async () => {
    const body = Array.from({ length: 300 }, (_, index) => `${index},2/3/26,3/4/2026,"1,5","1.234"`).join('\n');
    const { layout } = await read(
      `Order ID,Order Date,Paid at,Amount,Price\n${body}\n301,2/13/26,5/6/2026,"2,25","5.678"\n`,
    );
    expect(layout.columns.map(({ dateOrder }) => dateOrder)).toEqual([null, 'mdy', 'ambiguous', null, null]);
    expect(layout.columns.map(({ decimal }) => decimal)).toEqual([null, null, null, 'comma', 'ambiguous']);
  });

  it.each([
    ['EMPTY_FILE', ''],
    ['EMPTY_FILE', '\n\n  \n'],
    ['UNSUPPORTED_FILE', '%PDF-1.7 x'],
    ['UNSUPPORTED_FILE', '<html><body><table><tr><td>1</td></tr></table>'],
    ['UNSUPPORTED_FILE', Buffer.from(Array.from({ length: 500 }, (_, index) => (index * 37) % 256))],
  ])('refuses with %s', async (code, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({ name: 'UnreadableFile', code });
  });

  it('refuses an encoding and a header row that are not there', async () => {
    await expect(read('a,b\n1,2', { encoding: 'klingon' })).rejects.toMatchObject({ code: 'UNKNOWN_ENCODING' });
    await expect(read('a,b\n1,2', { headerRow: 9 })).rejects.toMatchObject({ code: 'NO_HEADER' });
  });

  it('starts again after a row', async () => {
    const open = openBytes(Buffer.from('Order ID,Buyer\n1,a\n2,b\n3,c\n'));
    const layout = JSON.parse(JSON.stringify(await readLayout(open, hints))) as Layout;
    const rows: number[] = [];
    for await (const { rowNumber } of readRows(open, layout, 3)) rows.push(rowNumber);
    expect(rows).toEqual([4]);
  });
});

describe('encodings', () => {
  const korean = fc.string({
    unit: fc.constantFrom(...'가나다라마바사힣쀍뷁믜똠방각하테스트주문번호 abc123,.-'),
    minLength: 1,
    maxLength: 30,
  });
  const rowsOf = (texts: readonly string[]) =>
    `주문번호,메모\n${texts.map((text, index) => `${index},"${text}"`).join('\n')}\n`;

  it.each([
    ['cp949', (text: string) => cp949(text)],
    ['utf-8', (text: string) => Buffer.from(text)],
    ['utf-16le', (text: string) => Buffer.from(text, 'utf16le')],
    ['utf-16le', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['utf-16be', (text: string) => Buffer.from(text, 'utf16le').swap16()],
    ['utf-16be', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
  ] as const)('recognises %s and loses no letter, wherever the pieces end', async (encoding, encode) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(korean, { minLength: 2, maxLength: 12 }),
        fc.integer({ min: 1, max: 50 }),
        async (texts, pieceBytes) => {
          const { layout, cells } = await read(encode(rowsOf(texts)), {}, pieceBytes);
          expect(layout.encoding).toBe(encoding);
          expect(cells).toEqual(texts.map((text, index) => [`${index}`, text]));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('CP949 has all syllables of Korean, each at its place', () => {
    const decode = (...bytes: number[]) => new Cp949Decoder().decode(Uint8Array.from(bytes));
    // The corners of the code page as Microsoft publishes it, and the word that EUC-KR is known to lack.
    expect([
      decode(0x81, 0x41),
      decode(0x8c, 0x63),
      decode(0x94, 0xee),
      decode(0xc6, 0x52),
      decode(0xb0, 0xa1),
    ]).toEqual(['갂', '똠', '뷁', '힣', '가']);
    const syllables = Array.from({ length: 11_172 }, (_, index) => String.fromCharCode(0xac00 + index)).join('');
    expect(new Cp949Decoder().decode(cp949(syllables))).toBe(syllables);
    expect(decode(0xa2, 0xe6)).toBe('€');
    expect(decode(0xb0, 0x2c, 0x41)).toBe('\uFFFD,A');
    expect(decode(0xb0)).toBe('\uFFFD');
  });

  it('a file that turns Korean after 200 kB of ASCII is read whole again', async () => {
    const ascii = Array.from({ length: 20_000 }, (_, index) => `${index},plain text`).join('\n');
    const { layout, rows } = await read(cp949(`Order ID,Note\n${ascii}\n99999,똠방각하\n`));
    expect(layout.encoding).toBe('cp949');
    expect(rows.at(-1)!.cells).toEqual(['99999', '똠방각하']);
  });

  it('one broken letter in a file of UTF-8 leaves the rest as it is, and marks its own cell', async () => {
    const text = rowsOf(Array.from({ length: 100 }, () => '안녕하세요'));
    const bytes = Buffer.from(text);
    const broken = Buffer.concat([bytes.subarray(0, -5), Buffer.from([0xff]), bytes.subarray(-4)]);
    const { layout, rows } = await read(broken);
    expect(layout.encoding).toBe('utf-8');
    expect(rows.slice(0, -1).every(({ cells }) => cells[1] === '안녕하세요')).toBe(true);
    expect(rows.at(-1)!.cells[1]).toContain('\uFFFD');
  });

  it('knows Chinese by its headers, and takes GB18030 by hand', async () => {
    const known = await read(gb18030('订单号,买家ID,订单金额\n1,abc,5\n'));
    expect(known.layout.encoding).toBe('gb18030');
    expect(known.headers).toEqual(['订单号', '买家ID', '订单金额']);
    const byHand = await read(gb18030('甲,乙\n上海,北京\n'), { encoding: 'gb18030' });
    expect(byHand.cells).toEqual([['上海', '北京']]);
  });

  it('lets go of the file when the caller stops in the middle', async () => {
    let destroyed = 0;
    const open = () => {
      const stream = Readable.from(
        Array.from({ length: 1000 }, (_, index) => Buffer.from(index === 0 ? 'Order ID,Buyer\n' : `${index},x\n`)),
      );
      stream.on('close', () => (destroyed += 1));
      return Promise.resolve(stream);
    };
    const layout = await readLayout(open, hints);
    destroyed = 0;
    for await (const row of readRows(open, layout)) if (row.rowNumber > 3) break;
    await new Promise((resolve) => setImmediate(resolve));
    expect(destroyed).toBeGreaterThan(0);
  });
});
