import { visibleText } from './visible-text.ts';

/** What a custom field holds. */
export type CustomKind = 'text' | 'number' | 'date' | 'choice';

/** Longest text of a custom field. */
export const MAX_CUSTOM_TEXT = 500;

/** A number as people write it: thousands without separators, a decimal point, no exponent. */
const NUMBER = /^-?\d{1,15}(\.\d{1,6})?$/;

/** The value as it is kept, or why it cannot be: stable words. Numbers lose needless zeros, so that equal ones are equal. */
export function customValue(
  kind: CustomKind,
  choices: readonly string[],
  entered: string,
): { value: string } | { problem: 'empty' | 'too_long' | 'not_a_number' | 'not_a_date' | 'not_a_choice' } {
  const text = visibleText(entered);
  if (text === null) return { problem: 'empty' };
  if (kind === 'text') return text.length > MAX_CUSTOM_TEXT ? { problem: 'too_long' } : { value: text };
  if (kind === 'choice') return choices.includes(text) ? { value: text } : { problem: 'not_a_choice' };
  if (kind === 'number') return NUMBER.test(text) ? { value: plainNumber(text) } : { problem: 'not_a_number' };
  return isDay(text) ? { value: text } : { problem: 'not_a_date' };
}

function plainNumber(text: string): string {
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const digits = whole.replace(/^0+(?=\d)/, '');
  const rest = fraction.replace(/0+$/, '');
  const plain = rest ? `${digits}.${rest}` : digits;
  return text.startsWith('-') && /[1-9]/.test(plain) ? `-${plain}` : plain;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return false; // calendars have no year 0
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
