'use client';
import { useTranslations } from 'next-intl';
import { GradeBadge, LevelBadge } from '../../../components/badges.tsx';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { BarList } from '../charts/bar-list.tsx';
import { ChartPanel } from '../charts/chart-panel.tsx';
import { FEW, countCell, percentCell, textCell } from '../report-numbers.ts';
import { useReportFormats } from '../use-report-formats.ts';
import type { Insights, Period } from './insights.ts';

const GRADES = ['A', 'B', 'C'] as const;
const LEVELS = ['L1', 'L2', 'L3', 'L4'] as const;

/** Of those who asked for the first time, how many ordered: by our grade, or by the platform's level. */
export function ConversionChart({
  kind,
  rows,
  period,
}: {
  kind: 'grade' | 'level';
  rows: Insights['conversion'];
  period: Period;
}) {
  const t = useTranslations('reports.funnel');
  const charts = useTranslations('reports.charts');
  const formats = useFormats();
  const report = useReportFormats();
  const name = (key: string) => (key === 'NONE' ? t('noLevel') : key);
  const label = (key: string) => {
    const grade = GRADES.find((each) => each === key);
    if (grade !== undefined) return <GradeBadge grade={grade} />;
    const level = LEVELS.find((each) => each === key);
    return level === undefined ? t('noLevel') : <LevelBadge level={level} />;
  };
  const longest = Math.max(0, ...rows.map(({ rate }) => rate ?? 0));
  return (
    <ChartPanel
      title={t(kind === 'grade' ? 'conversionByGrade' : 'conversionByLevel')}
      lead={t(kind === 'grade' ? 'conversionByGradeLead' : 'conversionByLevelLead')}
      download={{ list: 'report-conversion', query: { ...period, by: kind } }}
      table={{
        columns: [t(kind), t('buyers'), t('inquirers'), t('ordered'), t('rate')],
        rows: rows.map(({ key, buyers, inquirers, ordered, rate }) => [
          textCell(name(key)),
          countCell(buyers, formats.number(buyers)),
          countCell(inquirers, formats.number(inquirers)),
          countCell(ordered, formats.number(ordered)),
          percentCell(rate, report.percent(rate)),
        ]),
      }}
    >
      <BarList
        bars={rows.map(({ key, inquirers, ordered, rate }) => ({
          key,
          label: label(key),
          share: longest === 0 ? 0 : (rate ?? 0) / longest,
          value: report.percent(rate),
          note: [
            t('ofInquirers', { ordered, inquirers }),
            ...(inquirers > 0 && inquirers < FEW ? [charts('few')] : []),
          ].join(' · '),
        }))}
      />
    </ChartPanel>
  );
}
