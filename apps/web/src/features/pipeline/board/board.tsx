'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Bone, FailureState, Loading } from '../../../components/states.tsx';
import { useMay } from '../../../platform/viewer/viewer-provider.tsx';
import { NewsPill } from '../news-pill.tsx';
import type { PipelineUrl } from '../use-pipeline-url.ts';
import { useStable } from '../use-stable.ts';
import { BoardColumn } from './board-column.tsx';
import classes from './board.module.css';
import type { Card } from './lay-board.ts';
import { useBoard } from './use-board.ts';
import { useBoardHolding } from './use-board-holding.ts';
import { useBoardWalk } from './use-board-walk.ts';
import { useMove } from './use-move.ts';

/** Columns of buyers. Cards are moved by dragging or by the menu; changes of others wait while someone works here. */
export function Board({ url }: { url: PipelineUrl }) {
  const t = useTranslations('pipeline');
  const movable = useMay()('pipeline:move');
  const { holding, handlers } = useBoardHolding();
  const [menuFor, setMenuFor] = useState<string | null>(null);
  const board = useBoard(url.group, url.filter, holding || menuFor !== null);
  const { columns } = board;
  const loadMore = useStable(board.loadMore);
  const openMenu = useStable((card: Card) => onMenu(card.id));
  const walk = useBoardWalk(columns, loadMore, openMenu);
  const { drop, explainGrade } = useMove(board, walk.focusCard);
  const byGrade = url.group === 'GRADE';
  const onMenu = useStable((id: string | null) => {
    const card = columns?.flatMap(({ cards }) => cards).find((each) => each.id === id);
    if (card && !movable) return;
    if (card && byGrade) return explainGrade(card);
    // Closed from inside, the menu's button is gone with it: the focus goes back to the card.
    if (id === null && menuFor !== null && document.activeElement === document.body) walk.focusCard(menuFor);
    setMenuFor(id);
  });
  const onMove = useStable(drop);

  return (
    <div className={classes.frame} data-holding={holding || undefined} {...handlers}>
      {board.failure && <FailureState failure={board.failure} onRetry={board.reload} compact={columns !== null} />}
      {columns === null && !board.failure && (
        <Loading onRetry={board.reload}>
          <div className={classes.bones}>
            {Array.from({ length: byGrade ? 4 : 7 }, (_, index) => (
              <Bone key={index} height="24rem" />
            ))}
          </div>
        </Loading>
      )}
      <NewsPill count={board.changes} onTake={board.accept} />
      {columns !== null && (
        <div className={classes.board} role="group" aria-label={t('board')} onKeyDown={walk.onKeyDown}>
          {columns.map((column) => (
            <BoardColumn
              key={column.key}
              column={column}
              baseCurrency={board.baseCurrency ?? ''}
              currentId={walk.currentId}
              menuFor={menuFor}
              movable={movable}
              filtered={url.active}
              loadingMore={board.loadingMore === column.key}
              left={board.left}
              onFocus={walk.onCardFocus}
              onMenu={onMenu}
              onMove={onMove}
              onNearEnd={loadMore}
            />
          ))}
        </div>
      )}
    </div>
  );
}
