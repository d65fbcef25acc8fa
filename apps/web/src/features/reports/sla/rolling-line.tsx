'use client';
import { useTranslations } from 'next-intl';
import type { SlaReportFilter } from '../../../generated/graphql.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { ChartPanel } from '../charts/chart-panel.tsx';
import { countCell } from '../report-numbers.ts';
import type { Report } from './report.ts';
import { rollingLines, rollingScale } from './rolling-scale.ts';
import classes from './sla.module.css';

/** Within 4 hours? The rolling 30-day mean day by day, with its target. Labels stand at the line itself. */
export function RollingLine({
  report: { rolling, targetMinutes },
  filter,
}: {
  report: Report;
  filter: SlaReportFilter;
}) {
  const t = useTranslations('reports.sla');
  const formats = useFormats();
  const means = rolling.map(({ meanMinutes }) => meanMinutes);
  const { max, ticks } = rollingScale(means, targetMinutes);
  const height = (minutes: number) => `${(minutes / max) * 100}%`;
  const last = rolling.at(-1);
  /** At the end of the line there is room for both labels. */
  const isApart = Math.abs((last?.meanMinutes ?? 0) - (targetMinutes ?? 0)) / max > 0.1;
  const days = [rolling[0], rolling[Math.floor((rolling.length - 1) / 2)], last].filter((each) => each !== undefined);
  const time = (minutes: number | null) => (minutes === null ? '–' : formats.hours(minutes));
  const minutesCell = (minutes: number | null) => ({
    text: time(minutes),
    value: minutes === null ? '' : String(minutes),
  });
  return (
    <ChartPanel
      title={t('rolling')}
      lead={t('rollingLead')}
      download={{ list: 'sla-rolling', filter }}
      table={{
        columns: [t('day'), t('mean'), t('answered'), t('unanswered')],
        rows: rolling.map(({ date, meanMinutes, answered, unanswered }) => [
          { text: formats.date(date), value: date },
          minutesCell(meanMinutes),
          countCell(answered, formats.number(answered)),
          countCell(unanswered, formats.number(unanswered)),
        ]),
      }}
    >
      <div
        className={classes.line}
        role="img"
        aria-label={t('rollingSummary', {
          mean: time(last?.meanMinutes ?? null),
          target: time(targetMinutes),
          unanswered: last?.unanswered ?? 0,
        })}
      >
        <div className={classes.plot}>
          {ticks.map((tick) => (
            <span key={tick} className={classes.tick} style={{ bottom: height(tick) }}>
              <span>{formats.hours(tick)}</span>
            </span>
          ))}
          {targetMinutes !== null && (
            <span className={classes.target} style={{ bottom: height(targetMinutes) }}>
              <span data-outside={isApart || undefined}>
                {t('targetLabel', { target: formats.hours(targetMinutes) })}
              </span>
            </span>
          )}
          <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden>
            {rollingLines(means, max).map((points) => (
              <polyline key={points} points={points} />
            ))}
          </svg>
          {last?.meanMinutes != null && (
            <strong className={classes.lastMean} style={{ bottom: height(last.meanMinutes) }}>
              {formats.hours(last.meanMinutes)}
            </strong>
          )}
        </div>
        <div className={classes.days}>
          {days.map(({ date }, index) => (
            <span key={`${index}-${date}`}>{formats.date(date)}</span>
          ))}
        </div>
      </div>
    </ChartPanel>
  );
}
