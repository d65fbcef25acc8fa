'use client';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useShortcuts } from '../../../platform/keyboard/shortcuts-provider.tsx';
import { ROW_ELEMENT_ID } from './row-element-id.ts';

interface Options {
  ids: readonly string[];
  openId: string | null;
  /** The row that had the focus when the list was left. */
  initialId: string | null;
  onSelect: ((id: string) => void) | null;
  hasMore: boolean;
  onNearEnd: () => void;
}

interface RowKeys {
  /** The row that Tab reaches and that j and k start from. */
  currentId: string | null;
  move: (step: 1 | -1) => void;
  /** The row that is to get the focus as soon as it is drawn; a new object for each request. */
  wanted: { id: string } | null;
  focusRow: (id: string) => void;
}

/** This near to the end of what is loaded, the next page is asked for. */
const NEAR_END = 20;

const focusedRow = () => {
  const id = document.activeElement?.id ?? '';
  return id.startsWith(ROW_ELEMENT_ID) ? id.slice(ROW_ELEMENT_ID.length) : null;
};

/** Walking the list: j/k (and arrows inside it) move the focus, Enter opens as with any link, x selects. The walk goes on into pages that are still to come. */
export function useRowKeys({ ids, openId, initialId, onSelect, hasMore, onNearEnd }: Options): RowKeys {
  const t = useTranslations('inbox');
  const [cursor, setCursor] = useState(initialId);
  const [wanted, setWanted] = useState<{ id: string } | null>(null);
  const indexOf = useMemo(() => new Map(ids.map((id, index) => [id, index])), [ids]);
  const lastIndex = useRef(0);
  /** `j` was pressed on the last loaded row: the walk goes on when the page arrives. */
  const goesOn = useRef(false);
  const known =
    cursor !== null && indexOf.has(cursor) ? cursor : openId !== null && indexOf.has(openId) ? openId : null;
  const currentId = known ?? ids[Math.min(lastIndex.current, ids.length - 1)] ?? null;

  useEffect(() => {
    if (openId !== null) setCursor(openId);
  }, [openId]);

  const focusRow = useCallback((id: string) => {
    setCursor(id);
    setWanted({ id });
  }, []);

  useEffect(() => {
    if (!goesOn.current) return;
    const next = ids[lastIndex.current + 1];
    if (next === undefined) return;
    goesOn.current = false;
    lastIndex.current += 1;
    // Who has gone elsewhere meanwhile is not called back.
    if (focusedRow() !== null || document.activeElement === document.body) focusRow(next);
  }, [ids, focusRow]);

  useEffect(() => {
    if (!hasMore) goesOn.current = false;
  }, [hasMore]);

  const focusedIndex = () => indexOf.get(focusedRow() ?? '') ?? -1;
  const move = (step: 1 | -1) => {
    if (ids.length === 0) return;
    const focused = focusedIndex();
    const at = known === null ? -1 : (indexOf.get(known) ?? -1);
    // A row that has left the list leaves its place: the walk goes on from there, not from the top.
    const from = focused >= 0 ? focused : at >= 0 ? at : step === 1 ? lastIndex.current - 1 : lastIndex.current;
    const next = Math.max(0, from + step);
    if (next >= ids.length - NEAR_END && hasMore) onNearEnd();
    goesOn.current = next >= ids.length && hasMore;
    lastIndex.current = Math.min(ids.length - 1, next);
    focusRow(ids[lastIndex.current]!);
  };

  const select = () => {
    const chosen = focusedRow() ?? currentId;
    if (chosen === null || onSelect === null) return;
    onSelect(chosen);
    focusRow(chosen); // so that the reader sees which one, and j goes on from there
  };

  const group = t('keys.list');
  useShortcuts([
    { keys: 'j', label: t('keys.next'), group, run: () => move(1) },
    { keys: 'k', label: t('keys.previous'), group, run: () => move(-1) },
    ...(onSelect ? [{ keys: 'x', label: t('keys.select'), group, run: select }] : []),
  ]);
  return { currentId, move, wanted, focusRow };
}
