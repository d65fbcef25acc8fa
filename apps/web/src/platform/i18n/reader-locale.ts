import { cookies, headers } from 'next/headers';
import { LOCALE_COOKIE, type Locale, TEXT_SIZE_COOKIE, type TextSize, chooseLocale, toTextSize } from './locales.ts';

/** The language to draw a page in, known before the account is: see `chooseLocale`. */
export async function readerLocale(): Promise<Locale> {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  return chooseLocale(jar.get(LOCALE_COOKIE)?.value, head.get('accept-language'));
}

export async function readerTextSize(): Promise<TextSize> {
  return toTextSize((await cookies()).get(TEXT_SIZE_COOKIE)?.value);
}
