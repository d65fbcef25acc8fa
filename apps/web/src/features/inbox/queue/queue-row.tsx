'use client';
import { useTranslations } from 'next-intl';
import { type MouseEvent, memo } from 'react';
import { GradeBadge, LevelBadge, StatusBadge, type StatusTone } from '../../../components/badges.tsx';
import { TimeLeft } from '../../../components/time-left.tsx';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useNow } from '../../../platform/time/use-now.ts';
import { BuyerClock, GradeButton } from '../../buyers/index.ts';
import classes from './queue.module.css';
import { rowElementId } from './row-element-id.ts';
import type { InboxRow } from './use-queue.ts';

export interface QueueRowProps {
  row: InboxRow;
  /** Place in the list, from 1, and how many there are; -1 while that is not known. */
  place: number;
  placeOf: number;
  /** Distance from the top of the list, pixels. */
  top: number;
  href: string;
  open: boolean;
  /** The one row that Tab reaches. */
  reachable: boolean;
  gone: boolean;
  /** null: no selection under way, no box drawn. */
  selected: boolean | null;
  onOpen: (id: string) => void;
  onSelect: (id: string) => void;
}

/** One conversation in the queue: who, how long left, what they wrote, who has it. Fixed height, so that fresh content moves nothing. */
export const QueueRow = memo(function QueueRow({
  row,
  place,
  placeOf,
  top,
  href,
  open,
  reachable,
  gone,
  selected,
  onOpen,
  onSelect,
}: QueueRowProps) {
  const t = useTranslations('inbox');
  const openHere = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return; // a new tab or window, as with any link
    event.preventDefault();
    onOpen(row.id);
  };
  return (
    <li
      className={classes.item}
      style={{ transform: `translateY(${top}px)` }}
      aria-posinset={place}
      aria-setsize={placeOf}
      data-open={open || undefined}
      data-gone={gone || undefined}
    >
      {selected !== null && (
        <label className={classes.select}>
          <input
            type="checkbox"
            checked={selected}
            onChange={() => onSelect(row.id)}
            aria-label={t('queue.select', { name: row.buyerName })}
          />
        </label>
      )}
      <div className={classes.body}>
        <a
          id={rowElementId(row.id)}
          href={href}
          className={classes.row}
          tabIndex={reachable ? 0 : -1}
          aria-current={open ? 'true' : undefined}
          onClick={openHere}
        >
          <span className={classes.who}>
            <GradeBadge grade={row.grade} size="sm" />
            <LevelBadge level={row.platformLevel} />
            <span className={classes.name} dir="auto">
              {row.buyerName}
            </span>
            <BuyerClock country={row.buyerCountry} />
          </span>
          <span className={classes.preview} dir="auto">
            {row.preview}
          </span>
          <span className={classes.foot}>
            <RowState row={row} gone={gone} />
            <span className={classes.assignee}>{row.assigneeName ?? t('unassigned')}</span>
          </span>
        </a>
        {/* Over the badge: a link may not hold a button. By keyboard the explanation is `w` on the opened buyer. */}
        <span className={classes.why}>
          <GradeButton buyerId={row.buyerId} grade={row.grade} size="sm" tabIndex={-1} />
        </span>
      </div>
    </li>
  );
});

const STATUS_TONE: Record<InboxRow['status'], StatusTone> = {
  WAITING: 'warning',
  ANSWERED: 'good',
  DECLINED: 'neutral',
  SPAM: 'neutral',
  CLOSED: 'neutral',
};

function RowState({ row, gone }: { row: InboxRow; gone: boolean }) {
  const t = useTranslations('inbox');
  const formats = useFormats();
  const now = useNow();
  // Put away although the buyer waits: the clock runs on, and the list says so.
  const unanswered = row.status === 'CLOSED' && row.waitingSince !== null;
  if (gone) return <StatusBadge tone="neutral">{t('queue.gone')}</StatusBadge>;
  if (row.pendingDelivery === 'FAILED') return <StatusBadge tone="bad">{t('delivery.FAILED')}</StatusBadge>;
  if (row.pendingDelivery === 'QUEUED' || row.pendingDelivery === 'SENDING')
    return <StatusBadge tone="info">{t(`delivery.${row.pendingDelivery}`)}</StatusBadge>;
  if (row.status === 'WAITING' && row.snoozedUntil && Date.parse(row.snoozedUntil) > now.getTime())
    return (
      <StatusBadge tone="neutral">
        {t('snooze.snoozedUntil', { until: formats.short(row.snoozedUntil, now) })}
      </StatusBadge>
    );
  if (row.promisedFor && row.status !== 'WAITING')
    return (
      <StatusBadge tone={Date.parse(row.promisedFor) < now.getTime() ? 'bad' : 'info'}>
        {t('promisedFor', { at: formats.short(row.promisedFor, now) })}
      </StatusBadge>
    );
  if (row.status === 'WAITING' && row.dueAt)
    return (
      <span className={classes.due}>
        <TimeLeft dueAt={row.dueAt} />
        <span>
          <span className="visually-hidden">{t('dueShort')}</span> {formats.short(row.dueAt, now)}
        </span>
      </span>
    );
  return (
    <span className={classes.since}>
      <StatusBadge tone={unanswered ? 'warning' : STATUS_TONE[row.status]}>
        {t(unanswered ? 'closedWaiting' : `status.${row.status}`)}
      </StatusBadge>
      <time dateTime={row.lastMessageAt}>{formats.short(row.lastMessageAt, now)}</time>
    </span>
  );
}
