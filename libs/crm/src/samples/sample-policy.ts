import type { BuyerGrade } from '../grading/index.ts';

/** Share of a sample's cost that the buyer of a grade pays, percent. */
export type BuyerShare = Readonly<Record<BuyerGrade, number>>;

/** What a sample is for: it must prove something, or it is a gift that helps the buyer sell. */
export type SampleKind = 'evaluation' | 'growth';

/** How the cost of samples is shared and what may be spent on them; one version of a workspace's policy. */
export interface SamplePolicy {
  readonly buyerShare: BuyerShare;
  /** True: the share is of goods and courier. False: of the goods alone, see `splitSampleCost`. */
  readonly includeCourier: boolean;
  /** What the seller means to pay for samples in a month, minor units of the base currency; null for no budget. */
  readonly monthlyBudgetMinor: bigint | null;
  /** From this share of the budget on a request is warned about, percent. */
  readonly warnAtPercent: number;
}

/** Policy of a new workspace (spec crm, Sample policy): A free, B half, C all. */
export const DEFAULT_BUYER_SHARE: BuyerShare = { A: 0, B: 50, C: 100 };

/** The policy that a workspace starts with. */
export const DEFAULT_SAMPLE_POLICY: SamplePolicy = {
  buyerShare: DEFAULT_BUYER_SHARE,
  includeCourier: true,
  monthlyBudgetMinor: null,
  warnAtPercent: 80,
};
