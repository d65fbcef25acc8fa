import { Readable } from 'node:stream';
import { StreamedZip } from '../streamed-zip.ts';
import { escapeXml, SHEET_END, sheetRow, sheetStart, STYLES, type SheetCellKind } from './sheet-xml.ts';

/** Rows that Excel can hold, without the headers. */
export const MOST_ROWS = 1_048_575;

/** The sheet that holds the list. */
export interface Sheet {
  readonly name: string;
  readonly headers: readonly string[];
  readonly kinds: readonly SheetCellKind[];
  /** Rows in batches, as texts; numbers and day numbers as they are written in XML. */
  readonly batches: AsyncIterable<readonly (readonly (string | null)[])[]>;
}

/** A sheet beside it that says in name and value what the file is. */
export interface AboutSheet {
  readonly name: string;
  readonly lines: readonly (readonly [name: string, value: string])[];
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const COLUMN_WIDTH = 18;

/**
 * A workbook (Office Open XML) as a stream: a row is forgotten when it is written, whatever their number, where the writers that
 * can be installed hold all of them. `about` is asked when the rows are through, so that it can count them.
 */
export function workbookStream(sheet: Sheet, about: () => Promise<AboutSheet>, aboutName: string): Readable {
  const zip = new StreamedZip();
  const entry = (path: string, chunks: AsyncIterable<string> | Iterable<string>): void =>
    zip.add(path, async () => Readable.from(chunks, { objectMode: false }));
  entry('xl/worksheets/sheet1.xml', listXml(sheet));
  entry('xl/worksheets/sheet2.xml', aboutXml(about));
  for (const [path, xml] of Object.entries(partsOf(sheet.name, aboutName))) entry(path, [xml]);
  zip.end();
  return zip.output;
}

async function* listXml({ headers, kinds, batches }: Sheet): AsyncGenerator<string> {
  yield sheetStart(headers.map(() => COLUMN_WIDTH)) + sheetRow(1, headers, () => 'header');
  let rowNumber = 1;
  const kindOf = (column: number): SheetCellKind => kinds[column] ?? 'text';
  for await (const batch of batches) {
    let xml = '';
    for (const cells of batch) {
      rowNumber += 1;
      xml += sheetRow(rowNumber, cells, kindOf);
    }
    yield xml;
  }
  yield SHEET_END;
}

async function* aboutXml(about: () => Promise<AboutSheet>): AsyncGenerator<string> {
  const { lines } = await about();
  const rows = lines.map((line, at) => sheetRow(at + 1, line, (column) => (column === 0 ? 'header' : 'text')));
  yield sheetStart([24, 80]) + rows.join('') + SHEET_END;
}

function partsOf(sheetName: string, aboutName: string): Record<string, string> {
  const content = (part: string, kind: string): string =>
    `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
  return {
    '[Content_Types].xml':
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      content('/xl/workbook.xml', 'sheet.main') +
      content('/xl/worksheets/sheet1.xml', 'worksheet') +
      content('/xl/worksheets/sheet2.xml', 'worksheet') +
      `${content('/xl/styles.xml', 'styles')}</Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE_RELATIONS}">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml':
      `${HEAD}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${RELATIONS}"><sheets>` +
      `<sheet name="${escapeXml(sheetName)}" sheetId="1" r:id="rId1"/><sheet name="${escapeXml(aboutName)}" sheetId="2" r:id="rId2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      `${HEAD}<Relationships xmlns="${PACKAGE_RELATIONS}">` +
      relation('rId1', 'worksheet', 'worksheets/sheet1.xml') +
      relation('rId2', 'worksheet', 'worksheets/sheet2.xml') +
      `${relation('rId3', 'styles', 'styles.xml')}</Relationships>`,
    'xl/styles.xml': STYLES,
  };
}
