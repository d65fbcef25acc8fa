import type { Readable } from 'node:stream';
import type { MergedCells } from '../describe-rows.ts';
import type { CellProblem, SourceRow } from '../layout.ts';
import { inPattern, NUMBER, plainNumber, serialText, type CellFormat } from './cell-format.ts';
import { readXml } from './read-xml.ts';
import type { TextStore } from './text-store.ts';

/** What the cells of a sheet refer to. */
export interface BookParts {
  readonly texts: TextStore;
  readonly formats: readonly CellFormat[];
  readonly date1904: boolean;
}

/** Merged cells further down join no header. */
const HEADER_ROWS = 1000;
const MAX_CELL = 1024 * 1024;
const MAX_COLUMN = 16_384;
const SHOWN = 200;

interface Cell {
  column: number;
  type: string;
  style: number;
  value: string | null;
  inline: string;
  hasFormula: boolean;
}

/** Streams the rows of one sheet. Hidden rows are rows; formulas count by the value that the spreadsheet last computed. */
export class SheetReader {
  /** Known when the rows were read to their end. */
  readonly merges: MergedCells[] = [];
  hiddenRows = 0;

  #rowNumber = 0;
  #cells: string[] = [];
  #problems: CellProblem[] = [];
  #cell: Cell | null = null;
  #into: 'value' | 'inline' | null = null;
  #phonetic = false;
  #ready: SourceRow[] = [];

  constructor(
    private readonly part: () => Promise<Readable>,
    private readonly book: BookParts,
  ) {}

  /** Rows that hold something. */
  async *rows(): AsyncGenerator<SourceRow> {
    const steps = readXml(await this.part(), {
      open: (name, attributes) => this.#open(name, attributes),
      text: (text) => this.#text(text),
      close: (name) => this.#close(name),
    });
    for await (const _ of steps) {
      if (this.#ready.length === 0) continue;
      const rows = this.#ready;
      this.#ready = [];
      yield* rows;
    }
  }

  #open(name: string, attributes: Readonly<Record<string, string>>): void {
    switch (name) {
      case 'row':
        this.#rowNumber = Number(attributes.r) || this.#rowNumber + 1;
        if (attributes.hidden === '1' || attributes.hidden === 'true') this.hiddenRows += 1;
        this.#cells = [];
        this.#problems = [];
        break;
      case 'c':
        this.#cell = {
          column: attributes.r ? columnOf(attributes.r) : this.#cells.length,
          type: attributes.t ?? 'n',
          style: Number(attributes.s ?? 0),
          value: null,
          inline: '',
          hasFormula: false,
        };
        break;
      case 'f':
        if (this.#cell) this.#cell.hasFormula = true;
        break;
      case 'v':
        this.#into = 'value';
        if (this.#cell) this.#cell.value = '';
        break;
      case 'rPh':
        this.#phonetic = true;
        break;
      case 't':
        this.#into = this.#phonetic ? null : 'inline';
        break;
      case 'mergeCell':
        this.#merge(attributes.ref ?? '');
        break;
    }
  }

  #text(text: string): void {
    if (!this.#cell || !this.#into) return;
    if (this.#into === 'value') this.#cell.value += text;
    else this.#cell.inline += text;
  }

  #close(name: string): void {
    if (name === 'v' || name === 't') this.#into = null;
    else if (name === 'rPh') this.#phonetic = false;
    else if (name === 'c' && this.#cell) this.#store(this.#cell);
    else if (name === 'row') this.#finish();
  }

  #store(cell: Cell): void {
    this.#cell = null;
    if (cell.column < 0 || cell.column >= MAX_COLUMN) return;
    const { text, problem } = this.#read(cell);
    if (text === '' && !problem) return;
    while (this.#cells.length < cell.column) this.#cells.push('');
    this.#cells[cell.column] = text.length > MAX_CELL ? text.slice(0, SHOWN) : text;
    const code = text.length > MAX_CELL ? 'CELL_TOO_LONG' : problem;
    if (code) this.#problems.push({ column: cell.column, code, value: text.slice(0, SHOWN) });
  }

  #finish(): void {
    if (this.#cells.every((cell) => cell.trim() === '') && this.#problems.length === 0) return;
    this.#ready.push({
      rowNumber: this.#rowNumber,
      cells: this.#cells,
      ...(this.#problems.length > 0 && { problems: this.#problems }),
    });
  }

  #read(cell: Cell): { text: string; problem?: CellProblem['code'] } {
    if (cell.type === 'inlineStr') return { text: unescapeText(cell.inline) };
    if (cell.value === null) return cell.hasFormula ? { text: '', problem: 'FORMULA_WITHOUT_VALUE' } : { text: '' };
    switch (cell.type) {
      case 's':
        return { text: this.book.texts.get(Number(cell.value)) ?? '' };
      case 'str':
        return { text: unescapeText(cell.value) };
      case 'b':
        return { text: cell.value === '1' || cell.value === 'true' ? 'TRUE' : 'FALSE' };
      case 'e':
        return { text: cell.value, problem: 'CELL_ERROR' };
      case 'd':
        return { text: cell.value.replace(/T00:00:00(?:\.0+)?Z?$/, '') };
      default:
        return this.#readNumber(cell.value, cell.style);
    }
  }

  #readNumber(raw: string, style: number): { text: string; problem?: CellProblem['code'] } {
    if (raw === '') return { text: '' };
    const value = Number(raw);
    if (!Number.isFinite(value)) return { text: raw };
    const format = this.book.formats[style] ?? NUMBER;
    const date = format.kind === 'date' ? serialText(value, this.book.date1904) : null;
    if (date !== null) return { text: date };
    const text = plainNumber(value);
    if (text === null) return { text: raw, problem: 'SCIENTIFIC_NUMBER' };
    return { text: format.kind === 'digits' && /^\d+$/.test(text) ? inPattern(text, format.pattern) : text };
  }

  #merge(ref: string): void {
    const match = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(ref);
    if (!match || Number(match[2]) > HEADER_ROWS || this.merges.length >= 10_000) return;
    this.merges.push({
      left: columnOf(match[1]!),
      top: Number(match[2]),
      right: columnOf(match[3]!),
      bottom: Number(match[4]),
    });
  }
}

/** `AB12` -> 27. */
function columnOf(reference: string): number {
  let column = 0;
  for (let index = 0; index < reference.length; index += 1) {
    const code = reference.charCodeAt(index);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

/** Characters that XML cannot hold stand as `_x000D_`. */
export function unescapeText(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
}
