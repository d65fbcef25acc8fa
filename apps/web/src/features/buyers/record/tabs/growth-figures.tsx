'use client';
import { useTranslations } from 'next-intl';
import { useFormats } from '../../../../platform/i18n/use-formats.ts';
import { MoneyText } from '../../money-text.tsx';
import classes from '../buyer-page.module.css';
import type { Support } from './growth-tab.tsx';

/** Orders before the first support and since, side by side; what cannot be known yet is a dash, not a zero. */
export function GrowthFigures({ support }: { support: Support }) {
  const t = useTranslations('buyers.growth');
  const buyers = useTranslations('buyers');
  const formats = useFormats();
  const { firstAt, before, after } = support;
  if (firstAt === null || before === null || after === null) return null;
  const interval = (days: number | null) => (days === null ? '–' : buyers('days', { count: days }));
  return (
    <table className={classes.orders}>
      <caption className={classes.caption}>{t('since', { at: formats.day(firstAt) })}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col" className={classes.number}>
            {t('before')}
          </th>
          <th scope="col" className={classes.number}>
            {t('after')}
          </th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{t('orders')}</th>
          <td className={classes.number}>{formats.number(before.orders)}</td>
          <td className={classes.number}>{formats.number(after.orders)}</td>
        </tr>
        <tr>
          <th scope="row">{t('interval')}</th>
          <td className={classes.number}>{interval(before.medianIntervalDays)}</td>
          <td className={classes.number}>{interval(after.medianIntervalDays)}</td>
        </tr>
        <tr>
          <th scope="row">{t('average')}</th>
          <td className={classes.number}>
            <MoneyText money={before.averageOrder} />
          </td>
          <td className={classes.number}>
            <MoneyText money={after.averageOrder} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}
