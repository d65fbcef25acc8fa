import type { BusinessType, PlatformLevel } from './buyer-facts.ts';

/** A corner of a points table: from `at` on, `points`. Money corners are minor units of the rules' currency. */
export interface PointsStep {
  readonly at: number;
  readonly points: number;
}

/** One version of a workspace's grading rules. Plain JSON, so that a version is stored and shown as it is. */
export interface GradingRules {
  readonly version: number;
  /** ISO 4217 code that the money corners are written in; facts must come in the same currency. */
  readonly currency: string;
  /** Most points a factor can give. Together they make 100. */
  readonly weights: Readonly<Record<GradeFactorName, number>>;
  readonly orderScale: {
    /** Straight lines between the corners. */
    readonly paidLastYear: readonly PointsStep[];
    /** The highest corner reached counts; corners are not added up. */
    readonly averageOrder: readonly PointsStep[];
  };
  readonly companySize: {
    /** Straight lines between the corners. */
    readonly employees: readonly PointsStep[];
    /** The highest corner reached counts. */
    readonly annualPurchase: readonly PointsStep[];
    readonly strongTypes: readonly BusinessType[];
    readonly strongTypePoints: number;
    readonly webSitePoints: number;
  };
  readonly intent: {
    /** The highest corner reached counts; `at` is a multiple of the minimum order quantity. */
    readonly quantityPerMoq: readonly PointsStep[];
    readonly targetPricePoints: number;
    readonly deadlinePoints: number;
    readonly detailsNeeded: number;
    readonly detailsPoints: number;
    readonly samplePoints: number;
    readonly repliesPoints: number;
  };
  readonly platformLevel: Readonly<Record<PlatformLevel, number>>;
  /** Points taken off for each occurrence. */
  readonly deductions: { readonly lostDispute: number; readonly unpaidOrder: number; readonly spamReport: number };
  /** Part of its points that an unknown fact counts for, percent. */
  readonly unknownPercent: number;
  /** Below this many known points the grade is provisional. */
  readonly provisionalBelow: number;
  readonly gradeBounds: { readonly A: number; readonly B: number };
  /** How far past a bound the score must be before a buyer leaves its grade. */
  readonly hysteresis: number;
}

/** The four things a grade is made of, in the order they are shown. */
export type GradeFactorName = 'orderScale' | 'companySize' | 'intent' | 'platformLevel';

/** The factors in that order; the keys of rules that come from the database are in none. */
export const GRADE_FACTORS: readonly GradeFactorName[] = ['orderScale', 'companySize', 'intent', 'platformLevel'];

/** Default points of spec crm ("Default points"), for workspaces that count in US dollars; corners in cents. */
export const DEFAULT_GRADING_RULES: GradingRules = {
  version: 1,
  currency: 'USD',
  weights: { orderScale: 35, companySize: 25, intent: 25, platformLevel: 15 },
  orderScale: {
    paidLastYear: [
      { at: 0, points: 0 },
      { at: 500_00, points: 8 },
      { at: 2_000_00, points: 16 },
      { at: 10_000_00, points: 25 },
      { at: 30_000_00, points: 30 },
    ],
    averageOrder: [
      { at: 300_00, points: 3 },
      { at: 800_00, points: 5 },
    ],
  },
  companySize: {
    employees: [
      { at: 1, points: 3 },
      { at: 10, points: 8 },
      { at: 50, points: 14 },
      { at: 200, points: 18 },
    ],
    annualPurchase: [
      { at: 10_000_00, points: 2 },
      { at: 100_000_00, points: 4 },
      { at: 1_000_000_00, points: 5 },
    ],
    strongTypes: ['distributor', 'brand', 'chain'],
    strongTypePoints: 2,
    webSitePoints: 0, // the spec names the web site as evidence of size but gives it no points of its own
  },
  intent: {
    quantityPerMoq: [
      { at: 0.5, points: 3 },
      { at: 1, points: 6 },
    ],
    targetPricePoints: 3,
    deadlinePoints: 3,
    detailsNeeded: 2,
    detailsPoints: 4,
    samplePoints: 4,
    repliesPoints: 5,
  },
  platformLevel: { L1: 4, L2: 8, L3: 12, L4: 15 },
  deductions: { lostDispute: 10, unpaidOrder: 5, spamReport: 20 },
  unknownPercent: 40,
  provisionalBelow: 40,
  gradeBounds: { A: 70, B: 40 },
  hysteresis: 3,
};
