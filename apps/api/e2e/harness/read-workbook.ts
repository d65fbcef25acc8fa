import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { SaxesParser } from 'saxes';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';

/** A sheet as a spreadsheet shows it: texts, numbers, instants by their style. */
export interface ReadSheet {
  readonly name: string;
  readonly rows: (string | number | Date | null)[][];
}

const EPOCH_MS = Date.UTC(1899, 11, 30);
const DATE_STYLES = new Set(['2', '3']);

/** Reads a workbook with tools other than those that wrote it. */
export async function readWorkbook(content: Buffer): Promise<ReadSheet[]> {
  const parts = await unzip(content);
  const names = [...(parts.get('xl/workbook.xml') ?? '').matchAll(/<sheet name="([^"]*)"/g)].map((match) => match[1]!);
  return names.map((name, at) => ({ name, rows: readSheet(parts.get(`xl/worksheets/sheet${at + 1}.xml`) ?? '') }));
}

/** The files of a zip as texts. */
export async function unzip(content: Buffer): Promise<Map<string, string>> {
  const open = promisify(fromBuffer) as (buffer: Buffer, options: object) => Promise<ZipFile>;
  const zip = await open(content, { lazyEntries: true });
  const parts = new Map<string, string>();
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  zip.on('entry', (entry: Entry) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      text(stream).then((part) => {
        parts.set(entry.fileName, part);
        zip.readEntry();
      }, reject);
    });
  });
  zip.on('end', resolve).on('error', reject);
  zip.readEntry();
  await promise;
  return parts;
}

function readSheet(xml: string): ReadSheet['rows'] {
  const rows: ReadSheet['rows'] = [];
  let cell = { column: 0, type: '', style: '', text: '' };
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'row') rows.push([]);
    if (name !== 'c') return;
    const letters = String(attributes['r']).replace(/\d+$/, '');
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.codePointAt(0)! - 64, 0) - 1;
    cell = { column, type: String(attributes['t'] ?? ''), style: String(attributes['s'] ?? ''), text: '' };
  });
  parser.on('text', (part) => (cell.text += part));
  parser.on('closetag', ({ name }) => {
    if (name !== 'c') return;
    const row = rows.at(-1)!;
    while (row.length < cell.column) row.push(null);
    row.push(valueOf(cell));
  });
  parser.write(xml).close();
  return rows;
}

function valueOf({
  type,
  style,
  text: written,
}: {
  type: string;
  style: string;
  text: string;
}): string | number | Date {
  if (type === 'inlineStr') return written;
  const number = Number(written);
  return DATE_STYLES.has(style) ? new Date(EPOCH_MS + Math.round(number * 86_400) * 1_000) : number;
}
