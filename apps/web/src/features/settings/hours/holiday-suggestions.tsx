'use client';
import { Button, NativeSelect } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { FailureState } from '../../../components/states.tsx';
import { HolidaySuggestionsDocument } from '../../../generated/graphql.ts';
import { useScreenQuery } from '../../../platform/graphql/use-screen-query.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { countryOfZone } from '../../../platform/time/country-zone.ts';
import { todayIn } from '../../../platform/time/today-in.ts';
import { useWorkspace } from '../../../platform/viewer/viewer-provider.tsx';
import classes from './hours.module.css';
import { type DraftHoliday, missingHolidays } from './hours-draft.ts';

/** Public holidays of a country for this year and the next, with lunar and substitute days: added in one go, each removable. */
export function HolidaySuggestions({
  holidays,
  onAdd,
}: {
  holidays: readonly DraftHoliday[];
  onAdd: (holidays: readonly DraftHoliday[]) => void;
}) {
  const t = useTranslations('settings.hours');
  const formats = useFormats();
  const locale = useLocale();
  const { timeZone } = useWorkspace();
  const [country, setCountry] = useState(() => countryOfZone(timeZone) ?? 'KR');
  const year = Number(todayIn(timeZone, new Date()).slice(0, 4));
  const { data, failure, reload } = useScreenQuery(
    HolidaySuggestionsDocument,
    { country, year, nextYear: year + 1, language: locale },
    { keepPrevious: true },
  );
  const suggested = data ? [...data.thisYear, ...data.nextYear] : [];
  const missing = missingHolidays(suggested, holidays);
  const countries = (data?.holidayCountries ?? [country])
    .map((code) => ({ value: code, label: formats.country(code) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale));
  return (
    <div className={classes.suggest}>
      {failure !== null && <FailureState failure={failure} onRetry={reload} compact />}
      <NativeSelect
        label={t('country')}
        value={country}
        onChange={(event) => setCountry(event.currentTarget.value)}
        data={countries}
      />
      <Button disabled={missing.length === 0} onClick={() => onAdd(missing)}>
        {missing.length === 0 && data
          ? t('allAdded')
          : t('addSuggested', { count: missing.length, year, next: year + 1 })}
      </Button>
    </div>
  );
}
