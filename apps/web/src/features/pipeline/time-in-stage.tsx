'use client';
import { useTranslations } from 'next-intl';
import { minutesBetween } from '../../platform/i18n/format.ts';
import { useFormats } from '../../platform/i18n/use-formats.ts';
import { useNow } from '../../platform/time/use-now.ts';

const DAY_MINUTES = 1_440;

/** How long a buyer is in its stage: hours at first, whole days from the second on. */
export function TimeInStage({ since }: { since: string }) {
  const t = useTranslations('pipeline');
  const formats = useFormats();
  const now = useNow();
  const minutes = Math.max(0, minutesBetween(new Date(since), now));
  const days = Math.floor(minutes / DAY_MINUTES);
  return (
    <span title={t('inStageSince', { at: formats.dateTime(since) })} suppressHydrationWarning>
      {days >= 2 ? t('inStageDays', { count: days }) : t('inStageFor', { duration: formats.duration(minutes) })}
    </span>
  );
}
