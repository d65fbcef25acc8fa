import { readFileSync } from 'node:fs';
import { AUDIT_VERBS } from './audit-verbs.ts';
import { AUDIT_KINDS } from './audit-words.ts';

interface Words {
  readonly verbs: Readonly<Record<string, object>>;
  readonly kinds: object;
}

const wordsOf = (locale: string): Words =>
  JSON.parse(readFileSync(new URL(`../../../../messages/${locale}.json`, import.meta.url), 'utf8')).settings.audit;
const verbsOf = (catalogue: Readonly<Record<string, object>>) =>
  Object.entries(catalogue)
    .flatMap(([kind, verbs]) => Object.keys(verbs).map((verb) => `${kind}.${verb}`))
    .toSorted();

test.each(['ko', 'en'])('%s has words for the verbs that are said in words, and for no other', (locale) => {
  const { verbs, kinds } = wordsOf(locale);
  expect(verbsOf(verbs)).toEqual(AUDIT_VERBS.toSorted());
  expect(Object.keys(kinds).toSorted()).toEqual(AUDIT_KINDS.map((kind) => kind.replace('.', '')).toSorted());
});
