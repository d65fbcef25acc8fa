import type { EpochMs } from '../time/index.ts';

/** Our own grade of a buyer; decides owner, response target and samples. */
export type BuyerGrade = 'A' | 'B' | 'C';

/** The marketplace's level for a buyer; kept beside the grade, never mixed with it on screen. */
export type PlatformLevel = 'L1' | 'L2' | 'L3' | 'L4';

/** What a company does with our goods, as far as the grade cares. */
export const BUSINESS_TYPES = ['distributor', 'brand', 'chain', 'retailer', 'sideSeller', 'other'] as const;

/** One of them; a side seller sells Korean goods beside another job. */
export type BusinessType = (typeof BUSINESS_TYPES)[number];

/** A detail that shows a worked-out requirement. */
export type RequirementDetail = 'option' | 'certificate' | 'packaging' | 'artwork';

/** A known value with where it was learned and when. An unknown fact is null, never a zero or a false. */
export interface Fact<T> {
  readonly value: T;
  /** Where it was learned, for instance `orders`, `conversation`, `platform`, `import` or a person's id. */
  readonly source: string;
  readonly knownAtMs: EpochMs;
}

/** Everything `gradeBuyer` looks at. Money is in minor units of `currency`, the workspace's base currency. */
export interface BuyerFacts {
  readonly currency: string;
  /** True from the first paid order on, whenever it was. */
  readonly hasOrdered: boolean;
  /** Paid orders of the last 12 months; 0 for a buyer who ordered only before that. */
  readonly paidLastYearMinor: Fact<bigint> | null;
  /** Order revenue divided by orders. */
  readonly averageOrderMinor: Fact<bigint> | null;
  /** Quantity asked for times list price; stands in for paid orders while there are none. */
  readonly askedValueMinor: Fact<bigint> | null;
  readonly employees: Fact<number> | null;
  readonly annualPurchaseMinor: Fact<bigint> | null;
  readonly businessType: Fact<BusinessType> | null;
  readonly hasWebSite: Fact<boolean> | null;
  /** Quantity asked for divided by the minimum order quantity: 1 is exactly the minimum. */
  readonly quantityPerMoq: Fact<number> | null;
  readonly gaveTargetPrice: Fact<boolean> | null;
  readonly gaveDeadline: Fact<boolean> | null;
  readonly requirementDetails: Fact<readonly RequirementDetail[]> | null;
  readonly tookSample: Fact<boolean> | null;
  readonly repliesWithin48h: Fact<boolean> | null;
  /** One entry per channel identity that carries a level; the best one counts. */
  readonly platformLevels: readonly Fact<PlatformLevel>[];
  readonly lostDisputes: number;
  readonly unpaidOrders: number;
  readonly spamReports: number;
}
