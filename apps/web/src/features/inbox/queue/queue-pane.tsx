'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useClient } from 'urql';
import { FailureState, Loading } from '../../../components/states.tsx';
import { useShortcuts } from '../../../platform/keyboard/shortcuts-provider.tsx';
import { useMay } from '../../../platform/viewer/viewer-provider.tsx';
import type { Directory } from '../directory/use-directory.ts';
import { SnoozeDialog } from '../snooze/index.ts';
import type { OpenConversation } from '../use-open-conversation.ts';
import { NothingInView } from './nothing-in-view.tsx';
import { QueueFilters } from './queue-filters.tsx';
import { QueueList } from './queue-list.tsx';
import { QueueSelection } from './queue-selection.tsx';
import { QueueTitle } from './queue-title.tsx';
import { RowBones } from './row-bones.tsx';
import classes from './queue.module.css';
import { listLeftBehind } from './queue-memory.ts';
import { useFocusAfterBack, useLeftList } from './use-coming-back.ts';
import { useHolding } from './use-holding.ts';
import type { Leaving } from './use-leaving.ts';
import { type ShownQueue, useQueue } from './use-queue.ts';
import type { QueueUrl } from './use-queue-url.ts';
import { useRowKeys } from './use-row-keys.ts';

const NOTHING_SELECTED: ReadonlySet<string> = new Set();
const NO_IDS: readonly string[] = [];

/** The list: queue order from the server, further pages on the way down, news behind a pill while someone works in it. */
export function QueuePane({
  opened,
  queueUrl,
  directory,
  leaving,
}: {
  opened: OpenConversation;
  queueUrl: QueueUrl;
  directory: Directory;
  leaving: Leaving;
}) {
  const t = useTranslations('inbox');
  const client = useClient();
  const key = JSON.stringify(queueUrl.filter);
  const [leftBehind] = useState(() => listLeftBehind<ShownQueue>(client, key));
  const [selection, setSelection] = useState<ReadonlySet<string> | null>(null);
  const [snoozing, setSnoozing] = useState<string | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const { holding, handlers } = useHolding(
    scroller,
    selection !== null && selection.size > 0,
    (leftBehind?.scrollTop ?? 0) > 0,
  );
  const queue = useQueue(queueUrl.filter, key, holding, leftBehind?.shown ?? null);
  const { rows, counts, hasMore, loadMore } = queue;
  const ids = useMemo(() => rows?.map(({ id }) => id) ?? NO_IDS, [rows]);
  const gone = useMemo(() => new Set([...queue.gone, ...leaving.ids]), [queue.gone, leaving.ids]);
  const may = useMay();
  // What several conversations can be selected for.
  const canAssign = may('inbox:assign');

  const { listRead } = leaving;
  useEffect(() => listRead(), [queue.asOf, listRead]);

  const toggle = useCallback((id: string) => {
    setSelection((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const keys = useRowKeys({
    ids,
    openId: opened.id,
    initialId: leftBehind?.rowId ?? null,
    onSelect: canAssign ? toggle : null,
    hasMore,
    onNearEnd: loadMore,
  });
  useLeftList(scroller, key, queue.shown, keys.currentId);
  useFocusAfterBack(opened.id, leftBehind?.rowId ?? null, keys.focusRow);

  const snoozable = rows?.find(({ id, status }) => id === keys.currentId && status === 'WAITING');
  useShortcuts(
    canAssign && opened.id === null && snoozable
      ? [{ keys: 's', label: t('snooze.act'), group: t('keys.list'), run: () => setSnoozing(snoozable.id) }]
      : [],
  );
  const snoozed = rows?.find(({ id }) => id === snoozing);

  const takeNews = () => {
    queue.accept();
    if (scroller.current) scroller.current.scrollTop = 0;
  };
  const news =
    queue.arrivals > 0 ? t('queue.new', { count: queue.arrivals }) : queue.reordered ? t('queue.changed') : null;
  return (
    <section className={classes.pane} aria-label={t('queue.label')} {...handlers}>
      <header className={classes.header}>
        <QueueTitle
          queueUrl={queueUrl}
          counts={counts}
          selecting={selection !== null}
          onSelecting={canAssign ? (selecting) => setSelection(selecting ? NOTHING_SELECTED : null) : null}
        />
        <QueueFilters queueUrl={queueUrl} directory={directory} counts={counts} onRecorded={opened.open} />
        {selection !== null && (
          <QueueSelection ids={[...selection]} directory={directory} onDone={() => setSelection(null)} />
        )}
      </header>
      <div className={classes.newsSlot}>
        {news !== null && (
          <button type="button" className={classes.news} onClick={takeNews}>
            {news}
          </button>
        )}
        <span className="visually-hidden" role="status">
          {news ?? ''}
        </span>
      </div>
      {queue.failure && <FailureState failure={queue.failure} onRetry={queue.reload} compact={rows !== null} />}
      <div ref={scroller} className={classes.scroller} data-holding={holding || undefined}>
        {rows === null && !queue.failure && (
          <Loading onRetry={queue.reload}>
            <RowBones />
          </Loading>
        )}
        {rows?.length === 0 && <NothingInView queueUrl={queueUrl} />}
        {rows !== null && rows.length > 0 && (
          <QueueList
            key={key}
            scroller={scroller}
            rows={rows}
            hasMore={hasMore}
            onNearEnd={loadMore}
            initialOffset={leftBehind?.shown.key === key ? leftBehind.scrollTop : 0}
            currentId={keys.currentId}
            wanted={keys.wanted}
            openId={opened.id}
            gone={gone}
            selection={selection}
            addressOf={opened.addressOf}
            onOpen={opened.open}
            onSelect={toggle}
            onMove={keys.move}
          />
        )}
        {rows !== null && hasMore && (
          <Button variant="subtle" fullWidth loading={queue.loadingMore} onClick={loadMore}>
            {t('queue.more')}
          </Button>
        )}
      </div>
      {snoozed && (
        <SnoozeDialog
          conversationId={snoozed.id}
          buyerName={snoozed.buyerName}
          dueAt={snoozed.dueAt}
          onBegin={leaving.begin}
          onSettled={leaving.settle}
          onClose={() => setSnoozing(null)}
        />
      )}
    </section>
  );
}
