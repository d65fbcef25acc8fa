'use client';
import { NativeSelect } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { SetUrlState } from '../../platform/url-state/use-url-state.ts';
import type { UrlValues } from '../../platform/url-state/url-state.ts';
import { ChoiceButtons } from '../buyers/index.ts';
import { SavedViews } from '../saved-views/index.ts';
import classes from './samples.module.css';
import { GRADES, STAGES, type SamplesFields } from './samples-url.ts';

/** Which samples are listed; the address keeps it. */
export function SamplesFilters({ values, set }: { values: UrlValues<SamplesFields>; set: SetUrlState<SamplesFields> }) {
  const t = useTranslations('samples');
  return (
    <div className={classes.filters} role="search" aria-label={t('filters')}>
      <NativeSelect
        aria-label={t('status')}
        value={values.status}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          set({ status: chosen === 'all' ? 'all' : (STAGES.find((stage) => stage === chosen) ?? 'open') });
        }}
        data={[
          { value: 'open', label: t('statuses.open') },
          { value: 'all', label: t('statuses.all') },
          ...STAGES.map((stage) => ({ value: stage, label: t(`stages.${stage}`) })),
        ]}
      />
      <ChoiceButtons
        label={t('gradeAtRequest')}
        choices={GRADES}
        chosen={values.grade}
        onChange={(grade) => set({ grade })}
      />
      <SavedViews screen="SAMPLES" page="samples" />
    </div>
  );
}
