/** Why a buyer of the segment is not written to. */
export type RecipientObstacle = 'no_channel' | 'no_consent' | 'waiting';

/** What decides whether a buyer may be sent news. */
export interface RecipientFacts {
  /** There is a conversation on a channel that can send. */
  readonly reachable: boolean;
  /** The buyer's last word on messages or on marketing was no. */
  readonly refused: boolean;
  /** The buyer waits for our answer to a question. */
  readonly waiting: boolean;
}

/**
 * What keeps an announcement from a buyer, or null. A no is respected before all else. Who waits for an answer gets the
 * answer first: news to somebody whose question is open reads as an insult, and would stop the clock of the question.
 */
export function recipientObstacle({ reachable, refused, waiting }: RecipientFacts): RecipientObstacle | null {
  if (refused) return 'no_consent';
  if (!reachable) return 'no_channel';
  return waiting ? 'waiting' : null;
}
