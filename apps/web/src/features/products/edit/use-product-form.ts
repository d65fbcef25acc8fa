'use client';
import { useTranslations } from 'next-intl';
import { useCallback, useMemo, useState } from 'react';
import { todayIn } from '../../../platform/time/today-in.ts';
import { useNow } from '../../../platform/time/use-now.ts';
import { useWorkspace } from '../../../platform/viewer/viewer-provider.tsx';
import { type ProblemCode, placeOf } from './draft-problems.ts';
import { forgetDraft, keepDraft, readKeptDraft } from './kept-draft.ts';
import type { ProductDraft, RowsOf } from './product-draft.ts';
import { readDraft } from './read-draft.ts';

type RowList = keyof RowsOf;
type RowIn<List extends RowList> = RowsOf[List][number];

/** What is typed, kept in this browser at every change, and what is wrong with it once saving was tried. */
export function useProductForm(start: { id: string; version: number; draft: ProductDraft }, place: string) {
  const t = useTranslations('products');
  const { memberId, timeZone } = useWorkspace();
  const today = todayIn(timeZone, useNow());
  const [opened] = useState(() => readKeptDraft(window.localStorage, memberId, place));
  const [resumed, setResumed] = useState(opened !== null);
  const [{ id, version, draft }, setForm] = useState(() => opened ?? start);
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<{ place: string; code: ProblemCode } | null>(null);
  const read = useMemo(() => readDraft(draft, today), [draft, today]);

  const update = useCallback(
    (change: (draft: ProductDraft) => ProductDraft) => {
      setRefused(null);
      setForm((before) => {
        const next = { ...before, draft: change(before.draft) };
        keepDraft(window.localStorage, memberId, place, next);
        return next;
      });
    },
    [memberId, place],
  );
  const change = useCallback((patch: Partial<ProductDraft>) => update((before) => ({ ...before, ...patch })), [update]);
  const changeRow = useCallback(
    <List extends RowList>(list: List, key: string, patch: Partial<RowIn<List>>) =>
      update((before) => ({
        ...before,
        [list]: before[list].map((row) => (row.key === key ? { ...row, ...patch } : row)),
      })),
    [update],
  );
  const addRow = useCallback(
    <List extends RowList>(list: List, row: RowIn<List>) =>
      update((before) => ({ ...before, [list]: [...before[list], row] })),
    [update],
  );
  const removeRow = useCallback(
    (list: RowList, key: string) =>
      update((before) => ({ ...before, [list]: before[list].filter((row) => row.key !== key) })),
    [update],
  );

  const codeAt = (at: string): ProblemCode | undefined =>
    refused?.place === at ? refused.code : tried ? read.problems.get(at) : undefined;
  const wrong = (at: string): string | undefined => {
    const code = codeAt(at);
    return code && t(`wrong.${code}`);
  };
  /** Problems of a row as one text, so that rows without a change are not drawn again. */
  const rowProblems = (key: string): string =>
    [...(tried ? read.problems : []), ...(refused ? [[refused.place, refused.code] as const] : [])]
      .filter(([at]) => at.startsWith(`${key}.`))
      .map(([at, code]) => `${at.slice(key.length + 1)} ${code}`)
      .join(',');
  return {
    id,
    version,
    draft,
    fields: read.fields,
    problemCount: read.problems.size,
    /** How many fields say that something is wrong with them. */
    shownProblems: (tried ? read.problems.size : 0) + (refused ? 1 : 0),
    change,
    changeRow,
    addRow,
    removeRow,
    wrong,
    rowProblems,
    /** Saving was asked for: from now on the fields say what is wrong with them. */
    setTried,
    refuse: (path: string) => setRefused(placeOf(path, read.sent)),
    refuseAt: (at: string, code: ProblemCode) => setRefused({ place: at, code }),
    /** What was typed earlier and not saved is shown. */
    resumed,
    dropResumed: () => {
      forgetDraft(window.localStorage, memberId, place);
      setForm(start);
      setResumed(false);
      setTried(false);
    },
    forget: () => forgetDraft(window.localStorage, memberId, place),
  };
}

export type ProductForm = ReturnType<typeof useProductForm>;

/** The problems of a row by field, in words. */
export function useRowWords(problems: string): (field: string) => string | undefined {
  const t = useTranslations('products');
  return (field) => {
    const found = problems.split(',').find((each) => each.startsWith(`${field} `));
    return found === undefined ? undefined : t(`wrong.${found.slice(field.length + 1) as ProblemCode}`);
  };
}
