import { registerEnumType } from '@nestjs/graphql';

/** Languages of the screens. */
export const LanguageEnum = { ko: 'ko', en: 'en' } as const;
/** A language of the screens. */
export type Language = keyof typeof LanguageEnum;

registerEnumType(LanguageEnum, {
  name: 'Language',
  description: 'Language of the screens.',
  valuesMap: { ko: { description: 'Korean.' }, en: { description: 'English.' } },
});
