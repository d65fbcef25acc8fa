import { describeRows } from './describe-rows.ts';
import { byMark, detectEncoding, readHead, type TextEncoding } from './detect-encoding.ts';
import { fileForm } from './file-form.ts';
import { ENCODINGS, type Encoding, type Layout, type OpenFile, type ReadingHints, type SourceRow } from './layout.ts';
import { detectForm, readCsvRows } from './read-csv.ts';
import { UnreadableFile } from './unreadable-file.ts';
import { Workbook } from './xlsx/workbook.ts';

/** Where everything stands in a file: it is read once as a whole. Throws UnreadableFile. */
export async function readLayout(open: OpenFile, hints: ReadingHints): Promise<Layout> {
  return (await fileForm(open)) === 'csv' ? csvLayout(open, hints) : xlsxLayout(open, hints);
}

/** The rows below the header, blank ones left out, from the one after `afterRow`. Throws UnreadableFile. */
export async function* readRows(open: OpenFile, layout: Layout, afterRow = 0): AsyncGenerator<SourceRow> {
  const from = Math.max(layout.headerRow, afterRow);
  for await (const row of layout.format === 'csv' ? csvRows(open, layout) : xlsxRows(open, layout))
    if (row.rowNumber > from) yield row;
}

async function csvLayout(open: OpenFile, hints: ReadingHints): Promise<Layout> {
  const encoding = hints.encoding ? await chosenEncoding(open, hints.encoding) : await detectEncoding(open);
  const form = await detectForm(open, encoding);
  const rows = readCsvRows(open, encoding, form, null);
  return {
    format: 'csv',
    encoding: encoding.encoding,
    delimiter: form.delimiter,
    sheets: [],
    sheet: null,
    hiddenRows: 0,
    ...(await describeRows(rows, hints.headerRow ?? null, () => [], false)),
  };
}

async function* csvRows(open: OpenFile, layout: Layout): AsyncGenerator<SourceRow> {
  const encoding = await chosenEncoding(open, layout.encoding!);
  const { newline } = await detectForm(open, encoding);
  yield* readCsvRows(open, encoding, { delimiter: layout.delimiter!, newline }, layout.columns.length);
}

/** The encoding by name; a byte order mark of it is passed over. */
async function chosenEncoding(open: OpenFile, name: string): Promise<TextEncoding> {
  const encoding = ENCODINGS.find((known) => known === name.toLowerCase());
  if (!encoding)
    throw new UnreadableFile('UNKNOWN_ENCODING', { encoding: name.slice(0, 40), known: ENCODINGS.join(', ') });
  const mark = byMark(await readHead(open, 4));
  return { encoding, bomBytes: mark?.encoding === (encoding satisfies Encoding) ? mark.bomBytes : 0 };
}

async function xlsxLayout(open: OpenFile, hints: ReadingHints): Promise<Layout> {
  const book = await Workbook.open(open);
  try {
    const sheet = book.chooseSheet(hints.sheet ?? null);
    const reading = book.readSheet(sheet);
    const described = await describeRows(reading.rows(), hints.headerRow ?? null, () => reading.merges, true);
    return {
      format: 'xlsx',
      encoding: null,
      delimiter: null,
      sheets: book.sheets.map(({ name, hidden }) => ({
        name,
        hidden,
        rows: name === sheet.name ? described.totalRows : null,
      })),
      sheet: sheet.name,
      hiddenRows: reading.hiddenRows,
      ...described,
    };
  } finally {
    await book.close();
  }
}

async function* xlsxRows(open: OpenFile, layout: Layout): AsyncGenerator<SourceRow> {
  const book = await Workbook.open(open);
  try {
    const width = layout.columns.length;
    for await (const row of book.readSheet(book.chooseSheet(layout.sheet)).rows()) {
      while (row.cells.length < width) row.cells.push('');
      if (row.cells.length > width) row.cells.length = width;
      yield row;
    }
  } finally {
    await book.close();
  }
}
