'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { InboxIcon } from '../../../components/icons.tsx';
import { EmptyState } from '../../../components/states.tsx';
import type { QueueUrl } from './use-queue-url.ts';

/** An empty list: filtered to nothing, with the way out; or nothing there yet, with what comes here. */
export function NothingInView({ queueUrl: { values, active, clear } }: { queueUrl: QueueUrl }) {
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
