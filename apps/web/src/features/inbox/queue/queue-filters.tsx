'use client';
import { Button, NativeSelect } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FilterIcon } from '../../../components/icons.tsx';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { ChoiceButtons } from '../../buyers/index.ts';
import type { Directory } from '../directory/use-directory.ts';
import { GRADES, LEVELS, VIEWS } from '../inbox-url.ts';
import { cappedCount } from './capped-count.ts';
import classes from './queue.module.css';
import type { InboxCounts } from './use-queue.ts';
import type { QueueUrl } from './use-queue-url.ts';

const FORM_ID = 'inbox-filters';

/** View and filters of the list, all kept in the address. */
export function QueueFilters({
  queueUrl,
  directory,
  counts,
}: {
  queueUrl: QueueUrl;
  directory: Directory;
  counts: InboxCounts | null;
}) {
  const t = useTranslations('inbox');
  const formats = useFormats();
  const [opened, setOpened] = useState(false);
  const { values, set, active, clear } = queueUrl;
  const viewLabel = (view: (typeof VIEWS)[number]) => {
    const count = view === 'WAITING' ? counts?.waiting : view === 'MINE' ? counts?.mine : undefined;
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
      {opened && (
        <div id={FORM_ID} className={classes.filterForm}>
          <ChoiceButtons
            labelled
            label={t('grade')}
            choices={GRADES}
            chosen={values.grade}
            onChange={(grade) => set({ grade })}
          />
          <ChoiceButtons
            labelled
            label={t('level')}
            choices={LEVELS}
            chosen={values.level}
            onChange={(level) => set({ level })}
          />
          {directory.channels.length > 0 && (
            <NativeSelect
              label={t('channel')}
              value={values.channel ?? ''}
              onChange={(event) => set({ channel: event.currentTarget.value || null })}
              data={[
                { value: '', label: t('anyChannel') },
                ...directory.channels.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          )}
          {directory.members.length > 0 && values.view !== 'MINE' && (
            <NativeSelect
              label={t('assignee')}
              value={values.assignee ?? ''}
              onChange={(event) => set({ assignee: event.currentTarget.value || null })}
              data={[
                { value: '', label: t('anyone') },
                ...directory.members.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          )}
          {active > 0 && (
            <Button variant="subtle" onClick={clear}>
              {t('clearFilters')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
