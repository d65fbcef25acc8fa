'use client';
import { useTranslations } from 'next-intl';
import { minutesBetween } from '../platform/i18n/format.ts';
import { useFormats } from '../platform/i18n/use-formats.ts';
import { useNow } from '../platform/time/use-now.ts';
import { dueState } from './due-state.ts';
import { AlertIcon, ClockIcon } from './icons.tsx';
import classes from './time-left.module.css';

/** Time left of a duty, with its due moment: "0h 38m left" + "due 12:30". In words and an icon, not by colour alone. */
export function TimeLeft({ dueAt, withDue = false }: { dueAt: string; withDue?: boolean }) {
  const t = useTranslations('common');
  const formats = useFormats();
  const now = useNow();
  const due = new Date(dueAt);
  const state = dueState(due, now);
  const duration = formats.duration(Math.abs(minutesBetween(now, due)));
  return (
    <span
      className={classes.timeLeft}
      data-state={state}
      title={t('dueAt', { at: formats.dateTime(due) })}
      suppressHydrationWarning
    >
      {state === 'overdue' ? <AlertIcon width="1em" height="1em" /> : <ClockIcon width="1em" height="1em" />}
      <span className={classes.text}>
        {state === 'overdue' ? t('overdueBy', { duration }) : t('timeLeft', { duration })}
      </span>
      {withDue && <span className={classes.due}>{t('dueAt', { at: formats.dateTime(due) })}</span>}
    </span>
  );
}
