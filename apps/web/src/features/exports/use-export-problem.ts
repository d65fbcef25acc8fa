'use client';
import { useTranslations } from 'next-intl';
import type { ExportProblem } from './save-address.ts';

const WORDED = [
  'FORBIDDEN',
  'UNAUTHENTICATED',
  'OPERATION_TOO_LARGE',
  'BAD_USER_INPUT',
  'UNAVAILABLE',
  'RATE_LIMITED',
  'CONFLICT',
  'OFFLINE',
] as const;

/** Why a file does not come, in a sentence that says what to do. */
export function useExportProblem(): (problem: ExportProblem) => string {
  const t = useTranslations('exports.problems');
  return ({ code, reference }) => {
    const known = WORDED.find((each) => each === code);
    if (known !== undefined) return t(known);
    return reference === null ? t('other') : t('otherWith', { reference });
  };
}
