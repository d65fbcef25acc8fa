import type { SamplePolicyInput, SamplePolicyRowFragment } from '../../../generated/graphql.ts';
import { amountText, parseAmount } from '../../../platform/forms/parse-amount.ts';

/** The policy as it is typed. */
export interface PolicyDraft {
  readonly shareA: string;
  readonly shareB: string;
  readonly shareC: string;
  readonly includeCourier: boolean;
  readonly budget: string;
  readonly warnAtPercent: string;
}

export type PolicyField = 'shareA' | 'shareB' | 'shareC' | 'monthlyBudget' | 'warnAtPercent';

export function policyDraftOf({ policy }: SamplePolicyRowFragment): PolicyDraft {
  return {
    shareA: String(policy.shareA),
    shareB: String(policy.shareB),
    shareC: String(policy.shareC),
    includeCourier: policy.includeCourier,
    budget: policy.monthlyBudget === null ? '' : amountText(policy.monthlyBudget.minor, policy.monthlyBudget.currency),
    warnAtPercent: String(policy.warnAtPercent),
  };
}

const percent = (typed: string): number | null => {
  const value = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : null;
  return value !== null && value <= 100 ? value : null;
};

/** What the draft says, or the fields that are no usable value. An empty budget means none. */
export function readPolicy(
  draft: PolicyDraft,
  currency: string,
): { policy: Omit<SamplePolicyInput, 'basedOn'>; wrong: null } | { policy: null; wrong: readonly PolicyField[] } {
  const [shareA, shareB, shareC] = [percent(draft.shareA), percent(draft.shareB), percent(draft.shareC)];
  const warnAtPercent = percent(draft.warnAtPercent);
  const budget = draft.budget.trim() === '' ? null : parseAmount(draft.budget, currency);
  const badBudget = draft.budget.trim() !== '' && (budget === null || budget < 0n);
  if (shareA === null || shareB === null || shareC === null || warnAtPercent === null || badBudget) {
    const wrong: PolicyField[] = [];
    if (shareA === null) wrong.push('shareA');
    if (shareB === null) wrong.push('shareB');
    if (shareC === null) wrong.push('shareC');
    if (badBudget) wrong.push('monthlyBudget');
    if (warnAtPercent === null) wrong.push('warnAtPercent');
    return { policy: null, wrong };
  }
  return {
    policy: {
      shareA,
      shareB,
      shareC,
      includeCourier: draft.includeCourier,
      monthlyBudgetMinor: budget === null ? null : String(budget),
      warnAtPercent,
    },
    wrong: null,
  };
}
