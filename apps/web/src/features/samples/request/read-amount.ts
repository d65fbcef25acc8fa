import { currencyExponent } from '@dangol/crm';
import { parseAmount } from '../../../platform/forms/parse-amount.ts';

/** Largest amount of one line, in minor units: what the API takes. */
const MOST_MINOR = 10n ** 15n;

export type AmountProblem = 'missing' | 'unreadable' | 'decimals' | 'negative' | 'tooLarge';
export type AmountRead = { minor: bigint; problem: null } | { minor: null; problem: AmountProblem };

/**
 * Minor units of an amount that was typed, or what is wrong with it. A comma only groups thousands: "35,00" may mean two
 * very different amounts, so it is asked for again rather than guessed.
 */
export function readAmount(typed: string, currency: string): AmountRead {
  const text = typed.trim();
  const wrong = (problem: AmountProblem): AmountRead => ({ minor: null, problem });
  if (text === '') return wrong('missing');
  if (/^-/.test(text)) return wrong('negative');
  const match = /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d*))?$/.exec(text);
  if (!match) return wrong('unreadable');
  if ((match[1] ?? '').length > currencyExponent(currency)) return wrong('decimals');
  const minor = parseAmount(text, currency);
  if (minor === null) return wrong('unreadable');
  return minor > MOST_MINOR ? wrong('tooLarge') : { minor, problem: null };
}
