'use client';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useShortcuts } from '../../../platform/keyboard/shortcuts-provider.tsx';
import { type Card, type Column, placeOf } from './lay-board.ts';

export const cardElementId = (id: string) => `board-card-${id}`;
/** An empty column can be walked to: it says what brings cards there. */
export const emptyElementId = (key: string) => `board-empty-${key}`;

export interface BoardWalk {
  /** The card that Tab reaches and that keys act on; always drawn. */
  currentId: string | null;
  onKeyDown: (event: KeyboardEvent) => void;
  onCardFocus: (id: string) => void;
  /** Puts the focus on a card as soon as it is drawn in its place. */
  focusCard: (id: string) => void;
}

/** Walking the board: arrows between cards and columns, j and k within a column. */
export function useBoardWalk(
  columns: readonly Column[] | null,
  onNearEnd: (key: string) => void,
  onMoveMenu: (card: Card) => void,
): BoardWalk {
  const t = useTranslations('pipeline');
  const [cursor, setCursor] = useState<string | null>(null);
  /** The element that is to get the focus once it is drawn. */
  const wanted = useRef<string | null>(null);
  /** Where the cursor stood: when its card leaves the board, the walk goes on from there. */
  const lastPlace = useRef({ column: 0, index: 0 });
  const known = columns !== null && cursor !== null && placeOf(columns, cursor) !== null;
  const currentId = known ? cursor : (columns?.find(({ cards }) => cards.length > 0)?.cards[0]?.id ?? null);

  useEffect(() => {
    if (wanted.current === null) return;
    const element = document.getElementById(wanted.current);
    if (!element) return;
    wanted.current = null;
    element.focus({ preventScroll: true });
    element.closest('li, section')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  const focusCard = useCallback((id: string) => {
    wanted.current = cardElementId(id);
    setCursor(id);
    // The cursor may be there already, and then nothing would be drawn anew.
    if (document.activeElement?.id !== wanted.current) document.getElementById(wanted.current)?.focus();
  }, []);

  const placeOfFocus = (): { column: number; index: number } | null => {
    const element = document.activeElement?.id ?? '';
    const column = columns?.findIndex(
      ({ key, cards }) => element === emptyElementId(key) || cards.some(({ id }) => element === cardElementId(id)),
    );
    if (columns === null || column === undefined || column < 0) return null;
    return { column, index: columns[column]!.cards.findIndex(({ id }) => element === cardElementId(id)) };
  };

  const goTo = (column: number, index: number) => {
    const target = columns?.[column];
    if (!target) return;
    const at = Math.max(0, Math.min(target.cards.length - 1, index));
    lastPlace.current = { column, index: Math.max(0, index) };
    const card = target.cards[at];
    if (!card) return document.getElementById(emptyElementId(target.key))?.focus();
    if (at >= target.cards.length - 5) onNearEnd(target.key);
    focusCard(card.id);
  };

  const walk = (columnStep: number, cardStep: number) => {
    const from = placeOfFocus();
    if (from === null) {
      if (currentId !== null) focusCard(currentId);
    } else if (columnStep === 0) goTo(from.column, from.index + cardStep);
    // Sideways the height is kept, also across shorter columns.
    else goTo(from.column + columnStep, from.index < 0 ? lastPlace.current.index : from.index);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const steps = { ArrowDown: [0, 1], ArrowUp: [0, -1], ArrowRight: [1, 0], ArrowLeft: [-1, 0] } as const;
    const step = steps[event.key as keyof typeof steps];
    if (!step || placeOfFocus() === null) return;
    event.preventDefault();
    walk(step[0], step[1]);
  };

  const onCardFocus = useCallback((id: string) => setCursor(id), []);
  const moveCurrent = () => {
    const card = columns && currentId !== null ? placeOf(columns, currentId)?.card : undefined;
    if (card) onMoveMenu(card);
  };
  const group = t('keys.board');
  useShortcuts([
    { keys: 'j', label: t('keys.next'), group, run: () => walk(0, 1) },
    { keys: 'k', label: t('keys.previous'), group, run: () => walk(0, -1) },
    { keys: 'm', label: t('keys.move'), group, run: moveCurrent, palette: 'record' },
  ]);
  return { currentId, onKeyDown, onCardFocus, focusCard };
}
