'use client';
import { useTranslations } from 'next-intl';
import type { SlaReportFilter } from '../../../generated/graphql.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { BarList } from '../charts/bar-list.tsx';
import { ChartPanel } from '../charts/chart-panel.tsx';
import { FEW, countCell, percentCell, textCell } from '../report-numbers.ts';
import { useReportFormats } from '../use-report-formats.ts';
import type { Report } from './report.ts';

const BANDS = ['UNDER_1H', 'UNDER_4H', 'UNDER_12H', 'UNDER_24H', 'LATER', 'UNANSWERED'] as const;

/** Do fast answers bring orders? Of those who asked for the first time, by how fast they were answered. */
export function ConversionBands({ report: { conversion }, filter }: { report: Report; filter: SlaReportFilter }) {
  const t = useTranslations('reports.sla');
  const charts = useTranslations('reports.charts');
  const formats = useFormats();
  const report = useReportFormats();
  const rows = BANDS.flatMap((band) =>
    conversion.filter((each) => each.band === band).map((each) => ({ ...each, band })),
  );
  const longest = Math.max(0, ...rows.map(({ share }) => share ?? 0));
  return (
    <ChartPanel
      title={t('conversion')}
      lead={t('conversionLead')}
      download={{ list: 'sla-conversion', filter }}
      table={{
        columns: [t('band'), t('buyers'), t('ordered'), t('share')],
        rows: rows.map(({ band, buyers, ordered, share }) => [
          textCell(t(`bands.${band}`)),
          countCell(buyers, formats.number(buyers)),
          countCell(ordered, formats.number(ordered)),
          percentCell(share, report.percent(share)),
        ]),
      }}
    >
      <BarList
        bars={rows.map(({ band, buyers, ordered, share }) => ({
          key: band,
          label: t(`bands.${band}`),
          share: longest === 0 ? 0 : (share ?? 0) / longest,
          value: report.percent(share),
          note: [t('orderedOf', { ordered, buyers }), ...(buyers > 0 && buyers < FEW ? [charts('few')] : [])].join(
            ' · ',
          ),
        }))}
      />
    </ChartPanel>
  );
}
