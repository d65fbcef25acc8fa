'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { AlertIcon, CheckIcon, ClockIcon } from '../../../components/icons.tsx';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useMay, useWorkspaceHref } from '../../../platform/viewer/viewer-provider.tsx';
import reports from '../reports.module.css';
import { useReportFormats } from '../use-report-formats.ts';
import { type Report, type Standing, standingOf } from './report.ts';
import classes from './sla.module.css';
import { useForecastWords } from './use-forecast-words.ts';

const SIGNS = { under: CheckIcon, near: ClockIcon, over: AlertIcon } as const;

/** The figures of the period: the mean never without what is unanswered, declined and spam beside it. */
export function ResponseTiles({ report: { figures, targetMinutes, forecast } }: { report: Report }) {
  const t = useTranslations('reports.sla');
  const charts = useTranslations('reports.charts');
  const formats = useFormats();
  const report = useReportFormats();
  const time = (minutes: number | null) => (minutes === null ? '–' : formats.hours(minutes));
  const few = figures.answered > 0 && figures.answered < 10;
  return (
    <>
      <ul className={classes.tiles}>
        <li className={reports.tile}>
          <h2>{t('mean')}</h2>
          <strong data-testid="sla-mean">{time(figures.meanMinutes)}</strong>
          {targetMinutes !== null && <span>{t('ofTarget', { target: formats.hours(targetMinutes) })}</span>}
          <Verdict standing={standingOf(figures.meanMinutes, targetMinutes)} />
          {few && <span>{charts('few')}</span>}
        </li>
        <li className={reports.tile}>
          <h2>{t('answered')}</h2>
          <strong>{formats.number(figures.answered)}</strong>
          <span className={classes.unanswered} data-some={figures.unanswered > 0 || undefined}>
            {figures.oldestWaitMinutes === null
              ? t('noneUnanswered')
              : t('unansweredOldest', {
                  count: figures.unanswered,
                  oldest: formats.duration(figures.oldestWaitMinutes),
                })}
          </span>
          <span>{t('apart', { declined: figures.declined, spam: figures.spam })}</span>
        </li>
        <li className={reports.tile}>
          <h2>{t('timely')}</h2>
          <strong>{report.percent(figures.timelyShare)}</strong>
          <span>{t('within12', { share: report.percent(figures.within12HoursShare) })}</span>
          <span>{t('met', { share: report.percent(figures.metShare) })}</span>
        </li>
        <li className={reports.tile}>
          <h2>{t('median')}</h2>
          <strong>{time(figures.medianMinutes)}</strong>
          <span>{t('percentiles', { p90: time(figures.p90Minutes), p95: time(figures.p95Minutes) })}</span>
          <span>
            {t('withAutomatic', { mean: time(figures.withAutomaticMeanMinutes), count: figures.automaticOnly })}
          </span>
        </li>
      </ul>
      {figures.unanswered > 0 && (
        <ForecastBar
          now={time(figures.ifAnsweredNowMinutes)}
          tomorrow={time(figures.ifAnsweredTomorrowMinutes)}
          unanswered={figures.unanswered}
          forecast={forecast}
          targetMinutes={targetMinutes}
          meanMinutes={figures.meanMinutes}
        />
      )}
    </>
  );
}

function Verdict({ standing }: { standing: Standing }) {
  const t = useTranslations('reports.sla.standing');
  if (standing === 'none') return null;
  const Sign = SIGNS[standing];
  return (
    <span className={classes.verdict} data-standing={standing}>
      <Sign aria-hidden /> {t(standing)}
    </span>
  );
}

function ForecastBar({
  now,
  tomorrow,
  unanswered,
  forecast,
  targetMinutes,
  meanMinutes,
}: {
  now: string;
  tomorrow: string;
  unanswered: number;
  forecast: Report['forecast'];
  targetMinutes: number | null;
  meanMinutes: number | null;
}) {
  const t = useTranslations('reports.sla');
  const words = useForecastWords();
  const href = useWorkspaceHref();
  const may = useMay();
  const first = forecast?.conversationIds[0];
  return (
    <div className={classes.forecast}>
      <div>
        <p>{t('ifAnswered', { count: unanswered, now, tomorrow })}</p>
        {forecast !== null && targetMinutes !== null && <p>{words(forecast, targetMinutes, meanMinutes)}</p>}
      </div>
      {first !== undefined && may('inbox:read') && (
        <Button component={Link} href={href('inbox', first)} variant="default">
          {t('openMostHelpful')}
        </Button>
      )}
    </div>
  );
}
