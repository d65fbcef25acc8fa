import type { Bench } from '../bench.ts';

/** A file of orders through the real import job, against COPY into the same tables and the same checks in SQL. */
export const IMPORT: Bench = {
  summary: 'orders brought in by the import job, against COPY and the same checks in SQL',
  scaleOf: 'orders; from 1,000,000 on its peak memory is compared with that of 100,000',
  scale: 100_000,
  smallestScale: 5_000,
  largestScale: 1_000_000,
  load: () => import('./import.run.ts'),
};
