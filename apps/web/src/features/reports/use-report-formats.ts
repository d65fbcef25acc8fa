'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { minorToDecimal } from '../../platform/i18n/format.ts';
import { useFormats } from '../../platform/i18n/use-formats.ts';
import type { Amount } from './report-numbers.ts';

/** Numbers as reports show them. A missing one is a dash, never a zero. */
export function useReportFormats() {
  const locale = useLocale();
  const formats = useFormats();
  const t = useTranslations('reports');
  return useMemo(() => {
    const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
    const points = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
    const hours = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
    const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
    const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
    const month = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', year: '2-digit', month: 'short' });
    return {
      /** A part of 1. */
      percent: (rate: number | null) => (rate === null ? '–' : percent.format(rate)),
      /** Difference of two shares in percentage points. */
      points: (difference: number) => t('points', { points: points.format(difference * 100) }),
      hours: (count: number) => t('hours', { hours: hours.format(count) }),
      money: (amount: Amount | null) => (amount === null ? '–' : formats.money(amount)),
      /** For labels on a picture; the exact amount stands in its table. */
      compactMoney: (amount: Amount) => compact.format(minorToDecimal(amount.minor, amount.currency)),
      /** An amount without its currency, for scales. */
      plainMoney: (amount: Amount) => plain.format(minorToDecimal(amount.minor, amount.currency)),
      /** "2026-03" */
      month: (text: string) => month.format(new Date(`${text.slice(0, 7)}-01T00:00:00Z`)),
    };
  }, [locale, formats, t]);
}
