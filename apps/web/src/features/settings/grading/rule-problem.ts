'use client';
import { useTranslations } from 'next-intl';

const KNOWN = [
  'not_a_number',
  'weights_not_100',
  'not_rising',
  'out_of_range',
  'not_whole',
  'facts_not_weight',
  'bounds_crossed',
] as const;

/** What is wrong with a rule, in a sentence; a code that this screen does not know is named. */
export function useRuleProblem(): (code: string) => string {
  const t = useTranslations('settings.grading.problems');
  return (code) => {
    const known = KNOWN.find((each) => each === code);
    return known === undefined ? t('other', { code }) : t(known);
  };
}
