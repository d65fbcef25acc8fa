import compile from 'icu-minify/compile';
import type english from '../../../messages/en.json';
import type { Locale } from './locales.ts';

export type Messages = typeof english;

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}

const compiled = new Map<Locale, Promise<Messages>>();

/**
 * The reader's own catalogue, with its ICU syntax already parsed: the browser gets `format-only` instead of a parser (next.config.ts). Its
 * shape stays that of the catalogue, only texts with values become arrays, which nobody but next-intl reads.
 */
export function loadMessages(locale: Locale): Promise<Messages> {
  // Through JSON, because the compiler's objects have no prototype and those do not cross to the browser.
  const known =
    compiled.get(locale) ??
    readCatalogue(locale).then((messages): Messages => JSON.parse(JSON.stringify(compileTexts(messages))));
  compiled.set(locale, known);
  return known;
}

async function readCatalogue(locale: Locale): Promise<unknown> {
  const catalogue =
    locale === 'ko' ? await import('../../../messages/ko.json') : await import('../../../messages/en.json');
  return catalogue.default;
}

function compileTexts(node: unknown): unknown {
  if (typeof node === 'string') return compile(node);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, compileTexts(value)]));
}
