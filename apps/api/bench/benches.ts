import type { Bench } from './bench.ts';
import { INBOX } from './inbox/inbox.ts';

/** The benches by the name on the command line. */
export const BENCHES: Readonly<Record<string, Bench>> = { inbox: INBOX };
