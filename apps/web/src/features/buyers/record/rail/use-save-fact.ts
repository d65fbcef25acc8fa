'use client';
import { useTranslations } from 'next-intl';
import {
  SetCustomValueDocument,
  type SaveBuyerOutcomeFragment,
  UpdateBuyerDocument,
} from '../../../../generated/graphql.ts';
import { type ActResult, useAct } from '../../../../platform/graphql/use-act.ts';
import { useRefusals } from '../../use-refusals.ts';
import { type FactField, toFields } from './buyer-fields.ts';
import type { RowOutcome } from './editable-row.tsx';

/** Saves one fact or one of the team's own fields, compared with what was seen. */
export function useSaveFact(buyerId: string) {
  const t = useTranslations('buyers.refusals.invalid');
  const refusals = useRefusals();
  const [update] = useAct(UpdateBuyerDocument);
  const [setValue] = useAct(SetCustomValueDocument);

  const read = (result: ActResult<unknown>, outcome: SaveBuyerOutcomeFragment | undefined): RowOutcome => {
    if (result.failure) return { kind: 'problem', text: refusals.ofFailure(result.failure) };
    switch (outcome?.__typename) {
      case undefined:
      case 'BuyerSaved':
        return { kind: 'saved' };
      case 'FieldConflict':
        return { kind: 'conflict', current: outcome.current, by: outcome.changedBy, at: outcome.changedAt };
      case 'NotFound':
      case 'InvalidField':
        return { kind: 'problem', text: refusals.ofRefusal(outcome) };
    }
  };
  return {
    saveFact: async (field: FactField, value: string | null, seen: string | null): Promise<RowOutcome> => {
      const result = await update({
        input: { id: buyerId, changes: toFields(field, value), seen: toFields(field, seen) },
      });
      return read(result, result.data?.updateBuyer);
    },
    saveCustom: async (fieldId: string, value: string | null, seen: string | null): Promise<RowOutcome> => {
      const result = await setValue({ input: { buyerId, fieldId, value, seen } });
      return read(result, result.data?.setCustomValue);
    },
    invalid: (field: 'employees' | 'annualPurchaseMinor'): RowOutcome => ({ kind: 'problem', text: t(field) }),
  };
}
