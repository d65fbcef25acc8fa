/** What a cell of a sheet is written as. */
export type SheetCellKind = 'text' | 'number' | 'instant' | 'date';

/** Places of the styles in `STYLES`. */
const STYLE: Record<SheetCellKind | 'header', number> = { text: 0, header: 1, instant: 2, date: 3, number: 0 };

/** Characters that Excel lets one cell hold. */
const LONGEST_TEXT = 32_767;
/** What XML 1.0 cannot hold at all; control characters have no meaning for a reader of a sheet. */
const UNWRITABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as XML. */
export function escapeXml(text: string): string {
  return text.replace(UNWRITABLE, '').replace(/[&<>"]/g, (mark) => ESCAPES[mark] ?? mark);
}

/** The beginning of a sheet: the first row stays in sight. */
export function sheetStart(widths: readonly number[]): string {
  const columns = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`);
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0">' +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${columns.join('')}</cols><sheetData>`
  );
}

/** The end of a sheet. */
export const SHEET_END = '</sheetData></worksheet>';

/** One row. Texts are texts: nothing in them is run, and no digit of a phone or a postcode is lost. */
export function sheetRow(
  rowNumber: number,
  cells: readonly (string | null)[],
  kindOf: (column: number) => SheetCellKind | 'header',
): string {
  let xml = `<row r="${rowNumber}">`;
  for (let column = 0; column < cells.length; column += 1) {
    const value = cells[column];
    if (value === null || value === undefined || value === '') continue;
    const kind = kindOf(column);
    const place = `${columnName(column)}${rowNumber}`;
    xml +=
      kind === 'text' || kind === 'header'
        ? `<c r="${place}" s="${STYLE[kind]}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(shortened(value))}</t></is></c>`
        : `<c r="${place}" s="${STYLE[kind]}"><v>${value}</v></c>`;
  }
  return `${xml}</row>`;
}

/** A, B, ... Z, AA, AB, ... */
export function columnName(column: number): string {
  const letter = String.fromCodePoint(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

function shortened(text: string): string {
  return text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT - 1)}…`;
}

/** The styles that the cells name: plain, bold, an instant, a day. */
export const STYLES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/></numFmts>' +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>';
