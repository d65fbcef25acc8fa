'use client';
import { useTranslations } from 'next-intl';
import { GradeBadge } from '../../../components/badges.tsx';
import type { ResourcesReportQuery } from '../../../generated/graphql.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { ChartPanel } from '../charts/chart-panel.tsx';
import { amountCell, countCell, percentCell, textCell } from '../report-numbers.ts';
import { useReportFormats } from '../use-report-formats.ts';
import classes from './resources.module.css';

type Effort = ResourcesReportQuery['workload']['grades'][number];

const part = (percent: number | null) => (percent === null ? null : percent / 100);

/** Two bars per grade, side by side: its share of the hours, with the target marked, and of the revenue. */
export function EffortByGrade({ grades, days }: { grades: readonly Effort[]; days: number }) {
  const t = useTranslations('reports.resources');
  const formats = useFormats();
  const report = useReportFormats();
  return (
    <ChartPanel
      title={t('effort')}
      lead={t('effortLead')}
      download={{ list: 'report-effort', query: { days } }}
      table={{
        columns: [
          t('grade'),
          t('buyers'),
          t('hours'),
          t('hoursShare'),
          t('targetShare'),
          t('revenue'),
          t('revenueShare'),
        ],
        rows: grades.map((row) => [
          textCell(row.grade),
          countCell(row.buyers, formats.number(row.buyers)),
          { text: report.hours(row.hours), value: String(Math.round(row.hours * 100) / 100) },
          percentCell(part(row.hoursSharePercent), report.percent(part(row.hoursSharePercent))),
          percentCell(part(row.targetSharePercent), report.percent(part(row.targetSharePercent))),
          amountCell(row.revenue, report.money(row.revenue)),
          percentCell(part(row.revenueSharePercent), report.percent(part(row.revenueSharePercent))),
        ]),
      }}
    >
      <ul className={classes.efforts}>
        {grades.map((row) => (
          <li key={row.grade} className={classes.effort}>
            <GradeBadge grade={row.grade} size="lg" />
            <dl className={classes.bars}>
              <ShareBar
                name={t('hoursShare')}
                percent={row.hoursSharePercent}
                target={row.targetSharePercent}
                detail={report.hours(row.hours)}
                kind="hours"
              />
              <ShareBar
                name={t('revenueShare')}
                percent={row.revenueSharePercent}
                target={null}
                detail={report.money(row.revenue)}
                kind="revenue"
              />
            </dl>
          </li>
        ))}
      </ul>
    </ChartPanel>
  );
}

function ShareBar({
  name,
  percent,
  target,
  detail,
  kind,
}: {
  name: string;
  percent: number | null;
  target: number | null;
  detail: string;
  kind: 'hours' | 'revenue';
}) {
  const t = useTranslations('reports.resources');
  const report = useReportFormats();
  return (
    <div className={classes.share}>
      <dt>{name}</dt>
      <dd>
        <span className={classes.track} aria-hidden>
          <span className={classes.fill} data-kind={kind} style={{ width: `${percent ?? 0}%` }} />
          {target !== null && <span className={classes.target} style={{ left: `${target}%` }} />}
        </span>
        <span>
          <strong>{report.percent(part(percent))}</strong>{' '}
          <span className={classes.detail}>
            {target === null ? detail : t('againstTarget', { detail, target: report.percent(part(target)) })}
          </span>
        </span>
      </dd>
    </div>
  );
}
