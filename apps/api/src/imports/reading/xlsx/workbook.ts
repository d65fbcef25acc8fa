import { join } from 'node:path';
import type { OpenFile } from '../layout.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { cellFormat, type CellFormat } from './cell-format.ts';
import { readWholeXml, readXml } from './read-xml.ts';
import { SheetReader, unescapeText } from './sheet-reader.ts';
import { TextStore } from './text-store.ts';
import { ZipParts } from './zip-parts.ts';

/** A sheet of an open workbook. */
export interface BookSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly path: string;
}

const MAX_SHEETS = 1000;
const MAX_STYLES = 100_000;

/** An open XLSX file. It keeps a temporary folder, which `close` takes away. */
export class Workbook {
  private constructor(
    private readonly parts: ZipParts,
    private readonly texts: TextStore,
    readonly sheets: readonly BookSheet[],
    private readonly formats: readonly CellFormat[],
    private readonly date1904: boolean,
  ) {}

  static async open(openFile: OpenFile): Promise<Workbook> {
    const parts = await ZipParts.open(openFile);
    let texts: TextStore | null = null;
    try {
      const path = await workbookPath(parts);
      const { sheets, date1904 } = await readSheets(parts, path);
      const related = await relations(parts, path);
      const target = (type: string) =>
        [...related.values()].find((relation) => relation.type.endsWith(`/${type}`))?.path ?? null;
      texts = new TextStore(join(parts.folder, 'texts'));
      await readTexts(parts, target('sharedStrings'), texts);
      const formats = await readFormats(parts, target('styles'));
      const found = sheets.flatMap(({ id, ...sheet }) => {
        const relation = related.get(id);
        return relation?.type.endsWith('/worksheet') ? [{ ...sheet, path: relation.path }] : []; // charts are no tables
      });
      if (found.length === 0) throw new UnreadableFile('NO_SHEET');
      return new Workbook(parts, texts, found, formats, date1904);
    } catch (error) {
      texts?.close();
      await parts.close();
      throw error;
    }
  }

  /** The sheet of the name; without a name, the first that is shown. A hidden sheet is read only when it is asked for. */
  chooseSheet(name: string | null): BookSheet {
    const sheet =
      name === null ? this.sheets.find(({ hidden }) => !hidden) : this.sheets.find((each) => each.name === name);
    if (!sheet) throw new UnreadableFile('NO_SHEET', name === null ? {} : { sheet: name.slice(0, 100) });
    return sheet;
  }

  readSheet(sheet: BookSheet): SheetReader {
    const part = async () => {
      const content = await this.parts.part(sheet.path);
      if (!content) throw new UnreadableFile('BROKEN_FILE');
      return content;
    };
    return new SheetReader(part, { texts: this.texts, formats: this.formats, date1904: this.date1904 });
  }

  async close(): Promise<void> {
    this.texts.close();
    await this.parts.close();
  }
}

/** Where the workbook's own part lies. A zip that is no workbook, or one of another program, is said by its format. */
async function workbookPath(parts: ZipParts): Promise<string> {
  const roots = await relations(parts, '');
  const path = [...roots.values()].find(({ type }) => type.endsWith('/officeDocument'))?.path ?? 'xl/workbook.xml';
  if (path.toLowerCase().endsWith('.bin')) throw new UnreadableFile('UNSUPPORTED_FILE', { format: 'xlsb' });
  if (parts.has(path) && path.toLowerCase().includes('workbook')) return path;
  const format = parts.has('content.xml') ? 'ods' : parts.has('word/document.xml') ? 'docx' : 'zip';
  throw new UnreadableFile('UNSUPPORTED_FILE', { format });
}

async function readSheets(parts: ZipParts, path: string) {
  const sheets: { id: string; name: string; hidden: boolean }[] = [];
  let date1904 = false;
  await readWholeXml(await parts.part(path), {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = attributes.date1904 === '1' || attributes.date1904 === 'true';
      if (name !== 'sheet' || sheets.length >= MAX_SHEETS) return;
      const id = Object.entries(attributes).find(([key]) => key === 'id' || key.endsWith(':id'))?.[1] ?? '';
      sheets.push({ id, name: attributes.name ?? '', hidden: (attributes.state ?? 'visible') !== 'visible' });
    },
  });
  return { sheets, date1904 };
}

/** What a part refers to, by id; `''` is the package itself. */
async function relations(parts: ZipParts, path: string): Promise<Map<string, { type: string; path: string }>> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const found = new Map<string, { type: string; path: string }>();
  await readWholeXml(await parts.part(`${folder}_rels/${path.slice(folder.length)}.rels`), {
    open(name, { Id, Type, Target }) {
      if (
        name !== 'Relationship' ||
        Id === undefined ||
        Type === undefined ||
        Target === undefined ||
        found.size >= MAX_SHEETS * 2
      )
        return;
      const target = Target.startsWith('/')
        ? Target.slice(1)
        : new URL(Target, `zip://book/${folder}`).pathname.slice(1);
      found.set(Id, { type: Type, path: decodeURI(target) });
    },
  });
  return found;
}

async function readTexts(parts: ZipParts, path: string | null, texts: TextStore): Promise<void> {
  const part = path === null ? null : await parts.part(path);
  if (!part) return;
  let text = '';
  let inside = false;
  let phonetic = false;
  const steps = readXml(part, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') inside = !phonetic;
    },
    text(more) {
      if (inside) text += more;
    },
    close(name) {
      if (name === 't') inside = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') texts.add(unescapeText(text));
    },
  });
  for await (const _ of steps);
  texts.seal();
}

/** The format of each cell style, by the style's number. */
async function readFormats(parts: ZipParts, path: string | null): Promise<CellFormat[]> {
  const codes = new Map<number, string>();
  const formats: CellFormat[] = [];
  let inCells = false;
  await readWholeXml(path === null ? null : await parts.part(path), {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells && formats.length < MAX_STYLES) {
        const id = Number(attributes.numFmtId ?? 0);
        formats.push(cellFormat(id, codes.get(id)));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}
