import { LOCALE_COOKIE, type Locale, TEXT_SIZE_COOKIE, type TextSize } from './locales.ts';

const ONE_YEAR_SECONDS = 31_536_000;

function setCookie(name: string, value: string) {
  document.cookie = `${name}=${value}; Path=/; Max-Age=${ONE_YEAR_SECONDS}; SameSite=Lax`;
}

function getCookie(name: string): string | undefined {
  return document.cookie
    .split('; ')
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
}

/** Writes the mirrors and applies the text size at once. True when the page's language must be drawn anew. */
export function rememberPreferences(language: Locale, textSize: TextSize): boolean {
  const changed = getCookie(LOCALE_COOKIE) !== language || document.documentElement.lang !== language;
  setCookie(LOCALE_COOKIE, language);
  setCookie(TEXT_SIZE_COOKIE, String(textSize));
  document.documentElement.dataset['textSize'] = String(textSize);
  return changed && document.documentElement.lang !== language;
}
