'use client';
import { useTranslations } from 'next-intl';
import type { HomeQuery } from '../../generated/graphql.ts';
import { useFormats } from '../../platform/i18n/use-formats.ts';
import classes from './home.module.css';

type Headline = HomeQuery['home']['headlines'][number];

/** A channel's 30-day mean against its target, never without what is unanswered beside it. */
export function HeadlineCard({ headline }: { headline: Headline }) {
  const t = useTranslations('home');
  const formats = useFormats();
  const { meanMinutes, targetMinutes, oldestWaitMinutes, ifAnsweredNowMinutes } = headline;
  const over = meanMinutes !== null && meanMinutes > targetMinutes;
  const share = meanMinutes === null ? 0 : Math.min(100, (meanMinutes / targetMinutes) * 100);
  return (
    <li className={classes.headline}>
      <h2 className={classes.channel}>{headline.channelName}</h2>
      <p className={classes.mean} data-over={over || undefined}>
        <strong>{meanMinutes === null ? '–' : formats.duration(meanMinutes)}</strong>
        <span>{t('ofTarget', { target: formats.duration(targetMinutes) })}</span>
      </p>
      <div className={classes.meter} data-over={over || undefined} aria-hidden>
        <div style={{ width: `${share}%` }} />
      </div>
      <p className={classes.verdict}>
        {meanMinutes === null
          ? t('noMean')
          : over
            ? t('overTarget', { duration: formats.duration(meanMinutes - targetMinutes) })
            : t('underTarget', { duration: formats.duration(targetMinutes - meanMinutes) })}
      </p>
      <dl className={classes.beside}>
        <dt>{t('answered')}</dt>
        <dd>{formats.number(headline.answered)}</dd>
        <dt>{t('unanswered')}</dt>
        <dd data-some={headline.unanswered > 0 || undefined}>{formats.number(headline.unanswered)}</dd>
        {oldestWaitMinutes !== null && (
          <>
            <dt>{t('oldestWait')}</dt>
            <dd>{formats.duration(oldestWaitMinutes)}</dd>
          </>
        )}
        {headline.unanswered > 0 && ifAnsweredNowMinutes !== null && (
          <>
            <dt>{t('ifAnsweredNow')}</dt>
            <dd>{formats.duration(ifAnsweredNowMinutes)}</dd>
          </>
        )}
      </dl>
    </li>
  );
}
