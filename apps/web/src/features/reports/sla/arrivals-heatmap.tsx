'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { SlaReportFilter } from '../../../generated/graphql.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useWorkspace } from '../../../platform/viewer/viewer-provider.tsx';
import { ChartPanel } from '../charts/chart-panel.tsx';
import chart from '../charts/charts.module.css';
import { countCell, textCell } from '../report-numbers.ts';
import type { Report } from './report.ts';
import classes from './sla.module.css';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** When do inquiries arrive? One cell per hour of the week with its number; the shade repeats it. */
export function ArrivalsHeatmap({ report: { arrivals }, filter }: { report: Report; filter: SlaReportFilter }) {
  const t = useTranslations('reports.sla');
  const locale = useLocale();
  const formats = useFormats();
  const { timeZone } = useWorkspace();
  const weekdays = useMemo(() => {
    const name = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
    return WEEKDAYS.map((weekday) => name.format(new Date(Date.UTC(2024, 0, weekday)))); // 1 January 2024 was a Monday
  }, [locale]);
  const counts = useMemo(
    () => new Map(arrivals.map(({ weekday, hour, arrived }) => [weekday * 24 + hour, arrived])),
    [arrivals],
  );
  const arrived = (weekday: number, hour: number) => counts.get(weekday * 24 + hour) ?? 0;
  const most = Math.max(1, ...counts.values());
  const busiest = arrivals.toSorted((a, b) => b.arrived - a.arrived)[0];
  return (
    <ChartPanel
      title={t('arrivals')}
      lead={t('arrivalsLead', { timeZone })}
      download={{ list: 'sla-arrivals', filter }}
      table={{
        columns: [t('hour'), ...weekdays],
        rows:
          arrivals.length === 0
            ? []
            : HOURS.map((hour) => [
                textCell(`${hour}:00`),
                ...WEEKDAYS.map((weekday) => countCell(arrived(weekday, hour), formats.number(arrived(weekday, hour)))),
              ]),
      }}
    >
      <div className={chart.scroller} tabIndex={0} role="region" aria-label={t('arrivals')}>
        <div
          className={classes.heat}
          role="img"
          aria-label={
            busiest === undefined
              ? t('arrivals')
              : t('busiest', { weekday: weekdays[busiest.weekday - 1]!, hour: busiest.hour, count: busiest.arrived })
          }
        >
          <span />
          {HOURS.map((hour) => (
            <span key={hour} className={classes.heatHour}>
              {hour}
            </span>
          ))}
          {WEEKDAYS.map((weekday) => [
            <span key={weekday} className={classes.heatDay}>
              {weekdays[weekday - 1]}
            </span>,
            ...HOURS.map((hour) => {
              const count = arrived(weekday, hour);
              return (
                <span
                  key={`${weekday}-${hour}`}
                  className={classes.heatCell}
                  data-strong={count / most > 0.5 || undefined}
                  style={{ ['--heat' as string]: `${Math.round((count / most) * 100)}%` }}
                >
                  {count === 0 ? '' : count}
                </span>
              );
            }),
          ])}
        </div>
      </div>
    </ChartPanel>
  );
}
