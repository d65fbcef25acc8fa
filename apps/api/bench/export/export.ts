import type { Bench } from '../bench.ts';

/** Lists downloaded as CSV over HTTP, against COPY TO of the same columns by a bare client. */
export const EXPORT: Bench = {
  summary: 'CSV of all buyers and of all orders over HTTP against COPY TO of the same columns',
  scaleOf: 'rows of each list',
  scale: 200_000,
  smallestScale: 5_000,
  largestScale: 2_000_000,
  load: () => import('./export.run.ts'),
};
