/** First wait before a new attempt; doubled up to the longest. */
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 15_000;

/** Wait before attempt `attempt` (from 0), with jitter so that a restarted server is not met by everyone at once. */
export function retryDelayMs(attempt: number, random: number): number {
  const longest = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** attempt);
  return Math.round(longest * (0.5 + random / 2));
}

/** The newer of two positions of the event log (decimal strings of any length). */
export function laterPosition(known: string | null, next: string): string {
  return known === null || BigInt(next) > BigInt(known) ? next : known;
}
