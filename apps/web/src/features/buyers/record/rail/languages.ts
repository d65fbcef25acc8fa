/** Languages that buyers write in, ISO 639-1; one that is stored and not here stays choosable. */
// prettier-ignore
export const LANGUAGES = [
  'en', 'ko', 'zh', 'ja', 'es', 'pt', 'fr', 'de', 'it', 'nl', 'pl', 'cs', 'sk', 'hu', 'ro', 'bg', 'el', 'tr', 'ru', 'uk',
  'sv', 'da', 'nb', 'fi', 'et', 'lv', 'lt', 'hr', 'sr', 'sl', 'ar', 'he', 'fa', 'ur', 'hi', 'bn', 'th', 'vi', 'id', 'ms',
  'tl', 'km', 'lo', 'my', 'mn', 'kk', 'uz', 'ka', 'hy', 'az', 'sw', 'am',
] as const;
