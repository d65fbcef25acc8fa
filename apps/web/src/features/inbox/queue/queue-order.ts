import { compareQueue, type BuyerGrade, type PlatformLevel } from '@dangol/crm';

export type QueueView = 'WAITING' | 'MINE' | 'SNOOZED' | 'ANSWERED' | 'CLOSED' | 'ALL';

/** What ordering needs to know of a row. */
export interface QueueKey {
  readonly id: string;
  readonly dueAt?: string | null;
  readonly grade?: BuyerGrade | null;
  readonly platformLevel?: PlatformLevel | null;
  readonly lastMessageAt: string;
}

export type CompareRows = (a: QueueKey, b: QueueKey) => number;

/**
 * The server's order of a view, so that the client can tell whether a row that is missing from a fresh page has left the queue or only
 * stands further down. Views without a clock are ordered by their latest message.
 */
export function compareFor(view: QueueView, asOf: string): CompareRows {
  if (view !== 'WAITING' && view !== 'MINE')
    return (a, b) =>
      Date.parse(b.lastMessageAt) - Date.parse(a.lastMessageAt) || (a.id < b.id ? -1 : Number(a.id > b.id));
  const asOfMs = Date.parse(asOf);
  const item = (row: QueueKey) => ({
    id: row.id,
    dueAtMs: row.dueAt ? Date.parse(row.dueAt) : null,
    grade: row.grade ?? null,
    level: row.platformLevel ?? null,
  });
  return (a, b) => compareQueue(item(a), item(b), asOfMs);
}
