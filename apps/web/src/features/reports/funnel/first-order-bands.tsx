'use client';
import { useTranslations } from 'next-intl';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { BarList } from '../charts/bar-list.tsx';
import { ChartPanel } from '../charts/chart-panel.tsx';
import { countCell, textCell } from '../report-numbers.ts';
import { useReportFormats } from '../use-report-formats.ts';
import type { Insights, Period } from './insights.ts';

/** How large first orders are. */
export function FirstOrderBands({
  bands,
  currency,
  period,
}: {
  bands: Insights['firstOrderBands'];
  currency: string;
  period: Period;
}) {
  const t = useTranslations('reports.funnel');
  const formats = useFormats();
  const report = useReportFormats();
  const amount = (minor: string) => report.plainMoney({ minor, currency });
  const name = ({ fromMinor, toMinor }: (typeof bands)[number]) =>
    toMinor === null
      ? t('bandFrom', { from: amount(fromMinor) })
      : t('band', { from: amount(fromMinor), to: amount(toMinor) });
  const longest = Math.max(1, ...bands.map(({ orders }) => orders));
  return (
    <ChartPanel
      title={t('bands')}
      lead={t('bandsLead', { currency })}
      download={{ list: 'report-first-orders', query: period }}
      table={{
        columns: [t('bandColumn', { currency }), t('orders')],
        rows: bands.map((band) => [textCell(name(band)), countCell(band.orders, formats.number(band.orders))]),
      }}
    >
      <BarList
        bars={bands.map((band) => ({
          key: band.fromMinor,
          label: name(band),
          share: band.orders / longest,
          value: t('ordersCount', { count: band.orders }),
        }))}
      />
    </ChartPanel>
  );
}
