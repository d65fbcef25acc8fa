'use client';
import { useTranslations } from 'next-intl';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { ChartPanel } from '../charts/chart-panel.tsx';
import { amountCell, countCell, textCell } from '../report-numbers.ts';
import { useReportFormats } from '../use-report-formats.ts';
import type { Insights, Period } from './insights.ts';

/** Customers by country; its table is the picture. */
export function CountriesTable({ countries, period }: { countries: Insights['countries']; period: Period }) {
  const t = useTranslations('reports.funnel');
  const formats = useFormats();
  const report = useReportFormats();
  return (
    <ChartPanel
      title={t('countries')}
      lead={t('countriesLead')}
      download={{ list: 'report-countries', query: period }}
      table={{
        columns: [
          t('country'),
          t('customers'),
          t('newCustomers'),
          t('repeatCustomers'),
          t('orders'),
          t('revenueColumn'),
        ],
        rows: countries.map(({ country, buyers, newBuyers, repeatBuyers, orders, revenue }) => [
          textCell(country === null ? t('noCountry') : formats.country(country)),
          countCell(buyers, formats.number(buyers)),
          countCell(newBuyers, formats.number(newBuyers)),
          countCell(repeatBuyers, formats.number(repeatBuyers)),
          countCell(orders, formats.number(orders)),
          amountCell(revenue, report.money(revenue)),
        ]),
      }}
    />
  );
}
