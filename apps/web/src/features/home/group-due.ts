import { URGENT_WITHIN_MS } from '@dangol/crm';

export interface DueGroups<Row> {
  /** Overdue or under an hour left. */
  now: Row[];
  /** Due later today, in the workspace's zone. */
  today: Row[];
  later: Row[];
}

/** Sorts what waits into now, today and later; inside a group the server's order stays. `dayOf` names the local day of an instant. */
export function groupDue<Row extends { readonly dueAt: string | null }>(
  rows: readonly Row[],
  now: Date,
  dayOf: (instant: string | Date) => string,
): DueGroups<Row> {
  const groups: DueGroups<Row> = { now: [], today: [], later: [] };
  for (const row of rows) {
    if (row.dueAt !== null && Date.parse(row.dueAt) - now.getTime() < URGENT_WITHIN_MS) groups.now.push(row);
    else if (row.dueAt !== null && dayOf(row.dueAt) === dayOf(now)) groups.today.push(row);
    else groups.later.push(row);
  }
  return groups;
}
