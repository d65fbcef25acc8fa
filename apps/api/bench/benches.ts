import type { Bench } from './bench.ts';
import { BOARD } from './board/board.ts';
import { BUYERS } from './buyers/buyers.ts';
import { EXPORT } from './export/export.ts';
import { GRADE } from './grade/grade.ts';
import { IMPORT } from './import/import.ts';
import { INBOX } from './inbox/inbox.ts';
import { INGEST } from './ingest/ingest.ts';
import { LIVE } from './live/live.ts';
import { SLA } from './sla/sla.ts';

/** The benches by the name on the command line. */
export const BENCHES: Readonly<Record<string, Bench>> = {
  board: BOARD,
  buyers: BUYERS,
  inbox: INBOX,
  grade: GRADE,
  export: EXPORT,
  import: IMPORT,
  ingest: INGEST,
  live: LIVE,
  sla: SLA,
};
