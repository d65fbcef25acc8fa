import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { SaxesParser } from 'saxes';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';

/** Rows of the first sheet of a downloaded workbook, by the names of their columns; every cell as its text. */
export async function firstSheet(content: Buffer): Promise<Record<string, string>[]> {
  const [headers, ...rows] = cellsOf(await partOf(content, 'xl/worksheets/sheet1.xml'));
  return rows.map((row) => Object.fromEntries((headers ?? []).map((header, index) => [header, row[index] ?? ''])));
}

async function partOf(content: Buffer, name: string): Promise<string> {
  const zip = await (promisify(fromBuffer) as (buffer: Buffer, options: object) => Promise<ZipFile>)(content, {
    lazyEntries: true,
  });
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  zip.on('entry', (entry: Entry) => {
    if (entry.fileName !== name) return zip.readEntry();
    zip.openReadStream(entry, (error, stream) => {
      if (error) reject(error);
      else void text(stream).then(resolve, reject);
    });
  });
  zip.on('end', () => reject(new Error(`there is no ${name}`))).on('error', reject);
  zip.readEntry();
  return promise;
}

function cellsOf(xml: string): string[][] {
  const rows: string[][] = [];
  let [column, content] = [0, ''];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'row') rows.push([]);
    if (name !== 'c') return;
    const letters = String(attributes['r']).replace(/\d+$/, '');
    column = [...letters].reduce((sum, letter) => sum * 26 + letter.codePointAt(0)! - 64, 0) - 1;
    content = '';
  });
  parser.on('text', (part) => (content += part));
  parser.on('closetag', ({ name }) => {
    if (name === 'c') rows.at(-1)![column] = content;
  });
  parser.write(xml).close();
  return rows;
}
