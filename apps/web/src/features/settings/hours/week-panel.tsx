'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { PlusIcon } from '../../../components/icons.tsx';
import { Panel } from '../../../components/page-frame.tsx';
import classes from './hours.module.css';
import { type HoursDraft, type Interval, nextInterval, WEEKDAYS, type Weekday, withBreak } from './hours-draft.ts';
import { IntervalFields } from './interval-fields.tsx';

const LUNCH: Interval = { from: '12:00', to: '13:00' };

/** Opening hours by weekday: none is closed, several leave a break between them. */
export function WeekPanel({
  weekly,
  timeZone,
  readOnly,
  problemAt,
  onChange,
}: {
  weekly: HoursDraft['weekly'];
  timeZone: string;
  readOnly: boolean;
  problemAt: (place: string) => string | undefined;
  onChange: (weekly: HoursDraft['weekly']) => void;
}) {
  const t = useTranslations('settings.hours');
  const change = (day: Weekday, intervals: readonly Interval[]) => onChange({ ...weekly, [day]: intervals });
  const lunched = withBreak(weekly, LUNCH);
  const sameAsMonday = ['TUE', 'WED', 'THU', 'FRI'] as const;
  const copied = { ...weekly, ...Object.fromEntries(sameAsMonday.map((day) => [day, weekly.MON])) };
  const differs = (other: HoursDraft['weekly']) => JSON.stringify(other) !== JSON.stringify(weekly);
  return (
    <Panel title={t('week')} lead={t('weekLead', { zone: timeZone })} flush>
      <ul className={classes.days}>
        {WEEKDAYS.map((day) => (
          <li key={day} className={classes.day}>
            <span className={classes.dayName}>{t(`days.${day}`)}</span>
            <div className={classes.intervals}>
              {weekly[day].length === 0 && <span className={classes.closed}>{t('closed')}</span>}
              {weekly[day].map((interval, index) => (
                <IntervalFields
                  key={index}
                  of={t('dayInterval', { day: t(`days.${day}`), n: index + 1 })}
                  interval={interval}
                  readOnly={readOnly}
                  problem={problemAt(`weekly.${day}.${index}`)}
                  onChange={(next) => change(day, weekly[day].with(index, next))}
                  onRemove={() => change(day, weekly[day].toSpliced(index, 1))}
                />
              ))}
            </div>
            {!readOnly && (
              <Button
                variant="subtle"
                leftSection={<PlusIcon />}
                onClick={() => change(day, [...weekly[day], nextInterval(weekly[day])])}
                aria-label={t('addIntervalTo', { day: t(`days.${day}`) })}
              >
                {t('addInterval')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {!readOnly && (
        <div className={classes.quick}>
          <Button variant="default" disabled={!differs(lunched)} onClick={() => onChange(lunched)}>
            {t('addLunch', { ...LUNCH })}
          </Button>
          <Button variant="default" disabled={!differs(copied)} onClick={() => onChange(copied)}>
            {t('copyMonday')}
          </Button>
        </div>
      )}
    </Panel>
  );
}
