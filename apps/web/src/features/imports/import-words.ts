import { useTranslations } from 'next-intl';
import type { ImportKind, ImportPageFieldsFragment, ImportFileRowFieldsFragment } from '../../generated/graphql.ts';

/** An import as its page knows it. */
export type OpenImport = ImportPageFieldsFragment;
/** A row of the file that was bad, or still is. */
export type FileRow = ImportFileRowFieldsFragment;
export type RowProblem = FileRow['problems'][number];

/** What a file brings, in the order offered. */
export const KINDS = [
  'BUYERS',
  'CONTACTS',
  'INQUIRIES',
  'ORDERS',
  'ORDER_LINES',
  'PRODUCTS',
  'KNOWLEDGE',
] as const satisfies readonly ImportKind[];

/** Name of a field of a kind of file, as the reader calls it; the key itself when the catalogue lacks it. */
export function useFieldName(kind: ImportKind): (key: string) => string {
  const t = useTranslations('imports.fields');
  return (key) => {
    const path = `${kind}.${key}`;
    return isMessage(t, path) ? t(path) : key;
  };
}

/** Why a cell or a row cannot be taken, as a sentence that says what to do. */
export function useProblemText(): (problem: Pick<RowProblem, 'code' | 'value'>) => string {
  const t = useTranslations('imports.problems');
  return ({ code, value }) => (isMessage(t, code) ? t(code, { value: value ?? '', code }) : t('OTHER', { code }));
}

/** What happened to the file as a whole: what is wrong, and what to do. */
export function useFileProblemText(): (file: { problemCode: string | null; problem: string | null }) => string {
  const t = useTranslations('imports.fileProblems');
  return ({ problemCode, problem }) =>
    problemCode !== null && isMessage(t, problemCode)
      ? t(problemCode, { detail: problem ?? '', code: problemCode })
      : t('OTHER', { code: problemCode ?? '' });
}

/** What keeps an import from being undone, with how many. */
export function useDependentText(): (dependent: { what: string; count: number; example: string | null }) => string {
  const t = useTranslations('imports.dependents');
  return ({ what, count, example }) => {
    const text = isMessage(t, what) ? t(what, { count }) : t('other', { count });
    return example === null ? text : t('withExample', { text, example });
  };
}

/** Name of where a file comes from: presets by the catalogue, saved ones by the name their team gave them. */
export function useSourceName(): (source: { key: string; name: string }) => string {
  const t = useTranslations('imports.sources');
  return ({ key, name }) => (isMessage(t, key) ? t(key) : name);
}

/** Codes come from the API as text: whether the catalogue has words for one. */
export function isMessage<Key extends string>(t: { has(key: Key): boolean }, key: string): key is Key {
  return t.has(key as Key);
}
