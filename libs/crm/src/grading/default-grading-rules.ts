import { currencyExponent } from '../money/index.ts';
import { DEFAULT_GRADING_RULES, type GradingRules, type PointsStep } from './grading-rules.ts';

/**
 * Units of a currency that stand for one US dollar in the default thresholds. Rounded to what a salesperson would say, not to
 * a day's rate: thresholds are marks on a scale, and marks that moved with the market would move grades.
 */
const UNITS_PER_DOLLAR = { USD: 1, EUR: 1, GBP: 0.8, CNY: 7, JPY: 150, KRW: 1_400 } as const;

/** A currency that a workspace may count in and that default rules are known for. */
export type GradedCurrency = keyof typeof UNITS_PER_DOLLAR;

/** The currencies that a workspace may count in. */
export const GRADED_CURRENCIES = Object.keys(UNITS_PER_DOLLAR) as GradedCurrency[];

/** Default rules (spec crm, "Default points") with the money corners in minor units of `currency`, two significant digits. */
export function defaultGradingRules(currency: GradedCurrency): GradingRules {
  const toMinor = (cents: number): number =>
    Math.round(Number(((cents / 100) * UNITS_PER_DOLLAR[currency]).toPrecision(2)) * 10 ** currencyExponent(currency));
  const convert = (steps: readonly PointsStep[]): PointsStep[] =>
    steps.map(({ at, points }) => ({ at: toMinor(at), points }));
  const { orderScale, companySize } = DEFAULT_GRADING_RULES;
  return {
    ...DEFAULT_GRADING_RULES,
    currency,
    orderScale: { paidLastYear: convert(orderScale.paidLastYear), averageOrder: convert(orderScale.averageOrder) },
    companySize: { ...companySize, annualPurchase: convert(companySize.annualPurchase) },
  };
}
