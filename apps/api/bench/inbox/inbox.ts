import type { Bench } from '../bench.ts';

/** The inbox page over HTTP, against a bare server that runs the same statement in the same transaction. */
export const INBOX: Bench = {
  summary: 'the inbox page against a bare node:http + pg server, and against a tenth of the data',
  scaleOf: 'conversations',
  scale: 200_000,
  smallestScale: 20_000,
  largestScale: 1_000_000,
  load: () => import('./inbox.run.ts'),
};
