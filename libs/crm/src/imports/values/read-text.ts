import { visibleLine, visibleText } from '../../buyers/index.ts';
import { NOTHING, type Read } from './read.ts';

/** What most cells hold: it needs no cleaning. */
const PLAIN = /^[!-~가-힣](?:[!-~가-힣]| (?! ))*$/;
/** `8.21012E+11`: what a spreadsheet makes of a long number. A code such as 1E10 is none: a spreadsheet writes the sign. */
const SCIENTIFIC = /^([+-]?)(\d)(?:[.,](\d+))?E([+-]\d{1,3})$/i;

/** The cell without the apostrophe that formula-safe exports, ours among them, put before what would be run. */
export function withoutGuard(cell: string): string {
  return cell.charCodeAt(0) === 39 && /^'[=+\-@\t\r\n＝＋－＠]/.test(cell) ? cell.slice(1) : cell;
}

/** One line of text. A cell that begins with = is text like any other. */
export function readLine(cell: string, max: number): Read<string> {
  const text = withoutGuard(cell);
  const value = PLAIN.test(text) ? text.trim() : visibleLine(text);
  return value !== null && value.length > max ? { problem: 'TOO_LONG' } : { value };
}

/** Text of several lines. */
export function readText(cell: string, max: number): Read<string> {
  const value = visibleText(withoutGuard(cell));
  return value !== null && value.length > max ? { problem: 'TOO_LONG' } : { value };
}

/** A number or code by which something is known elsewhere. One that a spreadsheet has shortened is no longer what it was. */
export function readId(cell: string, max: number): Read<string> {
  const text = unquoted(withoutGuard(cell));
  const number = expandScientific(text.trim());
  return number === null ? { problem: 'SCIENTIFIC_NUMBER' } : readLine(number, max);
}

/** The text, or what `="0012"` shows: a spreadsheet's way to keep leading zeros. */
export function unquoted(text: string): string {
  return text.charCodeAt(0) === 61 ? (/^="([^"]*)"$/.exec(text)?.[1] ?? text) : text;
}

/** A number in scientific notation with all its digits; null when digits are lost; any other text as it is. */
export function expandScientific(text: string): string | null {
  const match = SCIENTIFIC.exec(text);
  if (!match) return text;
  const [, sign, whole, fraction = '', exponent] = match;
  const places = Number(exponent);
  // A mantissa that is shorter than the number was rounded, unless it is the number: 1.5E+01 is 15.
  if (places < 0 || fraction.length < places) return null;
  const digits = `${whole}${fraction}`;
  const rest = digits.slice(places + 1);
  return `${sign === '-' ? '-' : ''}${digits.slice(0, places + 1)}${rest ? `.${rest}` : ''}`;
}

/** Entries of a cell: a JSON list, lines, or parts between ; or |; between commas only where `commas` says so. */
export function readList(cell: string, max: number, commas: boolean): Read<readonly string[]> {
  const parts =
    jsonList(cell) ?? withoutGuard(cell).split(/[\n|;；]/.test(cell) ? /[\n|;；]/ : commas ? /[,，、]/ : /\n/);
  const entries = parts.map(visibleLine).filter((entry) => entry !== null);
  if (entries.some((entry) => entry.length > max)) return { problem: 'TOO_LONG' };
  return entries.length === 0 ? NOTHING : { value: [...new Set(entries)] };
}

function jsonList(cell: string): string[] | null {
  if (!/^\s*\[\s*"/.test(cell)) return null;
  try {
    const parsed: unknown = JSON.parse(cell);
    return Array.isArray(parsed) ? parsed.map(String) : null;
  } catch {
    return null;
  }
}
