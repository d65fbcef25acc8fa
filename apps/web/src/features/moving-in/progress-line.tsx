'use client';
import { useTranslations } from 'next-intl';
import classes from './moving-in.module.css';
import { type MovingInStep, progressOf } from './step-places.ts';

/** How far it is, in words and as a bar. */
export function ProgressLine({ steps }: { steps: readonly MovingInStep[] }) {
  const t = useTranslations('movingIn');
  const { settled, minutesLeft } = progressOf(steps);
  return (
    <span className={classes.progress}>
      <span>
        {minutesLeft === 0
          ? t('allSettled', { total: steps.length })
          : t('progress', { settled, total: steps.length, minutes: minutesLeft })}
      </span>
      <span className={classes.bar} aria-hidden>
        <span style={{ width: `${(settled / steps.length) * 100}%` }} />
      </span>
    </span>
  );
}
