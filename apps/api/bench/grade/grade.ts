import type { Bench } from '../bench.ts';

/** The nightly grading of every buyer of a workspace, against one plain aggregate over the rows that it reads. */
export const GRADE: Bench = {
  summary: 'all buyers of a workspace re-graded, against one plain SQL aggregate over the same rows',
  scaleOf: 'buyers',
  scale: 100_000,
  smallestScale: 5_000,
  largestScale: 500_000,
  load: () => import('./grade.run.ts'),
};
