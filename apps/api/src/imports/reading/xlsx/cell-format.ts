/** How the number of a cell is shown: as a date, as digits in a pattern (a phone number, a postcode), or as a number. */
export type CellFormat =
  { readonly kind: 'number' } | { readonly kind: 'date' } | { readonly kind: 'digits'; readonly pattern: string };

export const NUMBER: CellFormat = { kind: 'number' };
const DATE: CellFormat = { kind: 'date' };

/** Built-in formats that show a date or a time (ECMA-376, 18.8.30); 27 to 36 and 50 to 58 are those of Korea, China and Japan. */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** The format of a number format id; `code` is its own code, for those that the workbook defines. */
export function cellFormat(id: number, code: string | undefined): CellFormat {
  if (code === undefined) return isBuiltInDate(id) ? DATE : NUMBER;
  const [first = ''] = code.split(';');
  const plain = first
    .replace(/"[^"]*"/g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/\\./g, '')
    .replace(/[_*]./g, '');
  if (/general/i.test(plain)) return NUMBER;
  if (/[ymdhs]/i.test(plain.replace(/E[+-]/gi, ''))) return DATE;
  const pattern = first.replace(/\\(.)/g, '$1').replace(/"([^"]*)"/g, '$1');
  const grouped = /^[0#]+(?:[-\s().]+[0#]+)+$/.test(pattern.replace(/^\(/, '')) && !/^[#0]*\.[#0]*$/.test(pattern);
  return grouped || /^0{2,}$/.test(pattern) ? { kind: 'digits', pattern } : NUMBER;
}

/** A number as text with all its digits; null when it has more than the 15 that a spreadsheet keeps. */
export function plainNumber(value: number): string | null {
  if (Number.isInteger(value)) return Math.abs(value) < 1e15 ? String(value) : null;
  const shortest = String(value);
  if (shortest.length <= 16 && !shortest.includes('e')) return shortest; // a point and at most 15 digits
  // What a spreadsheet shows: 0.1 + 0.2 is stored as 0.30000000000000004.
  const [mantissa, exponent] = value.toExponential(14).split('e') as [string, string];
  const sign = mantissa.startsWith('-') ? '-' : '';
  const digits = mantissa.replace(/[-.]/g, '');
  const places = Number(exponent) + 1;
  const text =
    places <= 0
      ? `0.${'0'.repeat(-places)}${digits}`
      : `${digits.slice(0, places).padEnd(places, '0')}.${digits.slice(places)}`;
  return sign + text.replace(/0+$/, '').replace(/\.$/, '');
}

/** The digits of a whole number in a pattern such as 000-0000-0000, from the right; those that are left go before. */
export function inPattern(digits: string, pattern: string): string {
  let rest = digits;
  let shown = '';
  for (let index = pattern.length - 1; index >= 0; index -= 1) {
    const mark = pattern[index]!;
    if (mark !== '0' && mark !== '#') {
      if (rest !== '' || /0/.test(pattern.slice(0, index))) shown = mark + shown;
      continue;
    }
    shown = (rest === '' ? (mark === '0' ? '0' : '') : rest.at(-1)!) + shown;
    rest = rest.slice(0, -1);
  }
  return rest + shown;
}

const DAY_SECONDS = 86_400;
/** Days from the spreadsheet's day 0 to 1970-01-01, in its two systems. */
const EPOCH_1900 = 25_569;
const EPOCH_1904 = 24_107;

/** A day number as ISO text: a date, a date with its time, or a time alone; null outside of the years 1900 to 9999. */
export function serialText(serial: number, date1904: boolean): string | null {
  if (!(serial >= 0) || serial >= 2_958_466) return null;
  if (serial < 1) return new Date(Math.round(serial * DAY_SECONDS) * 1000).toISOString().slice(11, 19);
  // The 1900 system counts a 29 February that never was; days before it stand one further on.
  const day = !date1904 && serial < 60 ? serial + 1 : serial;
  const seconds = Math.round((day - (date1904 ? EPOCH_1904 : EPOCH_1900)) * DAY_SECONDS);
  const text = new Date(seconds * 1000).toISOString();
  return seconds % DAY_SECONDS === 0 ? text.slice(0, 10) : text.slice(0, 19);
}
