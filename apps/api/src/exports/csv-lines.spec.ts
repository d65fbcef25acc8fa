import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { CsvLines } from './csv-lines.ts';

async function through(chunks: string[], headers = ['a']): Promise<[string, number]> {
  const lines = new CsvLines(headers);
  const written = await text(Readable.from(chunks.map((chunk) => Buffer.from(chunk))).pipe(lines));
  return [written, lines.rows];
}

describe('lines of a CSV file', () => {
  it('are led by mark and headers and end with CRLF', async () =>
    // text() takes the mark off, so it is looked for in the bytes
    expect(await through(['1,2\n3,4\n'], ['수량, 개', 'b'])).toEqual(['"수량, 개",b\r\n1,2\r\n3,4\r\n', 2]));

  it('keep the line breaks of a cell, also when a chunk ends inside', async () => {
    const file = 'x,"one\ntwo ""three""\n"\ny,""\n';
    for (let cut = 0; cut <= file.length; cut += 1) {
      const [written, rows] = await through([file.slice(0, cut), file.slice(cut)]);
      expect([written, rows]).toEqual(['a\r\nx,"one\ntwo ""three""\n"\r\ny,""\r\n', 2]);
    }
  });

  it('have no header that a spreadsheet would run', async () =>
    expect((await through([], ['=1+1', '이름']))[0]).toBe("'=1+1,이름\r\n"));

  it('begin with the mark of UTF-8', async () => {
    const lines = new CsvLines(['이름']);
    lines.end();
    const [first] = await lines.toArray();
    expect(Buffer.from(first as Buffer).subarray(0, 6)).toEqual(Buffer.from('\uFEFF이', 'utf8'));
  });
});
