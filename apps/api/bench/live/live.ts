import type { Bench } from '../bench.ts';

/** Live updates: every event to every socket of its workspace, against a bare ws server that broadcasts. */
export const LIVE: Bench = {
  summary: 'events to all sockets of their workspace, none lost, against a bare ws broadcast',
  scaleOf: 'sockets',
  scale: 500,
  smallestScale: 20,
  largestScale: 5_000,
  load: () => import('./live.run.ts'),
};
