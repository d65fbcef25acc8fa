'use client';
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { CloseIcon } from '../../../components/icons.tsx';
import { Panel } from '../../../components/page-frame.tsx';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { todayIn } from '../../../platform/time/today-in.ts';
import { useWorkspace } from '../../../platform/viewer/viewer-provider.tsx';
import settings from '../settings.module.css';
import { HolidaySuggestions } from './holiday-suggestions.tsx';
import classes from './hours.module.css';
import { addHolidays, type DraftHoliday } from './hours-draft.ts';

/** Closed days: suggested by country, typed, and each taken away again. Past ones are folded. */
export function HolidaysPanel({
  holidays,
  readOnly,
  problemAt,
  onChange,
}: {
  holidays: readonly DraftHoliday[];
  readOnly: boolean;
  problemAt: (place: string) => string | undefined;
  onChange: (holidays: readonly DraftHoliday[]) => void;
}) {
  const t = useTranslations('settings.hours');
  const { timeZone } = useWorkspace();
  const today = todayIn(timeZone, new Date());
  const [typed, setTyped] = useState<DraftHoliday>({ date: '', name: '' });
  const add = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (typed.date === '') return;
    onChange(addHolidays(holidays, [typed]));
    setTyped({ date: '', name: '' });
  };
  const rows = holidays.map((holiday, index) => ({ holiday, index }));
  const past = rows.filter(({ holiday }) => holiday.date < today);
  const list = (shown: typeof rows) => (
    <ul className={classes.holidays}>
      {shown.map(({ holiday, index }) => (
        <HolidayRow
          key={`${holiday.date} ${index}`}
          holiday={holiday}
          readOnly={readOnly}
          problem={problemAt(`holidays.${index}`)}
          onRemove={() => onChange(holidays.toSpliced(index, 1))}
        />
      ))}
    </ul>
  );
  return (
    <Panel title={t('holidays')} lead={t('holidaysLead')} flush>
      {!readOnly && <HolidaySuggestions holidays={holidays} onAdd={(more) => onChange(addHolidays(holidays, more))} />}
      {holidays.length === 0 && <p className={classes.none}>{t('noHolidays')}</p>}
      {list(rows.filter(({ holiday }) => holiday.date >= today))}
      {past.length > 0 && (
        <details className={`${settings.details} ${classes.past}`}>
          <summary>{t('pastHolidays', { count: past.length })}</summary>
          {list(past)}
        </details>
      )}
      {!readOnly && (
        <form className={classes.add} onSubmit={add}>
          <TextInput
            type="date"
            label={t('date')}
            value={typed.date}
            onChange={(event) => setTyped({ ...typed, date: event.currentTarget.value })}
          />
          <TextInput
            label={t('holidayName')}
            maxLength={80}
            autoComplete="off"
            value={typed.name}
            onChange={(event) => setTyped({ ...typed, name: event.currentTarget.value })}
          />
          <Button type="submit" variant="default" disabled={typed.date === ''}>
            {t('addHoliday')}
          </Button>
        </form>
      )}
    </Panel>
  );
}

function HolidayRow({
  holiday,
  readOnly,
  problem,
  onRemove,
}: {
  holiday: DraftHoliday;
  readOnly: boolean;
  problem: string | undefined;
  onRemove: () => void;
}) {
  const t = useTranslations('settings.hours');
  const formats = useFormats();
  const date = formats.weekdayDate(holiday.date);
  return (
    <li className={classes.holiday}>
      <span className={classes.holidayDate}>{date}</span>
      <span className={classes.holidayName} dir="auto">
        {holiday.name || t('unnamed')}
        {problem !== undefined && <span className={classes.problem}> {problem}</span>}
      </span>
      {!readOnly && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={44}
          onClick={onRemove}
          aria-label={t('removeHoliday', { date, name: holiday.name || t('unnamed') })}
        >
          <CloseIcon />
        </ActionIcon>
      )}
    </li>
  );
}
