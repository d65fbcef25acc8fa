'use client';
import { useTranslations } from 'next-intl';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import classes from '../reports.module.css';
import { useReportFormats } from '../use-report-formats.ts';
import type { Insights } from './insights.ts';

/** The numbers that the team is asked for, each beside what it is measured against. */
export function FunnelTiles({ insights }: { insights: Insights }) {
  const t = useTranslations('reports.funnel');
  const formats = useFormats();
  const report = useReportFormats();
  const { repeatRate, repeatRateBefore, reorderRevenue, reorderShare, firstRevenue, senders, buyersOfSenders } =
    insights;
  return (
    <ul className={classes.tiles}>
      <li className={classes.tile}>
        <h2>{t('repeatRate')}</h2>
        <strong>{report.percent(repeatRate)}</strong>
        <span>
          {repeatRate === null || repeatRateBefore === null
            ? t('noYearAgo')
            : t('yearAgo', {
                change: report.points(repeatRate - repeatRateBefore),
                before: report.percent(repeatRateBefore),
              })}
        </span>
      </li>
      <li className={classes.tile}>
        <h2>{t('reorderRevenue')}</h2>
        <strong>{report.money(reorderRevenue)}</strong>
        <span>{t('reorderShare', { share: report.percent(reorderShare) })}</span>
      </li>
      <li className={classes.tile}>
        <h2>{t('firstRevenue')}</h2>
        <strong>{report.money(firstRevenue)}</strong>
        <span>{t('firstShare', { share: report.percent(reorderShare === null ? null : 1 - reorderShare) })}</span>
      </li>
      <li className={classes.tile}>
        <h2>{t('senders')}</h2>
        <strong>{t('sendersCount', { count: senders })}</strong>
        <span>{t('sendersAs', { count: formats.number(buyersOfSenders) })}</span>
      </li>
    </ul>
  );
}
