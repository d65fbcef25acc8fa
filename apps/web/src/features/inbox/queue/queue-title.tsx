'use client';
import { ActionIcon } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { SelectIcon } from '../../../components/icons.tsx';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { DownloadMenu } from '../../exports/index.ts';
import { ImportLink } from '../../imports/index.ts';
import { cappedCount } from './capped-count.ts';
import classes from './queue.module.css';
import type { InboxCounts } from './use-queue.ts';
import type { QueueUrl } from './use-queue-url.ts';

interface QueueTitleProps {
  queueUrl: QueueUrl;
  counts: InboxCounts | null;
  selecting: boolean;
  /** null: nothing that several could be selected for. */
  onSelecting: ((selecting: boolean) => void) | null;
}

/** What the list is, how much waits, and what can be done with all of it. */
export function QueueTitle({ queueUrl, counts, selecting, onSelecting }: QueueTitleProps) {
  const t = useTranslations('inbox');
  const formats = useFormats();
  const told = counts && [
    t('queue.counts', {
      waiting: cappedCount(counts.waiting, formats.number),
      overdue: cappedCount(counts.overdue, formats.number),
    }),
    // Put away while the buyer waits: these never hide (spec sla, rule 8).
    ...(counts.closedUnanswered > 0
      ? [t('queue.closedUnanswered', { count: cappedCount(counts.closedUnanswered, formats.number) })]
      : []),
  ];
  return (
    <div className={classes.titleLine}>
      <p className={classes.title} aria-hidden>
        {t('title')}
      </p>
      {told && <p className={classes.counts}>{told.join(' · ')}</p>}
      <span className={classes.titleActs}>
        <ImportLink kind="INQUIRIES" quiet />
        <DownloadMenu list="inbox" filter={queueUrl.filter} quiet />
        {onSelecting && (
          <ActionIcon
            className={classes.selectButton}
            variant={selecting ? 'light' : 'subtle'}
            color="gray"
            size="2.75rem"
            aria-label={t('queue.selectMode')}
            title={t('queue.selectMode')}
            aria-pressed={selecting}
            onClick={() => onSelecting(!selecting)}
          >
            <SelectIcon />
          </ActionIcon>
        )}
      </span>
    </div>
  );
}
