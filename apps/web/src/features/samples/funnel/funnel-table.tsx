'use client';
import { useLocale, useTranslations } from 'next-intl';
import type { SampleFunnelFieldsFragment } from '../../../generated/graphql.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import classes from '../samples.module.css';

type Row = SampleFunnelFieldsFragment;

const STEPS = ['requested', 'approved', 'sent', 'arrived', 'feedback', 'converted'] as const;
/** Below this many a rate says little. */
const FEW = 10;

/** Numbers of a funnel with small bars; a rate of few samples is marked. */
export function FunnelTable({
  caption,
  rows,
  all,
  name,
}: {
  caption: string;
  rows: readonly Row[];
  all: Row | null;
  name: (key: string) => string;
}) {
  const t = useTranslations('samples.funnel');
  const most = Math.max(1, ...rows.map(({ requested }) => requested), all?.requested ?? 0);
  return (
    <div className={classes.tableBox}>
      <table className={classes.funnel}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('group')}</th>
            {STEPS.map((step) => (
              <th key={step} scope="col">
                {t(`steps.${step}`)}
              </th>
            ))}
            <th scope="col">{t('steps.dropped')}</th>
            <th scope="col">{t('rate')}</th>
            <th scope="col">{t('sellerPaid')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <FunnelRow key={row.key} row={row} label={name(row.key)} most={most} />
          ))}
        </tbody>
        {all && (
          <tfoot>
            <FunnelRow row={all} label={t('all')} most={most} />
          </tfoot>
        )}
      </table>
    </div>
  );
}

function FunnelRow({ row, label, most }: { row: Row; label: string; most: number }) {
  const t = useTranslations('samples.funnel');
  const formats = useFormats();
  const percent = new Intl.NumberFormat(useLocale(), { style: 'percent', maximumFractionDigits: 0 });
  const few = row.requested < FEW;
  return (
    <tr>
      <th scope="row">{label}</th>
      {STEPS.map((step) => (
        <td key={step}>
          {formats.number(row[step])}
          <span className={classes.stepBar} style={{ width: `${(row[step] / most) * 100}%` }} aria-hidden />
        </td>
      ))}
      <td>{formats.number(row.dropped)}</td>
      <td>
        {row.conversionRate === null ? '–' : percent.format(row.conversionRate)}
        {few && row.conversionRate !== null && (
          <span className={classes.few} title={t('few')}>
            {' '}
            n={row.requested}
          </span>
        )}
      </td>
      <td>{row.sellerPaid === null ? '–' : formats.money(row.sellerPaid)}</td>
    </tr>
  );
}
