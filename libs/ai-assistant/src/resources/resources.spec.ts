import { loadResource } from '../load-resource.ts';

type ByLanguage = Record<string, unknown>;
const SEVEN = ['en', 'ko', 'zh', 'es', 'ru', 'ar', 'de'];

describe('authored resources are complete', () => {
  it.each(['intent-phrases', 'spam-phrases', 'glossary', 'product-aliases'])(
    '%s speaks seven languages per key',
    (name) => {
      for (const [key, byLanguage] of Object.entries(loadResource<Record<string, ByLanguage>>(name))) {
        expect([key, SEVEN.filter((code) => !(code in byLanguage))]).toEqual([key, []]);
      }
    },
  );

  it('sixteen intents', () => expect(Object.keys(loadResource<ByLanguage>('intent-phrases'))).toHaveLength(16));

  it('every skeleton has the same parts', () => {
    const skeletons = loadResource<Record<string, ByLanguage>>('skeletons');
    for (const code of [...SEVEN, 'ja'])
      expect(Object.keys(skeletons[code] ?? {})).toEqual(Object.keys(skeletons['en'] ?? {}));
  });

  it('questions, options and next steps exist in seven languages, and none states a figure', () => {
    const { text, order } = loadResource<{ text: Record<string, ByLanguage>; order: Record<string, string[]> }>(
      'questions',
    );
    const texts = [
      ...Object.values(text),
      ...Object.values(loadResource<Record<string, ByLanguage>>('options')),
      ...Object.values(loadResource<Record<string, ByLanguage>>('next-steps')),
    ];
    for (const byLanguage of texts) expect(SEVEN.filter((code) => !byLanguage[code])).toEqual([]);
    expect(JSON.stringify(texts)).not.toMatch(/\d|USD|EUR/);
    for (const keys of Object.values(order)) expect(keys.filter((key) => !text[key])).toEqual([]);
  });
});
