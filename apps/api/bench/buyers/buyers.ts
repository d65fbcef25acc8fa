import type { Bench } from '../bench.ts';

/** The search of the buyer list over HTTP, against the same server's read of one buyer by its primary key. */
export const BUYERS: Bench = {
  summary: 'search over buyers against a primary-key read of the same columns by the same API',
  scaleOf: 'buyers',
  scale: 100_000,
  smallestScale: 5_000,
  largestScale: 1_000_000,
  load: () => import('./buyers.run.ts'),
};
