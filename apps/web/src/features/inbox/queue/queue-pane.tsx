'use client';
import { ActionIcon, Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useCallback, useRef, useState } from 'react';
import { InboxIcon, SelectIcon } from '../../../components/icons.tsx';
import { EmptyState, FailureState, Loading } from '../../../components/states.tsx';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useMay } from '../../../platform/viewer/viewer-provider.tsx';
import { DownloadMenu } from '../../exports/index.ts';
import { ImportLink } from '../../imports/index.ts';
import type { Directory } from '../directory/use-directory.ts';
import type { OpenConversation } from '../use-open-conversation.ts';
import { cappedCount } from './capped-count.ts';
import { QueueFilters } from './queue-filters.tsx';
import { QueueRow } from './queue-row.tsx';
import { QueueSelection } from './queue-selection.tsx';
import { RowBones } from './row-bones.tsx';
import classes from './queue.module.css';
import { useHolding } from './use-holding.ts';
import { useQueue } from './use-queue.ts';
import type { QueueUrl } from './use-queue-url.ts';
import { useRowKeys } from './use-row-keys.ts';

const NOTHING_SELECTED: ReadonlySet<string> = new Set();

/** The list: queue order from the server, further pages on the way down, news behind a pill while someone works in it. */
export function QueuePane({
  opened,
  queueUrl,
  directory,
}: {
  opened: OpenConversation;
  queueUrl: QueueUrl;
  directory: Directory;
}) {
  const t = useTranslations('inbox');
  const formats = useFormats();
  const [selection, setSelection] = useState<ReadonlySet<string> | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const { holding, handlers } = useHolding(scroller, selection !== null && selection.size > 0);
  const queue = useQueue(queueUrl.filter, holding);
  const { rows, counts } = queue;
  // What several conversations can be selected for.
  const canAssign = useMay()('inbox:assign');

  const toggle = useCallback((id: string) => {
    setSelection((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const keys = useRowKeys(rows, opened.id, canAssign ? toggle : null, queue.loadMore);
  const onListKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    keys.move(event.key === 'ArrowDown' ? 1 : -1);
  };
  const onScroll = () => {
    const list = scroller.current;
    if (list && list.scrollHeight - list.scrollTop - list.clientHeight < list.clientHeight) queue.loadMore();
  };
  const takeNews = () => {
    queue.accept();
    if (scroller.current) scroller.current.scrollTop = 0;
  };

  const chosen = selection ?? NOTHING_SELECTED;
  const news =
    queue.arrivals > 0 ? t('queue.new', { count: queue.arrivals }) : queue.reordered ? t('queue.changed') : null;
  return (
    <section className={classes.pane} aria-label={t('queue.label')} {...handlers}>
      <header className={classes.header}>
        <div className={classes.titleLine}>
          <p className={classes.title} aria-hidden>
            {t('title')}
          </p>
          {counts && (
            <p className={classes.counts}>
              {t('queue.counts', {
                waiting: cappedCount(counts.waiting, formats.number),
                overdue: cappedCount(counts.overdue, formats.number),
              })}
            </p>
          )}
          <span className={classes.titleActs}>
            <ImportLink kind="INQUIRIES" quiet />
            <DownloadMenu list="inbox" filter={queueUrl.filter} quiet />
            {canAssign && (
              <ActionIcon
                className={classes.selectButton}
                variant={selection === null ? 'subtle' : 'light'}
                color="gray"
                size="2.75rem"
                aria-label={t('queue.selectMode')}
                title={t('queue.selectMode')}
                aria-pressed={selection !== null}
                onClick={() => setSelection(selection === null ? NOTHING_SELECTED : null)}
              >
                <SelectIcon />
              </ActionIcon>
            )}
          </span>
        </div>
        <QueueFilters queueUrl={queueUrl} directory={directory} counts={counts} />
        {selection !== null && (
          <QueueSelection ids={[...chosen]} directory={directory} onDone={() => setSelection(null)} />
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
      <div ref={scroller} className={classes.scroller} onScroll={onScroll} data-holding={holding || undefined}>
        {queue.failure && <FailureState failure={queue.failure} onRetry={queue.reload} compact={rows !== null} />}
        {rows === null && !queue.failure && (
          <Loading onRetry={queue.reload}>
            <RowBones />
          </Loading>
        )}
        {rows?.length === 0 && <NothingInView queueUrl={queueUrl} />}
        {rows !== null && rows.length > 0 && (
          <ul className={classes.list} aria-label={t('queue.list')} onKeyDown={onListKey}>
            {rows.map((row) => (
              <QueueRow
                key={row.id}
                row={row}
                href={opened.addressOf(row.id)}
                open={row.id === opened.id}
                reachable={row.id === keys.currentId}
                gone={queue.gone.has(row.id)}
                selected={selection === null ? null : chosen.has(row.id)}
                onOpen={opened.open}
                onSelect={toggle}
              />
            ))}
          </ul>
        )}
        {rows !== null && queue.hasMore && (
          <Button variant="subtle" fullWidth loading={queue.loadingMore} onClick={queue.loadMore}>
            {t('queue.more')}
          </Button>
        )}
      </div>
    </section>
  );
}

function NothingInView({ queueUrl: { values, active, clear } }: { queueUrl: QueueUrl }) {
  const t = useTranslations('inbox');
  if (active > 0)
    return (
      <EmptyState
        icon={<InboxIcon />}
        title={t('queue.noMatch')}
        action={<Button onClick={clear}>{t('clearFilters')}</Button>}
      >
        {t('queue.noMatchText')}
      </EmptyState>
    );
  return (
    <EmptyState icon={<InboxIcon />} title={t(`queue.empty.${values.view}`)}>
      {t(`queue.emptyText.${values.view}`)}
    </EmptyState>
  );
}
