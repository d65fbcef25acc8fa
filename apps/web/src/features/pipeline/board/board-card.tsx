'use client';
import { useTranslations } from 'next-intl';
import { memo, useState } from 'react';
import { MoreIcon } from '../../../components/icons.tsx';
import { GradeButton } from '../../buyers/index.ts';
import classes from './board.module.css';
import { CardFace } from './card-face.tsx';
import { CARD_PITCH_REM } from './card-pitch.ts';
import type { Card } from './lay-board.ts';
import { MoveMenu } from './move-menu.tsx';

export interface BoardCardProps {
  card: Card;
  href: string;
  index: number;
  /** Of the whole column, also of what is not loaded. */
  count: number;
  /** The one card that Tab reaches. */
  reachable: boolean;
  movable: boolean;
  menuOpened: boolean;
  /** Name of the column where the card stands by now; null when it has left the board, undefined while it is in place. */
  leftTo: string | null | undefined;
  onFocus: (id: string) => void;
  onMenu: (id: string | null) => void;
  onMove: (card: Card, toKey: string) => void;
}

/** One buyer on the board: its face opens the record or is dragged; beside it the grade with its reasons and the Move-to menu. */
export const BoardCard = memo(function BoardCard(props: BoardCardProps) {
  const { card, index, reachable } = props;
  const t = useTranslations('pipeline');
  const [dragging, setDragging] = useState(false);
  return (
    <li
      className={classes.card}
      style={{ top: `${index * CARD_PITCH_REM}rem` }}
      aria-setsize={props.count}
      aria-posinset={index + 1}
      data-dragging={dragging || undefined}
      data-left={props.leftTo !== undefined || undefined}
      data-movable={props.movable || undefined}
      data-overridden={card.overridden || undefined}
    >
      <CardFace
        card={card}
        href={props.href}
        reachable={reachable}
        movable={props.movable}
        leftTo={props.leftTo}
        onFocus={props.onFocus}
        onDragging={setDragging}
      />
      {/* Beside the face, so that nothing in its dialog can be dragged. */}
      <span className={classes.grade}>
        <GradeButton buyerId={card.id} grade={card.grade} size="sm" tabIndex={reachable ? 0 : -1} />
        {card.overridden && (
          <span title={t('overridden')}>
            <span aria-hidden>*</span>
            <span className="visually-hidden">{t('overridden')}</span>
          </span>
        )}
      </span>
      {props.movable && <CardMenu {...props} />}
    </li>
  );
});

/** The menu itself is made when it is first opened: hundreds of closed ones would weigh more than the cards. */
function CardMenu({ card, reachable, menuOpened, onMenu, onMove }: BoardCardProps) {
  const t = useTranslations('pipeline');
  const button = (
    <button
      type="button"
      className={classes.menuButton}
      aria-label={t('moveName', { name: card.name })}
      aria-haspopup="menu"
      aria-expanded={menuOpened}
      tabIndex={reachable ? 0 : -1}
      onClick={() => onMenu(card.id)}
    >
      <MoreIcon />
    </button>
  );
  if (!menuOpened) return button;
  return (
    <MoveMenu
      card={card}
      trigger={button}
      onClose={() => onMenu(null)}
      onMove={(toKey) => {
        onMenu(null);
        onMove(card, toKey);
      }}
    />
  );
}
