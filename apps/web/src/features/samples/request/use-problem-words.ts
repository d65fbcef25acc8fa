'use client';
import { currencyExponent } from '@dangol/crm';
import { useTranslations } from 'next-intl';
import type { RequestProblem } from './read-request.ts';

/** What is wrong with a field, in words; null when nothing is. */
export function useProblemWords() {
  const t = useTranslations('samples.request.problems');
  return (problem: RequestProblem | undefined, currency: string): string | null => {
    if (problem === undefined) return null;
    if (problem !== 'decimals') return t(problem);
    const digits = currencyExponent(currency);
    return digits === 0 ? t('noDecimals', { currency }) : t('decimals', { currency, digits });
  };
}
