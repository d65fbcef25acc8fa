import type { ImportStatus } from '../../generated/graphql.ts';

/** The server is at work on the import; its numbers change by themselves. */
export function isMoving(status: ImportStatus): boolean {
  return status === 'READING' || status === 'CHECKING' || status === 'RUNNING' || status === 'UNDOING';
}

/** How far the work under way is, 0 to 1; null while nobody knows how much there is. */
export function shareDone({ totalRows, doneRows }: { totalRows: number | null; doneRows: number }): number | null {
  if (totalRows === null || totalRows === 0) return null;
  return Math.min(1, doneRows / totalRows);
}
