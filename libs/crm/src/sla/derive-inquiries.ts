import type { EpochMs } from '../time/index.ts';
import type { ConversationEntry } from './conversation-log.ts';
import { followCases } from './follow-cases.ts';

/** How an inquiry stands. Only `answered` and `open` enter the response figures; the others are counted apart. */
export type InquiryStatus = 'open' | 'answered' | 'declined' | 'spam';

/** `first` opens a case; `next` follows an answered one in a case that was not closed. Each has targets of its own. */
export type InquiryTurn = 'first' | 'next';

/** What first and next response measure: from the buyer's oldest unanswered message to its end. */
export interface Inquiry {
  readonly openingMessageId: string;
  readonly openedAtMs: EpochMs;
  readonly turn: InquiryTurn;
  readonly status: InquiryStatus;
  readonly endedAtMs: EpochMs | null;
  /** The reply or logged call that answered it; null unless answered. */
  readonly firstResponseMessageId: string | null;
  /** First automatic reply while open. Shown apart: it stops nothing. */
  readonly firstAckAtMs: EpochMs | null;
}

/**
 * The inquiries of one conversation, oldest first; at most the last is open. A pure function of the log's content: entries
 * may come in any order and more than once (spec sla, rules 1 to 3 and 6). A reply that reaches us late counts at its own
 * time, so the past may change between two calls.
 */
export function deriveInquiries(entries: readonly ConversationEntry[]): Inquiry[] {
  return followCases(entries).inquiries;
}
