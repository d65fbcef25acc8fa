'use client';
import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { ChoiceButtons, useCountryChoices } from '../buyers/index.ts';
import classes from './announcements.module.css';
import { GRADES, HISTORIES, SILENCES, type Segment } from './segment.ts';

/** Which buyers: each condition narrows, none means all. */
export function SegmentFields({ segment, onChange }: { segment: Segment; onChange: (segment: Segment) => void }) {
  const t = useTranslations('announcements.segment');
  const countries = useCountryChoices();
  const change = (patch: Partial<Segment>) => onChange({ ...segment, ...patch });
  const words = HISTORIES.map((history) => t(`history.${history}`));
  return (
    <fieldset className={classes.segment}>
      <legend>{t('title')}</legend>
      <ChoiceButtons
        label={t('grades')}
        labelled
        choices={GRADES}
        chosen={segment.grades}
        onChange={(grades) => change({ grades })}
      />
      <ChoiceButtons
        label={t('histories')}
        labelled
        choices={words}
        chosen={segment.histories.map((history) => t(`history.${history}`))}
        onChange={(chosen) => change({ histories: HISTORIES.filter((_, index) => chosen.includes(words[index]!)) })}
      />
      <div className={classes.fields}>
        <NativeSelect
          label={t('country')}
          value={segment.country}
          onChange={(event) => change({ country: event.currentTarget.value })}
          data={[{ value: '', label: t('anyCountry') }, ...countries]}
        />
        <NativeSelect
          label={t('silent')}
          value={segment.silentDays}
          onChange={(event) => change({ silentDays: event.currentTarget.value })}
          data={[
            { value: '', label: t('anySilence') },
            ...SILENCES.map((days) => ({ value: days, label: t('silentDays', { days }) })),
          ]}
        />
        <TextInput
          label={t('search')}
          maxLength={200}
          autoComplete="off"
          value={segment.search}
          onChange={(event) => change({ search: event.currentTarget.value })}
        />
      </div>
    </fieldset>
  );
}
