'use client';
import { useTranslations } from 'next-intl';
import { memo, useEffect, useRef, useState } from 'react';
import { useWorkspaceHref } from '../../../platform/viewer/viewer-provider.tsx';
import { useColumnName } from '../use-column-name.ts';
import { BoardCard } from './board-card.tsx';
import classes from './board.module.css';
import { ColumnHead } from './column-head.tsx';
import type { Card, Column, HeldBoard } from './lay-board.ts';
import { emptyElementId } from './use-board-walk.ts';
import { withDrag } from './with-drag.ts';
import { CARD_PITCH_REM } from './card-pitch.ts';
import { useShownCards } from './use-shown-cards.ts';

/** Cards left below the drawn ones when the next page is asked for. */
const NEAR_END = 5;

export interface BoardColumnProps {
  column: Column;
  baseCurrency: string;
  currentId: string | null;
  menuFor: string | null;
  movable: boolean;
  filtered: boolean;
  loadingMore: boolean;
  left: HeldBoard['left'];
  onFocus: (id: string) => void;
  onMenu: (id: string | null) => void;
  onMove: (card: Card, toKey: string) => void;
  onNearEnd: (key: string) => void;
}

/** A stage or grade with its buyers; it takes what is dropped on it. */
export const BoardColumn = memo(function BoardColumn(props: BoardColumnProps) {
  const { column, movable, onMove } = props;
  const name = useColumnName()(column.key);
  const section = useRef<HTMLElement>(null);
  const [over, setOver] = useState(false);
  useEffect(() => {
    const element = section.current;
    if (!movable || !element) return undefined;
    return withDrag(({ dropTargetForElements }) =>
      dropTargetForElements({
        element,
        getData: () => ({ column: column.key }),
        canDrop: ({ source }) => source.data['boardCard'] !== undefined,
        onDragEnter: () => setOver(true),
        onDragLeave: () => setOver(false),
        onDrop: ({ source }) => {
          setOver(false);
          onMove(source.data['boardCard'] as Card, column.key);
        },
      }),
    );
  }, [movable, column.key, onMove]);
  return (
    <section ref={section} className={classes.column} aria-label={name} data-over={over || undefined}>
      <ColumnHead column={column} name={name} baseCurrency={props.baseCurrency} />
      <ColumnCards {...props} />
    </section>
  );
});

function ColumnCards({
  column,
  currentId,
  menuFor,
  movable,
  filtered,
  loadingMore,
  left,
  onFocus,
  onMenu,
  onMove,
  onNearEnd,
}: BoardColumnProps) {
  const t = useTranslations('pipeline');
  const columnName = useColumnName();
  const href = useWorkspaceHref();
  const scroller = useRef<HTMLDivElement>(null);
  const { cards } = column;
  const { from, to, look } = useShownCards(scroller, cards.length);
  useEffect(() => {
    if (column.hasMore && !loadingMore && to >= cards.length - NEAR_END) onNearEnd(column.key);
  }, [column.hasMore, column.key, cards.length, loadingMore, to, onNearEnd]);
  if (cards.length === 0)
    return (
      <p id={emptyElementId(column.key)} className={classes.empty} tabIndex={-1}>
        {filtered ? t('emptyFiltered') : t(`empty.${emptyKey(column.key)}`)}
      </p>
    );
  return (
    <div ref={scroller} className={classes.scroller} onScroll={look}>
      <ul className={classes.cards} style={{ height: `${cards.length * CARD_PITCH_REM}rem` }}>
        {cards.map((card, index) =>
          (index >= from && index < to) || card.id === currentId || card.id === menuFor ? (
            <BoardCard
              key={card.id}
              card={card}
              href={href('buyers', card.id)}
              index={index}
              count={column.count}
              reachable={card.id === currentId}
              movable={movable}
              menuOpened={card.id === menuFor}
              leftTo={left.has(card.id) ? movedName(left.get(card.id), columnName) : undefined}
              onFocus={onFocus}
              onMenu={onMenu}
              onMove={onMove}
            />
          ) : null,
        )}
      </ul>
      {loadingMore && (
        <p className={classes.more} role="status">
          {t('loadingMore')}
        </p>
      )}
    </div>
  );
}

const movedName = (key: string | null | undefined, columnName: (key: string) => string) =>
  key === null || key === undefined ? null : columnName(key);

const EMPTY_KEYS = ['NEW', 'QUALIFIED', 'SAMPLING', 'QUOTED', 'FIRST_ORDER', 'REPEAT', 'DORMANT'] as const;
const emptyKey = (key: string) => EMPTY_KEYS.find((each) => each === key) ?? 'grade';
