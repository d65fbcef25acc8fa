'use client';
import { useTranslations } from 'next-intl';
import type { Failure } from '../../platform/graphql/failure.ts';

type Refusal = 'NotFound' | 'AlreadyMember' | 'LastOwner' | 'NameTaken' | 'InvalidDeliveryUrl' | 'InvalidTimeZone';

/** Sentences for expected refusals (by type name) and for everything else that went wrong. */
export function useRefusals() {
  const t = useTranslations('settings.refusals');
  const failures = useTranslations('failure');
  return {
    ofRefusal: (typename: Refusal) => t(typename),
    ofFailure: (failure: Failure) =>
      failure.reference === null
        ? failures(failure.kind)
        : `${failures(failure.kind)} (${failures('reference')} ${failure.reference})`,
  };
}
