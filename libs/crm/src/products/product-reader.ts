import { visibleLine, visibleText } from '../buyers/index.ts';
import type { ProductProblem } from './entered-product.ts';

/** PostgreSQL's integer. */
const MAX_INT = 2 ** 31 - 1;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Days outside are slips of the pen. */
const [FIRST_DAY, LAST_DAY] = ['1990-01-01', '2100-12-31'];
const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Reads what was entered into what is kept, and collects what cannot be kept. */
export class ProductReader {
  readonly problems: ProductProblem[] = [];

  refuse(field: string, message: string): void {
    this.problems.push({ field, message });
  }

  /** A line that must be there. */
  line(field: string, entered: string, most: number): string {
    const line = visibleLine(entered);
    if (line === null) this.refuse(field, 'must not be empty');
    else if (line.length > most) this.refuse(field, `must be at most ${most} characters`);
    return line ?? '';
  }

  /** A line that may be left out. */
  optionalLine(field: string, entered: string | null | undefined, most: number): string | null {
    return visibleLine(entered ?? '') === null ? null : this.line(field, entered ?? '', most);
  }

  optionalText(field: string, entered: string | null | undefined, most: number): string | null {
    const text = visibleText(entered ?? '');
    if (text !== null && text.length > most) this.refuse(field, `must be at most ${most} characters`);
    return text;
  }

  count(field: string, entered: number | null | undefined, least: number): number | null {
    if (entered === null || entered === undefined) return null;
    if (!Number.isInteger(entered) || entered < least || entered > MAX_INT)
      this.refuse(field, `must be a whole number from ${least} to ${MAX_INT}`);
    return entered;
  }

  amount(field: string, entered: bigint): bigint {
    if (entered < 0n) this.refuse(field, 'must not be below 0');
    return entered;
  }

  day(field: string, entered: string | null | undefined): string | null {
    if (entered === null || entered === undefined) return null;
    const exists = DAY.test(entered) && new Date(Date.parse(entered) || 0).toISOString().startsWith(entered);
    if (!exists) this.refuse(field, 'must be an existing day, YYYY-MM-DD');
    else if (entered < FIRST_DAY || entered > LAST_DAY) this.refuse(field, `must be from ${FIRST_DAY} to ${LAST_DAY}`);
    return entered;
  }

  country(field: string, entered: string | null | undefined): string | null {
    const code = entered?.trim().toUpperCase();
    if (!code) return null;
    if (!/^[A-Z]{2}$/.test(code) || code === 'ZZ' || !regions.of(code))
      this.refuse(field, 'must be an ISO 3166-1 alpha-2 code');
    return code;
  }

  currency(field: string, entered: string): string {
    const code = entered.trim().toUpperCase();
    if (!CURRENCIES.has(code)) this.refuse(field, 'must be an ISO 4217 code');
    return code;
  }

  language(field: string, entered: string): string {
    const code = entered.trim().toLowerCase();
    if (!/^[a-z]{2}$/.test(code) || !languages.of(code)) this.refuse(field, 'must be an ISO 639-1 code');
    return code;
  }

  /** Refuses a list that is too long; the rest of it is not read. */
  list<Entered>(field: string, entered: readonly Entered[], most: number): readonly Entered[] {
    if (entered.length <= most) return entered;
    this.refuse(field, `must have at most ${most} entries`);
    return entered.slice(0, most);
  }

  /** Refuses every entry whose key another one before it has. */
  distinct(keys: readonly (string | null)[], fieldOf: (index: number) => string, message: string): void {
    const seen = new Set<string>();
    for (const [index, key] of keys.entries()) {
      if (key !== null && seen.has(key)) this.refuse(fieldOf(index), message);
      if (key !== null) seen.add(key);
    }
  }
}
