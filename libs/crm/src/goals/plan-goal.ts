import type { BuyerGrade } from '../grading/index.ts';

/** One group of a goal: so many buyers of a grade, ordering for so much a year on average. */
export interface GoalGroup {
  readonly grade: BuyerGrade;
  readonly buyers: number;
  /** Average order value, minor units of the goal's currency. */
  readonly averageOrderMinor: bigint;
}

/** What a goal's groups come to; every amount in minor units of the goal's currency. */
export interface GoalPlan {
  /** Buyers times average order value of each group, in the order given. */
  readonly productsMinor: readonly bigint[];
  readonly productMinor: bigint;
  /** Target less product: what the plan misses; negative when the plan passes the target. */
  readonly gapMinor: bigint;
  /** Buyers who would reach the target at the plan's mean order value, rounded up; null when the plan's product is nothing. */
  readonly buyersNeeded: bigint | null;
}

/** Multiplies a goal out, exactly (spec crm, Goal planner): 15,000 buyers x USD 333 are USD 4,995,000, a gap of 5,000 to 5 million. */
export function planGoal(groups: readonly GoalGroup[], targetMinor: bigint): GoalPlan {
  const productsMinor = groups.map(({ buyers, averageOrderMinor }) => BigInt(buyers) * averageOrderMinor);
  const productMinor = productsMinor.reduce((sum, product) => sum + product, 0n);
  const buyers = groups.reduce((sum, group) => sum + BigInt(group.buyers), 0n);
  return {
    productsMinor,
    productMinor,
    gapMinor: targetMinor - productMinor,
    // The mean is product / buyers; multiplied out first, because the mean itself is seldom a whole number.
    buyersNeeded: productMinor > 0n ? (targetMinor * buyers + productMinor - 1n) / productMinor : null,
  };
}

/** Money that came in for a goal, minor units of its currency. */
export interface GoalProgress {
  readonly paidMinor: bigint;
  /** The part of it from second and later orders. */
  readonly reorderMinor: bigint;
}

/** Progress in percent of the target, and the share of reorders from 0 to 1 (null while nothing is paid). */
export function measureGoal(
  { paidMinor, reorderMinor }: GoalProgress,
  targetMinor: bigint,
): { progressPercent: number; reorderShare: number | null } {
  return {
    progressPercent: ratio(paidMinor * 100n, targetMinor),
    reorderShare: paidMinor > 0n ? ratio(reorderMinor, paidMinor) : null,
  };
}

const PARTS = 1_000_000n;

/** Divided as whole numbers down to a millionth: amounts above 2^53 would lose digits as floats. */
function ratio(numerator: bigint, denominator: bigint): number {
  return Number((numerator * PARTS) / denominator) / Number(PARTS);
}
