import type { Bench } from '../bench.ts';

/** Messages through the webhook with everything that follows, against single-row durable inserts. */
export const INGEST: Bench = {
  summary: 'messages through HTTP until all is applied, against single-row durable inserts, and against less data',
  scaleOf: 'stored messages',
  scale: 1_000_000,
  smallestScale: 25_000,
  largestScale: 2_000_000,
  load: () => import('./ingest.run.ts'),
};
