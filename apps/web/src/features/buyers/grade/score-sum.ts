export interface ScoreSum {
  /** Points of the factors together. */
  readonly factors: number;
  /** Points taken off, positive. */
  readonly deductions: number;
  /** The score that is shown. */
  readonly score: number;
  /** The score was kept between 0 and 100, so that the line alone would not add up. */
  readonly bounded: boolean;
}

/** The line under the factors: what they add up to, less the deductions, is the score. Points are hundredths, added without drift. */
export function scoreSum(explanation: {
  readonly score: number;
  readonly factors: readonly { readonly points: number }[];
  readonly deductions: readonly { readonly points: number }[];
}): ScoreSum {
  const factors = hundredths(explanation.factors.map(({ points }) => points));
  const deductions = hundredths(explanation.deductions.map(({ points }) => Math.abs(points)));
  const score = Math.round(explanation.score * 100);
  return {
    factors: factors / 100,
    deductions: deductions / 100,
    score: score / 100,
    bounded: factors - deductions !== score,
  };
}

function hundredths(points: readonly number[]): number {
  return points.reduce((sum, each) => sum + Math.round(each * 100), 0);
}
