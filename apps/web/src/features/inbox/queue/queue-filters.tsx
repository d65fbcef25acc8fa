'use client';
import { Button, NativeSelect } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FilterIcon } from '../../../components/icons.tsx';
import { lazyPart } from '../../../components/lazy-part.tsx';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import type { Directory } from '../directory/use-directory.ts';
import { VIEWS } from '../inbox-url.ts';
import { cappedCount } from './capped-count.ts';
import classes from './queue.module.css';
import { RecordButton } from './record-button.tsx';
import type { InboxCounts } from './use-queue.ts';
import type { QueueUrl } from './use-queue-url.ts';

const FORM_ID = 'inbox-filters';
/** Opened now and then, so loaded when it is. */
const FilterForm = lazyPart(() => import('./filter-form.tsx').then((module) => module.FilterForm));

/** View and filters of the list, all kept in the address. */
export function QueueFilters({
  queueUrl,
  directory,
  counts,
  onRecorded,
}: {
  queueUrl: QueueUrl;
  directory: Directory;
  counts: InboxCounts | null;
  /** An inquiry was written down by hand: its conversation. */
  onRecorded: (conversationId: string) => void;
}) {
  const t = useTranslations('inbox');
  const formats = useFormats();
  const [opened, setOpened] = useState(false);
  const { values, set, active } = queueUrl;
  const countOf: Partial<Record<(typeof VIEWS)[number], number>> = counts
    ? { WAITING: counts.waiting, MINE: counts.mine, SNOOZED: counts.snoozed }
    : {};
  const viewLabel = (view: (typeof VIEWS)[number]) => {
    const count = countOf[view];
    return count === undefined
      ? t(`views.${view}`)
      : t('viewCount', { view: t(`views.${view}`), count: cappedCount(count, formats.number) });
  };
  return (
    <div className={classes.filters}>
      <NativeSelect
        aria-label={t('view')}
        className={classes.view}
        value={values.view}
        onChange={(event) => set({ view: VIEWS.find((view) => view === event.currentTarget.value) ?? 'WAITING' })}
        data={VIEWS.map((view) => ({ value: view, label: viewLabel(view) }))}
      />
      <Button
        variant={active > 0 ? 'light' : 'default'}
        leftSection={<FilterIcon />}
        aria-expanded={opened}
        aria-controls={FORM_ID}
        onClick={() => setOpened((was) => !was)}
      >
        {active > 0 ? t('filtersActive', { count: active }) : t('filters')}
      </Button>
      <RecordButton channels={directory.channels} onRecorded={onRecorded} />
      <div id={FORM_ID} hidden={!opened} className={classes.filterForm}>
        {opened && <FilterForm queueUrl={queueUrl} directory={directory} />}
      </div>
    </div>
  );
}
