'use client';
import { useTranslations } from 'next-intl';
import type { Failure } from './failure.ts';

/** A failure in one sentence, with the reference that support can find. */
export function useFailureText(): (failure: Failure) => string {
  const t = useTranslations('failure');
  return ({ kind, reference }) => (reference === null ? t(kind) : `${t(kind)} (${t('reference')} ${reference})`);
}
