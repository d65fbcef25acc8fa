'use client';
import { useTranslations } from 'next-intl';
import { CheckIcon } from '../../../components/icons.tsx';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useNow } from '../../../platform/time/use-now.ts';
import classes from '../samples.module.css';
import type { Sample } from '../use-samples.ts';

const WAY = ['REQUESTED', 'APPROVED', 'SENT', 'ARRIVED', 'FEEDBACK', 'CONVERTED'] as const;

/** How far the sample is, with the day of each step; a dropped one ends where it was dropped. */
export function SampleSteps({ sample }: { sample: Sample }) {
  const t = useTranslations('samples');
  const formats = useFormats();
  const now = useNow();
  const at = (stage: Sample['stage']) => sample.reached.find((step) => step.stage === stage)?.at ?? null;
  const dropped = sample.stage === 'DROPPED';
  const stages = dropped ? [...WAY.filter((stage) => at(stage) !== null), 'DROPPED' as const] : WAY;
  return (
    <ol className={classes.steps} aria-label={t('progress')}>
      {stages.map((stage) => {
        const reachedAt = at(stage);
        return (
          <li
            key={stage}
            data-reached={reachedAt !== null || undefined}
            aria-current={stage === sample.stage ? 'step' : undefined}
          >
            {reachedAt === null ? <span className={classes.dot} aria-hidden /> : <CheckIcon width="1em" height="1em" />}
            <span>{t(`stages.${stage}`)}</span>
            {reachedAt !== null && (
              <time dateTime={reachedAt} title={formats.dateTime(reachedAt)}>
                {formats.short(reachedAt, now)}
              </time>
            )}
            {stage === 'CONVERTED' && sample.order && (
              <span className={classes.order}>{t('orderIs', { number: sample.order.externalId })}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
