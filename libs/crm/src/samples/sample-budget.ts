/** How a month's spending on samples stands to its budget. */
export type BudgetState = 'none' | 'within' | 'near' | 'passed';

/**
 * Compares what the seller pays for the samples of a month with the budget, both in minor units of one currency: passed only
 * above it, near from `warnAtPercent` of it on, none without a budget.
 */
export function budgetState(spentMinor: bigint, limitMinor: bigint | null, warnAtPercent: number): BudgetState {
  if (limitMinor === null) return 'none';
  if (spentMinor > limitMinor) return 'passed';
  return spentMinor * 100n >= limitMinor * BigInt(warnAtPercent) ? 'near' : 'within';
}

/**
 * The seller's part of a sample in the base currency: of the converted cost, what it is of the cost, halves up. The parts of
 * one sample are never converted one by one, which could make them more than the whole.
 */
export function sellerPaysInBase(baseCostMinor: bigint, costMinor: bigint, sellerPaysMinor: bigint): bigint {
  if (costMinor === 0n) return 0n;
  return (2n * baseCostMinor * sellerPaysMinor + costMinor) / (2n * costMinor);
}
