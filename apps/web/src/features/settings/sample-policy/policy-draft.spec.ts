import type { SamplePolicyRowFragment } from '../../../generated/graphql.ts';
import { policyDraftOf, readPolicy } from './policy-draft.ts';

const version: SamplePolicyRowFragment = {
  __typename: 'SamplePolicyVersion',
  version: 1,
  createdAt: '2026-01-01T00:00:00Z',
  createdBy: null,
  policy: {
    __typename: 'SamplePolicy',
    shareA: 0,
    shareB: 50,
    shareC: 100,
    includeCourier: true,
    warnAtPercent: 80,
    monthlyBudget: { __typename: 'Money', minor: '50000', currency: 'USD' },
  },
};

describe('readPolicy', () => {
  it('says the policy it was made from', () =>
    expect(readPolicy(policyDraftOf(version), 'USD').policy).toEqual({
      shareA: 0,
      shareB: 50,
      shareC: 100,
      includeCourier: true,
      monthlyBudgetMinor: '50000',
      warnAtPercent: 80,
    }));
  it('takes an empty budget as none', () =>
    expect(readPolicy({ ...policyDraftOf(version), budget: ' ' }, 'USD').policy?.monthlyBudgetMinor).toBeNull());
  it('names every field that is wrong', () =>
    expect(readPolicy({ ...policyDraftOf(version), shareB: '101', budget: '1.005' }, 'USD').wrong).toEqual([
      'shareB',
      'monthlyBudget',
    ]));
});
