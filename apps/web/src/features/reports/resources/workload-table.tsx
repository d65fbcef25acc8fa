'use client';
import { useTranslations } from 'next-intl';
import type { ResourcesReportQuery } from '../../../generated/graphql.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { useRoleName } from '../../settings/index.ts';
import { ChartPanel } from '../charts/chart-panel.tsx';
import { amountCell, countCell, textCell } from '../report-numbers.ts';
import { useReportFormats } from '../use-report-formats.ts';

/** What each member carries: buyers against capacity, what waits, hours by grade, revenue. */
export function WorkloadTable({
  members,
  days,
}: {
  members: ResourcesReportQuery['workload']['members'];
  days: number;
}) {
  const t = useTranslations('reports.resources');
  const formats = useFormats();
  const report = useReportFormats();
  const roleName = useRoleName();
  return (
    <ChartPanel
      title={t('workload')}
      lead={t('workloadLead')}
      download={{ list: 'report-workload', query: { days } }}
      table={{
        columns: [
          t('member'),
          t('role'),
          t('ownedOfCapacity'),
          'A',
          'B',
          'C',
          t('waiting'),
          t('replies'),
          t('hours'),
          t('hoursByGrade'),
          t('revenue'),
        ],
        rows: members.map((row) => {
          const owned = row.buyersA + row.buyersB + row.buyersC;
          return [
            textCell(row.member.name),
            textCell(roleName(row.role)),
            textCell(t('owned', { owned, capacity: row.capacity })),
            countCell(row.buyersA, formats.number(row.buyersA)),
            countCell(row.buyersB, formats.number(row.buyersB)),
            countCell(row.buyersC, formats.number(row.buyersC)),
            countCell(row.waiting, formats.number(row.waiting)),
            countCell(row.replies, formats.number(row.replies)),
            { text: report.hours(row.hours), value: String(Math.round(row.hours * 100) / 100) },
            textCell(
              [row.hoursA, row.hoursB, row.hoursC]
                .map((hours) => formats.number(Math.round(hours * 10) / 10))
                .join(' / '),
            ),
            amountCell(row.revenue, report.money(row.revenue)),
          ];
        }),
      }}
    />
  );
}
