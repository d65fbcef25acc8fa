'use client';
import { Button, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useFormats } from '../../platform/i18n/use-formats.ts';
import { addDays } from '../../platform/time/today-in.ts';
import type { Period } from './period.ts';
import classes from './reports.module.css';

/** The period of a report, with common ones at hand, and how old its numbers are. */
export function PeriodBar({
  period,
  today,
  asOf,
  refreshing,
  onChange,
  onRefresh,
}: {
  period: Period;
  today: string;
  asOf: Date | null;
  refreshing: boolean;
  onChange: (period: { from: string | null; to: string | null }) => void;
  onRefresh: () => void;
}) {
  const t = useTranslations('reports.period');
  return (
    <div className={classes.toolbar}>
      <div className={classes.period} role="group" aria-label={t('label')}>
        <TextInput
          type="date"
          label={t('from')}
          value={period.from}
          max={today}
          onChange={(event) =>
            event.currentTarget.value !== '' && onChange({ ...period, from: event.currentTarget.value })
          }
        />
        <TextInput
          type="date"
          label={t('to')}
          value={period.to}
          onChange={(event) =>
            event.currentTarget.value !== '' && onChange({ ...period, to: event.currentTarget.value })
          }
        />
        <Button variant="default" onClick={() => onChange({ from: addDays(today, -89), to: today })}>
          {t('quarter')}
        </Button>
        <Button variant="default" onClick={() => onChange({ from: null, to: null })}>
          {t('year')}
        </Button>
        <Button variant="default" onClick={() => onChange({ from: `${today.slice(0, 4)}-01-01`, to: today })}>
          {t('thisYear')}
        </Button>
      </div>
      <AsOf asOf={asOf} refreshing={refreshing} onRefresh={onRefresh} />
    </div>
  );
}

/** Reports do not change by themselves: they say how old they are. */
export function AsOf({
  asOf,
  refreshing,
  onRefresh,
}: {
  asOf: Date | null;
  refreshing: boolean;
  onRefresh: () => void;
}) {
  const t = useTranslations('reports.period');
  const formats = useFormats();
  return (
    <div className={classes.asOf}>
      {asOf !== null && <span>{t('asOf', { at: formats.time(asOf) })}</span>}
      <Button variant="default" loading={refreshing} onClick={onRefresh}>
        {t('refresh')}
      </Button>
    </div>
  );
}
