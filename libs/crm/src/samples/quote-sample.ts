import type { BuyerGrade } from '../grading/index.ts';
import { DEFAULT_BUYER_SHARE } from './sample-policy.ts';
import type { BuyerShare, SampleKind } from './sample-policy.ts';

/** Who pays what of a sample, minor units; together they are its cost. */
export interface SampleQuote {
  readonly buyerPaysMinor: bigint;
  readonly sellerPaysMinor: bigint;
}

/** What a sample costs, minor units of one currency. */
export interface SampleCost {
  readonly goodsMinor: bigint;
  readonly courierMinor: bigint;
}

/**
 * Share that the policy gives a buyer, percent; an ungraded buyer is treated as C until graded. A growth gift is free for the
 * buyer whatever its grade.
 */
export function buyerSharePercent(
  grade: BuyerGrade | null,
  share: BuyerShare = DEFAULT_BUYER_SHARE,
  kind: SampleKind = 'evaluation',
): number {
  return kind === 'growth' ? 0 : share[grade ?? 'C'];
}

/** Splits `costMinor` (goods + courier, minor units) between buyer and seller; the odd unit falls to the seller. */
export function quoteSample(
  grade: BuyerGrade | null,
  costMinor: bigint,
  share: BuyerShare = DEFAULT_BUYER_SHARE,
): SampleQuote {
  return split(costMinor, buyerSharePercent(grade, share));
}

/**
 * Splits a sample's cost at a share in percent, which an override may have set. When the policy leaves the courier out, the
 * share is of the goods alone and whoever pays for the goods pays the courier: the buyer, unless the sample is free (0 %).
 */
export function splitSampleCost(cost: SampleCost, sharePercent: number, includeCourier: boolean): SampleQuote {
  if (includeCourier) return split(cost.goodsMinor + cost.courierMinor, sharePercent);
  const goods = split(cost.goodsMinor, sharePercent);
  return sharePercent === 0
    ? { ...goods, sellerPaysMinor: goods.sellerPaysMinor + cost.courierMinor }
    : { ...goods, buyerPaysMinor: goods.buyerPaysMinor + cost.courierMinor };
}

function split(costMinor: bigint, percent: number): SampleQuote {
  const buyerPaysMinor = (costMinor * BigInt(percent)) / 100n;
  return { buyerPaysMinor, sellerPaysMinor: costMinor - buyerPaysMinor };
}
