'use client';
import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { CloseIcon, PlusIcon } from '../../../components/icons.tsx';
import { Panel } from '../../../components/page-frame.tsx';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import classes from './hours.module.css';
import { type DraftSpecialDay, nextInterval } from './hours-draft.ts';
import { IntervalFields } from './interval-fields.tsx';

/** Single days with other hours, or with time taken out. */
export function SpecialDaysPanel({
  days,
  readOnly,
  problemAt,
  onChange,
}: {
  days: readonly DraftSpecialDay[];
  readOnly: boolean;
  problemAt: (place: string) => string | undefined;
  onChange: (days: readonly DraftSpecialDay[]) => void;
}) {
  const t = useTranslations('settings.hours');
  const formats = useFormats();
  const [date, setDate] = useState('');
  const [kind, setKind] = useState<DraftSpecialDay['kind']>('HOURS');
  const taken = days.some((day) => day.date === date && day.kind === kind);
  const add = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (date === '' || taken) return;
    const intervals = [kind === 'BREAK' ? { from: '15:00', to: '16:00' } : { from: '09:00', to: '13:00' }];
    onChange([...days, { date, kind, intervals }].toSorted((a, b) => a.date.localeCompare(b.date)));
    setDate('');
  };
  return (
    <Panel title={t('special')} lead={t('specialLead')} flush>
      {days.length > 0 && (
        <ul className={classes.days}>
          {days.map((day, at) => {
            const name = t(`specialName.${day.kind}`, { date: formats.weekdayDate(day.date) });
            const put = (intervals: DraftSpecialDay['intervals']) => onChange(days.with(at, { ...day, intervals }));
            return (
              <li key={`${day.date} ${day.kind}`} className={classes.day}>
                <span className={classes.dayName}>{name}</span>
                <div className={classes.intervals}>
                  {day.intervals.length === 0 && <span className={classes.closed}>{t(`specialNone.${day.kind}`)}</span>}
                  {day.intervals.map((interval, index) => (
                    <IntervalFields
                      key={index}
                      of={t('dayInterval', { day: name, n: index + 1 })}
                      interval={interval}
                      readOnly={readOnly}
                      problem={problemAt(`special.${at}.${index}`)}
                      onChange={(next) => put(day.intervals.with(index, next))}
                      onRemove={() => put(day.intervals.toSpliced(index, 1))}
                    />
                  ))}
                </div>
                {!readOnly && (
                  <span className={classes.dayActs}>
                    <Button
                      variant="subtle"
                      leftSection={<PlusIcon />}
                      onClick={() => put([...day.intervals, nextInterval(day.intervals)])}
                      aria-label={t('addIntervalTo', { day: name })}
                    >
                      {t('addInterval')}
                    </Button>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size={44}
                      onClick={() => onChange(days.toSpliced(at, 1))}
                      aria-label={t('removeSpecial', { day: name })}
                    >
                      <CloseIcon />
                    </ActionIcon>
                  </span>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {days.length === 0 && <p className={classes.none}>{t('noSpecial')}</p>}
      {!readOnly && (
        <form className={classes.add} onSubmit={add}>
          <TextInput
            type="date"
            label={t('date')}
            value={date}
            onChange={(event) => setDate(event.currentTarget.value)}
            error={taken ? t('specialTaken') : undefined}
          />
          <NativeSelect
            label={t('specialKind')}
            value={kind}
            onChange={(event) => setKind(event.currentTarget.value === 'BREAK' ? 'BREAK' : 'HOURS')}
            data={[
              { value: 'HOURS', label: t('specialKinds.HOURS') },
              { value: 'BREAK', label: t('specialKinds.BREAK') },
            ]}
          />
          <Button type="submit" variant="default" disabled={date === '' || taken}>
            {t('addSpecial')}
          </Button>
        </form>
      )}
    </Panel>
  );
}
