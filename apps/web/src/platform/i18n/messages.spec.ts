import { readFileSync } from 'node:fs';

type Catalogue = { [key: string]: string | Catalogue };

const read = (locale: string): Catalogue =>
  JSON.parse(readFileSync(new URL(`../../../messages/${locale}.json`, import.meta.url), 'utf8'));

function texts(catalogue: Catalogue, path = ''): [key: string, text: string][] {
  return Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : texts(value, `${path}${key}.`),
  );
}

/** Names of the values that a text takes; plural branches repeat them. */
const values = (text: string) => [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name))].sort();

const korean = new Map(texts(read('ko')));
const english = new Map(texts(read('en')));

describe('message catalogues', () => {
  it('have the same keys', () => expect([...korean.keys()].sort()).toEqual([...english.keys()].sort()));

  it('take the same values in both languages', () => {
    const different = [...english].filter(
      ([key, text]) => String(values(text)) !== String(values(korean.get(key) ?? '')),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it('leave no text empty', () => expect([...korean, ...english].filter(([, text]) => text.trim() === '')).toEqual([]));

  it('are written in Korean and in English', () => {
    expect([...english].filter(([, text]) => /[가-힣]/.test(text)).map(([key]) => key)).toEqual([]);
    expect([...korean].filter(([, text]) => /[가-힣]/.test(text)).length).toBeGreaterThan(korean.size * 0.9);
  });
});
