'use client';
import { useTranslations } from 'next-intl';
import type { OrderSummaryFieldsFragment } from '../../../generated/graphql.ts';
import { useNow } from '../../../platform/time/use-now.ts';
import classes from '../buyer-summary.module.css';
import { MoneyText } from '../money-text.tsx';

const DAY_MS = 86_400_000;

/** What a buyer has ordered: how often, how much, how long between two orders, how long ago. */
export function OrderFacts({ summary }: { summary: OrderSummaryFieldsFragment }) {
  const t = useTranslations('buyers');
  const now = useNow();
  if (summary.count === 0) return <p className={classes.noOrders}>{t('noOrders')}</p>;
  const daysAgo =
    summary.lastOrderAt === null ? null : Math.floor((now.getTime() - Date.parse(summary.lastOrderAt)) / DAY_MS);
  return (
    <ul className={classes.orders} aria-label={t('ordersLabel')}>
      <li>
        <strong>{t('orderTimes', { count: summary.count })}</strong>
        <span>{t('orderCount', { count: summary.count })}</span>
      </li>
      <li>
        <strong>
          <MoneyText money={summary.total} />
        </strong>
        <span>{t('orderTotal')}</span>
      </li>
      <li>
        <strong>{summary.usualGapDays === null ? '–' : t('days', { count: summary.usualGapDays })}</strong>
        <span>{t('usualGap')}</span>
      </li>
      <li>
        <strong>{daysAgo === null ? '–' : t('days', { count: daysAgo })}</strong>
        <span>{t('sinceLastOrder')}</span>
      </li>
    </ul>
  );
}
