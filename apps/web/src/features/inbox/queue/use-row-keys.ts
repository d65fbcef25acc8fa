'use client';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useShortcuts } from '../../../platform/keyboard/shortcuts-provider.tsx';
import { rowElementId } from './queue-row.tsx';
import type { InboxRow } from './use-queue.ts';

interface RowKeys {
  /** The row that Tab reaches and that j and k start from. */
  currentId: string | null;
  move: (step: 1 | -1) => void;
  focusRow: (id: string) => void;
}

/** Walking the list: j/k (and arrows inside it) move the focus, Enter opens as with any link, x selects. */
export function useRowKeys(
  rows: readonly InboxRow[] | null,
  openId: string | null,
  onSelect: ((id: string) => void) | null,
  onNearEnd: () => void,
): RowKeys {
  const t = useTranslations('inbox');
  const [cursor, setCursor] = useState<string | null>(null);
  const lastIndex = useRef(0);
  const ids = rows?.map(({ id }) => id) ?? [];
  const wanted =
    cursor !== null && ids.includes(cursor) ? cursor : openId !== null && ids.includes(openId) ? openId : null;
  const currentId = wanted ?? ids[Math.min(lastIndex.current, ids.length - 1)] ?? null;

  useEffect(() => {
    if (openId !== null) setCursor(openId);
  }, [openId]);

  const focusRow = useCallback((id: string) => {
    setCursor(id);
    const element = document.getElementById(rowElementId(id));
    element?.focus();
    element?.scrollIntoView({ block: 'nearest' });
  }, []);

  const focusedIndex = () => ids.findIndex((id) => document.activeElement?.id === rowElementId(id));
  const move = (step: 1 | -1) => {
    if (ids.length === 0) return;
    const focused = focusedIndex();
    const known = wanted === null ? -1 : ids.indexOf(wanted);
    // A row that has left the list leaves its place: the walk goes on from there, not from the top.
    const from = focused >= 0 ? focused : known >= 0 ? known : step === 1 ? lastIndex.current - 1 : lastIndex.current;
    const next = Math.min(ids.length - 1, Math.max(0, from + step));
    lastIndex.current = next;
    focusRow(ids[next]!);
    if (next >= ids.length - 5) onNearEnd();
  };

  const select = () => {
    const chosen = focusedIndex() >= 0 ? ids[focusedIndex()] : currentId;
    if (chosen === null || chosen === undefined || onSelect === null) return;
    onSelect(chosen);
    focusRow(chosen); // so that the reader sees which one, and j goes on from there
  };

  const group = t('keys.list');
  useShortcuts([
    { keys: 'j', label: t('keys.next'), group, run: () => move(1) },
    { keys: 'k', label: t('keys.previous'), group, run: () => move(-1) },
    ...(onSelect ? [{ keys: 'x', label: t('keys.select'), group, run: select }] : []),
  ]);
  return { currentId, move, focusRow };
}
