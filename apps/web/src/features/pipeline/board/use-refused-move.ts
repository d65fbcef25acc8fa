'use client';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { BuyerStage } from '../../../generated/graphql.ts';
import type { Failure } from '../../../platform/graphql/failure.ts';
import { useFormats } from '../../../platform/i18n/use-formats.ts';
import { knownCode } from '../../buyers/index.ts';
import type { MoveOutcome } from './use-move.ts';

/** Reasons that the rule gives (libs/crm move-by-hand). */
const REASONS = ['only_from_paid_orders', 'has_orders'] as const;

/** Why a card came back, in words. */
export function useRefusedMove() {
  const t = useTranslations('pipeline');
  const failures = useTranslations('failure');
  const formats = useFormats();
  return useCallback(
    (name: string, to: BuyerStage, outcome: MoveOutcome | null, failure: Failure | null): string => {
      if (failure) return t('notMoved', { name, why: failures(failure.kind) });
      if (outcome?.__typename === 'StageMoved') {
        const values = { name, stage: t(`stages.${outcome.stage}`) };
        const at = outcome.movedAt === null ? '' : formats.dateTime(outcome.movedAt);
        return outcome.movedBy === null
          ? t('movedMeanwhile', { ...values, at })
          : t('movedMeanwhileBy', { ...values, at, by: outcome.movedBy });
      }
      if (outcome?.__typename !== 'StageRefused') return t('refused.gone', { name });
      const reason = knownCode(REASONS, outcome.reason);
      return reason ? t(`refused.${reason}`, { name, stage: t(`stages.${to}`) }) : t('refused.other', { name });
    },
    [t, failures, formats],
  );
}
