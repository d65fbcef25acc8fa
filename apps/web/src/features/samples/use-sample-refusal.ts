'use client';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { AdvanceSampleMutation } from '../../generated/graphql.ts';
import type { Failure } from '../../platform/graphql/failure.ts';
import { knownCode } from '../buyers/index.ts';

type Outcome = AdvanceSampleMutation['advanceSample'];
export type SavedSample = Extract<Outcome, { __typename: 'SampleSaved' }>;

const FIELDS = ['purpose', 'successTest', 'items', 'amountMinor', 'courierMinor', 'currency', 'reason', 'result', 'orderId', 'buyerSharePercent'] as const; // prettier-ignore

/** Why a sample was not saved, in words; null when it was. */
export function useSampleRefusal() {
  const t = useTranslations('samples.refused');
  const failures = useTranslations('failure');
  return useCallback(
    (outcome: Outcome | null, failure: Failure | null): string | null => {
      if (failure)
        return failure.reference === null
          ? failures(failure.kind)
          : `${failures(failure.kind)} (${failures('reference')} ${failure.reference})`;
      switch (outcome?.__typename) {
        case 'SampleSaved':
          return null;
        case 'NoExchangeRate':
          return t('noRate', { currency: outcome.currency });
        case 'InvalidField': {
          const field = knownCode(FIELDS, outcome.field.split('.').at(-1) ?? outcome.field);
          return field ? t(`fields.${field}`) : t('field', { field: outcome.field });
        }
        case 'StageRefused': {
          const reason = knownCode(STAGE_REASONS, outcome.reason);
          return t(reason ? `stages.${reason}` : 'stage');
        }
        default:
          return t('gone');
      }
    },
    [t, failures],
  );
}

const STAGE_REASONS = ['same_stage', 'sample_ended', 'not_next', 'order_not_of_buyer', 'order_not_paid'] as const;
