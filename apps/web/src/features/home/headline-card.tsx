'use client';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { AlertIcon, CheckIcon, ClockIcon } from '../../components/icons.tsx';
import type { HomeQuery } from '../../generated/graphql.ts';
import { useFormats } from '../../platform/i18n/use-formats.ts';
import { useMay, useWorkspaceHref } from '../../platform/viewer/viewer-provider.tsx';
import { standingOf, useForecastWords } from '../reports/index.ts';
import classes from './home.module.css';

type Headline = HomeQuery['home']['headlines'][number];

const SIGNS = { under: CheckIcon, near: ClockIcon, over: AlertIcon, none: ClockIcon } as const;

/** A channel's 30-day mean against its target, never without what is unanswered beside it, and what it takes to keep it. */
export function HeadlineCard({ headline }: { headline: Headline }) {
  const t = useTranslations('home');
  const formats = useFormats();
  const words = useForecastWords();
  const href = useWorkspaceHref();
  const mayRead = useMay()('report:read');
  const { channelId, channelName, meanMinutes, targetMinutes, forecast } = headline;
  const standing = standingOf(meanMinutes, targetMinutes);
  const Sign = SIGNS[standing];
  const share = meanMinutes === null ? 0 : Math.min(100, (meanMinutes / targetMinutes) * 100);
  return (
    <li className={classes.headline}>
      <h2 className={classes.channel}>{channelName}</h2>
      <p className={classes.mean} data-standing={standing}>
        <strong>{meanMinutes === null ? '–' : formats.hours(meanMinutes)}</strong>
        <span>{t('ofTarget', { target: formats.hours(targetMinutes) })}</span>
      </p>
      <div className={classes.meter} data-standing={standing} aria-hidden>
        <div style={{ width: `${share}%` }} />
      </div>
      <p className={classes.verdict} data-standing={standing}>
        <Sign aria-hidden /> <Verdict headline={headline} />
      </p>
      <Beside headline={headline} />
      {forecast !== null && <p className={classes.forecast}>{words(forecast, targetMinutes, meanMinutes)}</p>}
      {mayRead && (
        <Link className={classes.toReport} href={`${href('reports', 'sla')}?channel=${channelId}`}>
          {t('toReport')}
          <span className="visually-hidden"> {channelName}</span>
        </Link>
      )}
    </li>
  );
}

function Verdict({ headline: { meanMinutes, targetMinutes } }: { headline: Headline }) {
  const t = useTranslations('home');
  const formats = useFormats();
  if (meanMinutes === null) return t('noMean');
  // Cut as the mean is, so that the two always make up the target.
  const duration = formats.hours(Math.abs(targetMinutes - Math.floor(meanMinutes)));
  return t(`${standingOf(meanMinutes, targetMinutes)}Target` as 'underTarget' | 'nearTarget' | 'overTarget', {
    duration,
  });
}

function Beside({ headline }: { headline: Headline }) {
  const t = useTranslations('home');
  const formats = useFormats();
  const { oldestWaitMinutes, ifAnsweredNowMinutes, timelyShare, withAutomaticMeanMinutes, meanMinutes } = headline;
  const percent = (rate: number) => formats.number(Math.round(rate * 1_000) / 10);
  const differs = withAutomaticMeanMinutes !== null && withAutomaticMeanMinutes !== meanMinutes;
  return (
    <ul className={classes.beside}>
      <li data-some={headline.unanswered > 0 || undefined}>
        {oldestWaitMinutes === null
          ? t('noneUnanswered')
          : t('unansweredOldest', { count: headline.unanswered, oldest: formats.duration(oldestWaitMinutes) })}
      </li>
      {headline.unanswered > 0 && ifAnsweredNowMinutes !== null && (
        <li>{t('ifAnsweredNow', { mean: formats.hours(ifAnsweredNowMinutes) })}</li>
      )}
      <li>
        {timelyShare === null
          ? t('answeredIn30', { count: headline.answered })
          : t('answeredTimely', { count: headline.answered, share: percent(timelyShare) })}
      </li>
      {differs && <li>{t('withAutomatic', { mean: formats.hours(withAutomaticMeanMinutes) })}</li>}
    </ul>
  );
}
