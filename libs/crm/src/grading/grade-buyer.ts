import { CurrencyMismatchError } from '../money/index.ts';
import type { EpochMs } from '../time/index.ts';
import type { BuyerFacts, BuyerGrade } from './buyer-facts.ts';
import { GRADE_FACTORS, type GradeFactorName, type GradingRules } from './grading-rules.ts';
import { roundPoints } from './points-table.ts';
import { scoreFacts } from './score-facts.ts';
import type { GradeFactName, ScoredFact } from './score-facts.ts';

/** One factor of the explanation. */
export interface ScoredFactor {
  readonly factor: GradeFactorName;
  readonly points: number;
  readonly max: number;
  readonly facts: readonly ScoredFact[];
}

/** Points taken off: how often it happened, and what it costs in all. */
export interface GradeDeduction {
  readonly reason: keyof GradingRules['deductions'];
  readonly count: number;
  readonly points: number;
}

/** A grade with everything needed to explain it. Plain JSON: no bigint, no dates, no undefined. */
export interface GradeResult {
  readonly grade: BuyerGrade;
  /** 0 to 100: the factors less the deductions, in hundredths. */
  readonly score: number;
  /** The grade that the score alone gives; differs from `grade` when hysteresis holds it or it is provisional. */
  readonly scoreGrade: BuyerGrade;
  readonly provisional: boolean;
  readonly factors: readonly ScoredFactor[];
  readonly deductions: readonly GradeDeduction[];
  readonly missing: readonly GradeFactName[];
  /** Points, of 100, that rest on known facts. */
  readonly knownPoints: number;
  /** low: provisional; medium: less than 70 of 100 points known; high: the rest. */
  readonly confidence: 'low' | 'medium' | 'high';
  readonly currency: string;
  readonly rulesVersion: number;
  readonly previousGrade: BuyerGrade | null;
  readonly gradedAtMs: EpochMs;
}

/** Known points from which an explanation is called sure; ours, the spec asks for a confidence and leaves its steps open. */
export const HIGH_CONFIDENCE_POINTS = 70;

/**
 * Grades a buyer and explains it (spec crm, "Grade A/B/C"). Pure: the same facts and rules give the same answer on any day;
 * `asOfMs` is the instant the facts were read for and is carried into the explanation. `previousGrade` is the last computed
 * grade, not a rep's override. Throws CurrencyMismatchError when facts and rules count in different currencies, because US
 * thresholds would make every buyer paid in won an A.
 *
 * Where the spec is silent: "unknown" is decided fact by fact, each counting 40 % of its own points, and points inside a
 * factor cap at its weight. Before a first order, the asked value takes the place of paid orders and the average is unknown.
 * Employees run in straight lines like order scale; tables written with "+" are steps. Leaving a grade needs a score 3 or
 * more past the bound being left (up from C at 43, from B at 73; down from A at 67, from B at 37); where it then lands is
 * decided by the plain bounds. Being provisional caps at B after that.
 */
export function gradeBuyer(
  facts: BuyerFacts,
  rules: GradingRules,
  previousGrade: BuyerGrade | null,
  asOfMs: EpochMs,
): GradeResult {
  if (facts.currency !== rules.currency) throw new CurrencyMismatchError(facts.currency, rules.currency);

  const scored = scoreFacts(facts, rules);
  const factors = GRADE_FACTORS.map((factor): ScoredFactor => {
    const own = scored.filter((fact) => fact.factor === factor);
    const max = rules.weights[factor];
    return { factor, points: roundPoints(Math.min(max, sumOf(own, 'points'))), max, facts: own };
  });
  const deductions = deductionsOf(facts, rules);
  const score = Math.min(100, Math.max(0, roundPoints(sumOf(factors, 'points') - sumOf(deductions, 'points'))));

  const known = factors.map((factor) =>
    Math.min(
      factor.max,
      sumOf(
        factor.facts.filter((fact) => fact.known),
        'max',
      ),
    ),
  );
  const knownPoints = roundPoints(known.reduce((sum, points) => sum + points, 0));
  const provisional = knownPoints < rules.provisionalBelow;
  const scoreGrade = gradeOfScore(score, rules);
  const held = previousGrade && !leavesGrade(previousGrade, score, rules) ? previousGrade : scoreGrade;

  return {
    grade: provisional && held === 'A' ? 'B' : held,
    score,
    scoreGrade,
    provisional,
    factors,
    deductions,
    missing: scored.filter((fact) => !fact.known && fact.max > 0).map((fact) => fact.fact),
    knownPoints,
    confidence: provisional ? 'low' : knownPoints < HIGH_CONFIDENCE_POINTS ? 'medium' : 'high',
    currency: rules.currency,
    rulesVersion: rules.version,
    previousGrade,
    gradedAtMs: asOfMs,
  };
}

function deductionsOf(facts: BuyerFacts, rules: GradingRules): GradeDeduction[] {
  const counts = { lostDispute: facts.lostDisputes, unpaidOrder: facts.unpaidOrders, spamReport: facts.spamReports };
  return (Object.keys(counts) as (keyof typeof counts)[])
    .filter((reason) => counts[reason] > 0)
    .map((reason) => ({ reason, count: counts[reason], points: counts[reason] * rules.deductions[reason] }));
}

function gradeOfScore(score: number, { gradeBounds }: GradingRules): BuyerGrade {
  if (score >= gradeBounds.A) return 'A';
  return score >= gradeBounds.B ? 'B' : 'C';
}

function leavesGrade(grade: BuyerGrade, score: number, { gradeBounds, hysteresis }: GradingRules): boolean {
  const falls = { A: score <= gradeBounds.A - hysteresis, B: score <= gradeBounds.B - hysteresis, C: false };
  const rises = { A: false, B: score >= gradeBounds.A + hysteresis, C: score >= gradeBounds.B + hysteresis };
  return falls[grade] || rises[grade];
}

function sumOf<K extends string>(items: readonly Readonly<Record<K, number>>[], key: K): number {
  return items.reduce((sum, item) => sum + item[key], 0);
}
