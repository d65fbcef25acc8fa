'use client';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import classes from './queue.module.css';
import { QueueRow } from './queue-row.tsx';
import { rowElementId } from './row-element-id.ts';
import type { InboxRow } from './use-queue.ts';
import { useVirtualRows } from './use-virtual-rows.ts';

interface QueueListProps {
  scroller: RefObject<HTMLElement | null>;
  rows: readonly InboxRow[];
  /** More rows exist than are loaded, so that the number of all is not known. */
  hasMore: boolean;
  onNearEnd: () => void;
  initialOffset: number;
  currentId: string | null;
  /** The row that is to get the focus; a new object for each request. */
  wanted: { id: string } | null;
  openId: string | null;
  gone: ReadonlySet<string>;
  /** null: no selection under way, no boxes drawn. */
  selection: ReadonlySet<string> | null;
  addressOf: (id: string) => string;
  onOpen: (id: string) => void;
  onSelect: (id: string) => void;
  onMove: (step: 1 | -1) => void;
}

/** Rows from the end of what is loaded at which the next page is asked for. */
const NEAR_END = 30;

/** The rows of the list that are in sight, of however many: each says its place among all. */
export function QueueList(props: QueueListProps) {
  const { scroller, rows, hasMore, onNearEnd, initialOffset, currentId, wanted, openId, gone, selection } = props;
  const t = useTranslations('inbox');
  const ids = useMemo(() => rows.map(({ id }) => id), [rows]);
  const pinned = currentId === null ? -1 : ids.indexOf(currentId);
  const { items, totalHeight, reveal } = useVirtualRows(scroller, ids, pinned, initialOffset);

  const lastDrawn = items.findLast(({ index }) => index !== pinned)?.index ?? 0;
  useEffect(() => {
    if (hasMore && lastDrawn >= ids.length - NEAR_END) onNearEnd();
  }, [hasMore, lastDrawn, ids.length, onNearEnd]);

  const answered = useRef<typeof wanted>(null);
  useLayoutEffect(() => {
    if (wanted === null || wanted === answered.current) return;
    const index = ids.indexOf(wanted.id);
    if (index < 0) {
      answered.current = wanted; // a row that comes later takes no focus from where it is then
      return;
    }
    reveal(index);
    const row = document.getElementById(rowElementId(wanted.id));
    if (row === null) return; // drawn as soon as the list has found its height
    row.focus({ preventScroll: true });
    answered.current = wanted;
  });

  const onListKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    props.onMove(event.key === 'ArrowDown' ? 1 : -1);
  };
  return (
    <ul className={classes.list} aria-label={t('queue.list')} style={{ height: totalHeight }} onKeyDown={onListKey}>
      {items.map(({ key, index, start }) => {
        const row = rows[index]!;
        return (
          <QueueRow
            key={key}
            row={row}
            place={index + 1}
            placeOf={hasMore ? -1 : rows.length}
            top={start}
            href={props.addressOf(row.id)}
            open={row.id === openId}
            reachable={row.id === currentId}
            gone={gone.has(row.id)}
            selected={selection === null ? null : selection.has(row.id)}
            onOpen={props.onOpen}
            onSelect={props.onSelect}
          />
        );
      })}
    </ul>
  );
}
