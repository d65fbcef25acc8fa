export const LOCALES = ['ko', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** Mirror of the account's language, for pages that are drawn before anyone is signed in. */
export const LOCALE_COOKIE = 'NEXT_LOCALE';
/** Mirror of the account's text size, so that the first paint has it. */
export const TEXT_SIZE_COOKIE = 'dangol_text_size';
export const TEXT_SIZES = [16, 18, 20] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

export function toTextSize(value: unknown): TextSize {
  return TEXT_SIZES.find((size) => String(size) === String(value)) ?? 16;
}

/** The cookie if it names a language of ours, else the browser's most wanted one that we speak, else Korean. */
export function chooseLocale(cookie: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(cookie)) return cookie;
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part, order) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = Number(
        parameters
          .find((parameter) => parameter.trim().startsWith('q='))
          ?.trim()
          .slice(2) ?? 1,
      );
      return { language: tag.split('-')[0]?.toLowerCase(), quality: Number.isNaN(quality) ? 0 : quality, order };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality || a.order - b.order);
  for (const { language } of wanted) if (isLocale(language)) return language;
  return 'ko';
}
