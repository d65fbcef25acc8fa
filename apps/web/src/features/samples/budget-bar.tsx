'use client';
import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { AlertIcon } from '../../components/icons.tsx';
import type { SampleBudgetFieldsFragment } from '../../generated/graphql.ts';
import { useFormats } from '../../platform/i18n/use-formats.ts';
import { useMay, useWorkspaceHref } from '../../platform/viewer/viewer-provider.tsx';
import classes from './samples.module.css';

type Amount = SampleBudgetFieldsFragment['spent'];

/** What the month's samples cost us against what we meant to spend; a warning before it is passed, and after. */
export function BudgetBar({ budget }: { budget: SampleBudgetFieldsFragment }) {
  const t = useTranslations('samples.budget');
  const formats = useFormats();
  const may = useMay();
  const href = useWorkspaceHref();
  const month = useMonthName(budget.month);
  const { limit, state } = budget;
  // Hidden from those who may not see money; then only the state and the warning remain.
  const spent: Amount | null = budget.spent;
  const remaining: Amount | null = budget.remaining;
  if (limit === null || spent === null || remaining === null) {
    const words = spent === null ? t(`hidden.${state}`, { month }) : t('none', { month, spent: formats.money(spent) });
    return (
      <p className={classes.budget} data-plain>
        {words}
        {limit === null && may('policy:manage') && <Link href={href('settings', 'sample-policy')}>{t('set')}</Link>}
      </p>
    );
  }
  const percent = percentOf(BigInt(spent.minor), BigInt(limit.minor));
  const over = formats.money({ ...remaining, minor: remaining.minor.replace('-', '') });
  return (
    <div className={classes.budget} data-state={state}>
      <div className={classes.budgetWords}>
        <span>{t('spent', { month, spent: formats.money(spent), limit: formats.money(limit) })}</span>
        <strong>
          {state === 'PASSED' ? t('over', { amount: over }) : t('left', { amount: formats.money(remaining) })}
        </strong>
      </div>
      <div
        className={classes.bar}
        role="meter"
        aria-label={t('label', { month })}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.min(100, percent)}
        aria-valuetext={t('percent', { percent })}
      >
        <div style={{ width: `${Math.min(100, percent)}%` }} />
      </div>
      {state === 'NEAR' && (
        <p className={classes.budgetWarning}>
          <AlertIcon /> {t('near', { percent: budget.warnAtPercent })}
        </p>
      )}
      {state === 'PASSED' && (
        <p className={classes.budgetWarning}>
          <AlertIcon /> {t('passed')}
        </p>
      )}
    </div>
  );
}

/** Whole percent; a budget of nothing is full at once. */
function percentOf(part: bigint, whole: bigint): number {
  if (whole === 0n) return part > 0n ? 100 : 0;
  return Number((part * 100n) / whole);
}

/** "2026-11" in words. */
function useMonthName(month: string): string {
  const locale = useLocale();
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', year: 'numeric', month: 'long' });
  return format.format(new Date(`${month.slice(0, 7)}-01T00:00:00Z`));
}
