'use client';
import { useTranslations } from 'next-intl';
import { ChartPanel } from '../charts/chart-panel.tsx';
import { StackedColumns } from '../charts/stacked-columns.tsx';
import { amountCell, minorOf, most, shareOfMost } from '../report-numbers.ts';
import { useReportFormats } from '../use-report-formats.ts';
import type { Insights, Period } from './insights.ts';

/** Revenue of each month, from first orders and from later ones. */
export function RevenueMonths({
  months,
  currency,
  period,
}: {
  months: Insights['revenue'];
  currency: string;
  period: Period;
}) {
  const t = useTranslations('reports.funnel');
  const report = useReportFormats();
  const seen = months.filter(({ first, repeat }) => first !== null && repeat !== null);
  const total = (month: (typeof months)[number]) => minorOf(month.first) + minorOf(month.repeat);
  const highest = most(seen.map(total));
  const amount = (minor: bigint) => ({ minor: String(minor), currency });
  return (
    <ChartPanel
      title={t('revenue')}
      lead={t('revenueLead', { currency })}
      download={{ list: 'report-revenue', query: period }}
      table={{
        columns: [t('month'), t('firstOrders'), t('repeatOrders'), t('total')],
        rows: seen.map((month) => [
          { text: report.month(month.month), value: month.month },
          amountCell(month.first, report.money(month.first)),
          amountCell(month.repeat, report.money(month.repeat)),
          amountCell(amount(total(month)), report.money(amount(total(month)))),
        ]),
      }}
    >
      <StackedColumns
        legend={[t('firstOrders'), t('repeatOrders')]}
        summary={t('revenueSummary', {
          months: seen.length,
          total: report.money(amount(seen.reduce((sum, each) => sum + total(each), 0n))),
        })}
        columns={seen.map((month) => ({
          key: month.month,
          label: report.month(month.month),
          value: total(month) === 0n ? '0' : report.compactMoney(amount(total(month))),
          parts: [shareOfMost(minorOf(month.first), highest), shareOfMost(minorOf(month.repeat), highest)],
        }))}
      />
    </ChartPanel>
  );
}
