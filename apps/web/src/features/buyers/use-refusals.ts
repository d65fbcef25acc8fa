'use client';
import { useTranslations } from 'next-intl';
import type { Failure } from '../../platform/graphql/failure.ts';
import { knownCode } from './known-code.ts';
import { INVALID_FIELDS, MERGE_REASONS, type Refusal } from './refusals.ts';

/** A sentence for what the API refused, and for what went wrong without being foreseen. */
export function useRefusals() {
  const t = useTranslations('buyers.refusals');
  const failures = useTranslations('failure');
  const ofRefusal = (refusal: Refusal): string => {
    switch (refusal.__typename) {
      case 'InvalidField':
        return t(`invalid.${knownCode(INVALID_FIELDS, refusal.field) ?? 'other'}`);
      case 'LimitReached':
        return t('LimitReached', { limit: refusal.limit });
      case 'CannotMerge':
        return t(`merge.${knownCode(MERGE_REASONS, refusal.reason) ?? 'other'}`);
      case 'NotFound':
      case 'NameTaken':
      case 'FieldConflict':
        return t(refusal.__typename);
    }
  };
  const ofFailure = (failure: Failure): string =>
    failure.reference === null
      ? failures(failure.kind)
      : `${failures(failure.kind)} (${failures('reference')} ${failure.reference})`;
  return { ofRefusal, ofFailure };
}
