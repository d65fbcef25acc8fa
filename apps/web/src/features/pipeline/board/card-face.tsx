'use client';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { LevelBadge, StatusBadge } from '../../../components/badges.tsx';
import { TimeLeft } from '../../../components/time-left.tsx';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { TimeInStage } from '../time-in-stage.tsx';
import classes from './board.module.css';
import type { Card } from './lay-board.ts';
import { cardElementId } from './use-board-walk.ts';
import { withDrag } from './with-drag.ts';

interface Props {
  card: Card;
  href: string;
  reachable: boolean;
  movable: boolean;
  leftTo: string | null | undefined;
  onFocus: (id: string) => void;
  onDragging: (dragging: boolean) => void;
}

/** What a card says, and what is dragged; the whole of it is the link to the buyer. */
export function CardFace({ card, href, reachable, movable, leftTo, onFocus, onDragging }: Props) {
  const t = useTranslations('pipeline');
  const formats = useFormats();
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const face = element.current;
    if (!movable || !face) return undefined;
    return withDrag(({ draggable }) =>
      draggable({
        element: face,
        getInitialData: () => ({ boardCard: card }),
        onDragStart: () => onDragging(true),
        onDrop: () => onDragging(false),
      }),
    );
  }, [movable, card, onDragging]);
  const where = [card.country && formats.country(card.country), card.ownerName ?? t('unowned')];
  return (
    <div ref={element} className={classes.face}>
      <p className={classes.who}>
        <Link
          id={cardElementId(card.id)}
          href={href}
          className={classes.name}
          tabIndex={reachable ? 0 : -1}
          draggable={false}
          prefetch={false}
          dir="auto"
          title={card.company ?? undefined}
          onFocus={() => onFocus(card.id)}
        >
          {card.name}
        </Link>
      </p>
      <p className={classes.where}>
        <LevelBadge level={card.platformLevel} />
        <span>{where.filter(Boolean).join(' · ')}</span>
      </p>
      <p className={classes.duty}>
        {leftTo === undefined ? (
          <Duty card={card} />
        ) : (
          <StatusBadge tone="neutral">{leftTo === null ? t('leftBoard') : t('leftTo', { column: leftTo })}</StatusBadge>
        )}
      </p>
      <p className={classes.foot}>
        <TimeInStage since={card.stageSince} />
        {card.paidLastYear !== null && BigInt(card.paidLastYear.minor) > 0n && (
          <span className={classes.paid} title={t('paidLastYear')}>
            <span className="visually-hidden">{t('paidLastYear')} </span>
            {formats.money(card.paidLastYear)}
          </span>
        )}
      </p>
    </div>
  );
}

/** What waits for us: a reply, a sample under way; else how often the buyer ordered. */
function Duty({ card }: { card: Card }) {
  const t = useTranslations('pipeline');
  if (card.waitingDueAt === null && card.openSample === null) return <>{t('orders', { count: card.orderCount })}</>;
  return (
    <>
      {card.waitingDueAt !== null && <TimeLeft dueAt={card.waitingDueAt} />}
      {card.openSample !== null && (
        <StatusBadge tone="info">{t('sampleIs', { stage: t(`sampleStages.${card.openSample}`) })}</StatusBadge>
      )}
    </>
  );
}
