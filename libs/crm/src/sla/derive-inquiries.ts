import type { EpochMs } from '../time/index.ts';
import { effectiveAtMs, orderLog } from './conversation-log.ts';
import type { ConversationEntry } from './conversation-log.ts';

/** How an inquiry stands. Only `answered` and `open` enter the response figures; the others are counted apart. */
export type InquiryStatus = 'open' | 'answered' | 'declined' | 'spam';

/** What first response measures: from the buyer's oldest unanswered message to its end. */
export interface Inquiry {
  readonly openingMessageId: string;
  readonly openedAtMs: EpochMs;
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
  const ended: Inquiry[] = [];
  let open: Inquiry | null = null;

  for (const entry of orderLog(entries)) {
    if (!open) {
      if (entry.kind === 'buyerMessage' && !entry.autoSubmitted) open = openInquiry(entry.id, entry.atMs);
      continue; // whatever else happens on an answered thread concerns no clock
    }
    const atMs = effectiveAtMs(entry);
    const end = endOf(entry);
    if (end) {
      const firstResponseMessageId: string | null = end === 'answered' ? entry.id : null;
      ended.push({ ...open, status: end, endedAtMs: atMs, firstResponseMessageId });
      open = null;
    } else if (entry.kind === 'autoReply' && entry.acceptedAtMs !== null) {
      open = { ...open, firstAckAtMs: open.firstAckAtMs ?? atMs };
    }
  }
  return open ? [...ended, open] : ended;
}

/** The status that an entry ends an open inquiry with, or null when the clock runs on. */
function endOf(entry: ConversationEntry): Exclude<InquiryStatus, 'open'> | null {
  switch (entry.kind) {
    case 'reply':
      return entry.acceptedAtMs === null ? null : 'answered';
    case 'loggedCall':
      return 'answered';
    case 'declined':
      return 'declined';
    case 'spamReported':
      return 'spam';
    case 'buyerMessage':
    case 'autoReply':
    case 'internalNote':
      return null;
  }
}

function openInquiry(openingMessageId: string, openedAtMs: EpochMs): Inquiry {
  return {
    openingMessageId,
    openedAtMs,
    status: 'open',
    endedAtMs: null,
    firstResponseMessageId: null,
    firstAckAtMs: null,
  };
}
