import type { Bench } from '../bench.ts';

/** The pipeline board over HTTP, against a bare server that runs the same statement in the same transaction. */
export const BOARD: Bench = {
  summary: 'the pipeline board against a bare node:http + pg server',
  scaleOf: 'cards',
  scale: 20_000,
  smallestScale: 1_000,
  largestScale: 200_000,
  load: () => import('./board.run.ts'),
};
