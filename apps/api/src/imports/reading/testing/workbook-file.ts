import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';
import type { OpenFile } from '../layout.ts';

/** A workbook made by hand: its parts as XML, so that a test can hold what no library writes. */
export interface WorkbookParts {
  /** Name -> XML between the tags of the worksheet, or the sheet with its state. */
  readonly sheets: readonly { name: string; xml: string; state?: 'hidden' | 'veryHidden' }[];
  readonly sharedStrings?: readonly string[];
  /** XML of `numFmts` and `cellXfs`. */
  readonly styles?: string;
  readonly date1904?: boolean;
  readonly more?: Readonly<Record<string, string | Buffer>>;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The file of a workbook. */
export function workbookFile(parts: WorkbookParts): Promise<Buffer> {
  const sheets = parts.sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="s${index + 1}"/>`,
  );
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const files: Record<string, string | Buffer> = {
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}">${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr${parts.date1904 ? ' date1904="1"' : ''}/><sheets>${sheets.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}">${parts.sheets.map((_, index) => relation(`s${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`)).join('')}${relation('t', 'sharedStrings', '/xl/sharedStrings.xml')}${relation('y', 'styles', 'styles.xml')}</Relationships>`,
    ...(parts.sharedStrings && {
      'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${MAIN}">${parts.sharedStrings.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    }),
    ...(parts.styles && { 'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}">${parts.styles}</styleSheet>` }),
    ...Object.fromEntries(
      parts.sheets.map(({ xml }, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `${HEAD}<worksheet xmlns="${MAIN}">${xml}</worksheet>`,
      ]),
    ),
    ...parts.more,
  };
  return zipFile(files);
}

/** A zip of the given files. */
export async function zipFile(files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return buffer(zip.outputStream);
}

/** Opens bytes as the file store opens a file, in pieces of `pieceBytes`. */
export function openBytes(bytes: Buffer, pieceBytes = 64 * 1024): OpenFile {
  return () =>
    Promise.resolve(
      Readable.from(
        (function* () {
          for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
        })(),
      ),
    );
}
