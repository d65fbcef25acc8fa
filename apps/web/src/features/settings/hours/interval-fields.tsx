'use client';
import { ActionIcon, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { CloseIcon } from '../../../components/icons.tsx';
import classes from './hours.module.css';
import type { Interval } from './hours-draft.ts';
import { tidyTime } from './tidy-time.ts';

/** One opening: from, to, and away with it. Times are typed as HH:MM, because 24:00 is one and a clock field knows none. */
export function IntervalFields({
  of,
  interval,
  readOnly,
  problem,
  onChange,
  onRemove,
}: {
  /** What the opening belongs to, for those who cannot see it. */
  of: string;
  interval: Interval;
  readOnly: boolean;
  problem: string | undefined;
  onChange: (interval: Interval) => void;
  onRemove: () => void;
}) {
  const t = useTranslations('settings.hours');
  const field = (key: 'from' | 'to') => (
    <TextInput
      aria-label={t(`${key}Of`, { of })}
      className={classes.time}
      inputMode="numeric"
      maxLength={5}
      autoComplete="off"
      readOnly={readOnly}
      value={interval[key]}
      onChange={(event) => onChange({ ...interval, [key]: event.currentTarget.value })}
      onBlur={(event) => onChange({ ...interval, [key]: tidyTime(event.currentTarget.value) })}
      error={problem !== undefined}
    />
  );
  return (
    <span className={classes.interval}>
      {field('from')}
      <span aria-hidden>–</span>
      {field('to')}
      {!readOnly && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={44}
          onClick={onRemove}
          aria-label={t('removeInterval', { of, from: interval.from, to: interval.to })}
        >
          <CloseIcon />
        </ActionIcon>
      )}
      {problem !== undefined && (
        <span className={classes.problem} role="alert">
          {problem}
        </span>
      )}
    </span>
  );
}
