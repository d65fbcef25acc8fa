import type { PointsStep } from './grading-rules.ts';

/** Most points a table can give. */
export function mostPoints(steps: readonly PointsStep[]): number {
  return Math.max(0, ...steps.map((step) => step.points));
}

/** Points of the highest corner that `value` reaches, 0 below the first. Corners ascend. */
export function stepPoints(steps: readonly PointsStep[], value: number): number {
  return steps.findLast((step) => value >= step.at)?.points ?? 0;
}

/** Points on the straight line between the corners around `value`; level beyond the first and the last. Corners ascend. */
export function linearPoints(steps: readonly PointsStep[], value: number): number {
  const above = steps.findIndex((step) => value < step.at);
  const high = steps[above];
  if (!high) return steps.at(-1)?.points ?? 0;
  const low = steps[above - 1];
  if (!low) return high.points;
  return low.points + ((high.points - low.points) * (value - low.at)) / (high.at - low.at);
}

/** Rounds to the hundredth that is shown, so that the shown points really add up to the shown score. */
export function roundPoints(points: number): number {
  return Math.round(points * 100) / 100;
}
