'use client';
import { useTranslations } from 'next-intl';
import { GradeBadge } from '../../../components/badges.tsx';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { BarList } from '../charts/bar-list.tsx';
import { ChartPanel } from '../charts/chart-panel.tsx';
import { FEW, amountCell, countCell, minorOf, most, shareOfMost, textCell } from '../report-numbers.ts';
import { useReportFormats } from '../use-report-formats.ts';
import type { Insights, Period } from './insights.ts';

/** What an order is worth on average, by the buyer's grade. */
export function OrderValues({ rows, period }: { rows: Insights['orderValues']; period: Period }) {
  const t = useTranslations('reports.funnel');
  const charts = useTranslations('reports.charts');
  const formats = useFormats();
  const report = useReportFormats();
  const longest = most(rows.map(({ averageOrder }) => minorOf(averageOrder)));
  return (
    <ChartPanel
      title={t('orderValues')}
      lead={t('orderValuesLead')}
      download={{ list: 'report-order-values', query: period }}
      table={{
        columns: [t('grade'), t('averageOrder'), t('orders')],
        rows: rows.map(({ grade, averageOrder, orders }) => [
          textCell(grade ?? charts('none')),
          amountCell(averageOrder, report.money(averageOrder)),
          countCell(orders, formats.number(orders)),
        ]),
      }}
    >
      <BarList
        bars={rows.map(({ grade, averageOrder, orders }) => ({
          key: grade ?? 'none',
          label: <GradeBadge grade={grade} />,
          share: shareOfMost(minorOf(averageOrder), longest),
          value: report.money(averageOrder),
          note: [t('ordersCount', { count: orders }), ...(orders > 0 && orders < FEW ? [charts('few')] : [])].join(
            ' · ',
          ),
        }))}
      />
    </ChartPanel>
  );
}
