import type { Bench } from '../bench.ts';

/** A year of ended inquiries measured anew after the office hours have changed, against one plain pass over the rows it reads. */
export const SLA: Bench = {
  summary: 'a year of inquiries measured anew after a change of hours, against one SQL pass that reads the same rows',
  scaleOf: 'inquiries of the year',
  scale: 100_000,
  smallestScale: 5_000,
  largestScale: 1_000_000,
  load: () => import('./sla.run.ts'),
};
