import type { EpochMs, TimeRange } from '../time/index.ts';
import { effectiveAtMs, isHumanAnswer, orderLog, startsClock } from './conversation-log.ts';
import type { ConversationEntry } from './conversation-log.ts';
import type { Inquiry } from './derive-inquiries.ts';

/** How a case stands: `paused` while the buyer has the word. */
export type CaseStatus = 'open' | 'paused' | 'resolved' | 'declined' | 'spam';

/**
 * What resolution measures: from the first inquiry until a person closed the conversation with nothing waiting, declined it or
 * reported it as spam.
 */
export interface Case {
  readonly openingMessageId: string;
  readonly openedAtMs: EpochMs;
  readonly status: CaseStatus;
  readonly endedAtMs: EpochMs | null;
  /** Waits for the buyer that are over, from our accepted reply until the buyer's next message or the end. */
  readonly pauses: readonly TimeRange[];
  /** Since when it waits for the buyer; null unless paused. */
  readonly pausedSinceMs: EpochMs | null;
}

interface RunningCase {
  readonly openingMessageId: string;
  readonly openedAtMs: EpochMs;
  readonly pauses: TimeRange[];
  pausedSinceMs: EpochMs | null;
  end: { status: 'resolved' | 'declined' | 'spam'; atMs: EpochMs } | null;
}

/** Both readings of one conversation's log, oldest first. */
export interface FollowedConversation {
  readonly inquiries: Inquiry[];
  readonly cases: Case[];
}

/**
 * Walks a conversation's log once. Entries may come in any order and more than once; a reply that reaches us late counts at its
 * own time, so the past may change between two calls (spec sla, rules 1 to 4 and 6).
 */
export function followCases(entries: readonly ConversationEntry[]): FollowedConversation {
  const inquiries: Inquiry[] = [];
  const cases: RunningCase[] = [];
  let open = null as Inquiry | null;
  let archived = false; // put away by a person while the buyer waited: the answer then ends the case

  for (const entry of orderLog(entries)) {
    const atMs = effectiveAtMs(entry);
    const last = cases.at(-1);
    const running: RunningCase | null = last && !last.end ? last : null;
    if (startsClock(entry)) {
      archived = false;
      if (open) continue;
      if (running) resume(running, atMs);
      else cases.push({ openingMessageId: entry.id, openedAtMs: atMs, pauses: [], pausedSinceMs: null, end: null });
      open = openInquiry(entry.id, atMs, running ? 'next' : 'first');
    } else if (isHumanAnswer(entry)) {
      if (!open || !running) continue;
      inquiries.push({ ...open, status: 'answered', endedAtMs: atMs, firstResponseMessageId: entry.id });
      open = null;
      running.pausedSinceMs = atMs;
      if (archived) running.end = { status: 'resolved', atMs };
    } else if (entry.kind === 'autoReply' && entry.acceptedAtMs !== null) {
      if (open) open = { ...open, firstAckAtMs: open.firstAckAtMs ?? atMs };
    } else if (entry.kind === 'declined' || entry.kind === 'spamReported') {
      const status = entry.kind === 'declined' ? 'declined' : 'spam';
      if (open) inquiries.push({ ...open, status, endedAtMs: atMs });
      open = null;
      if (running) running.end = { status, atMs };
    } else if (entry.kind === 'closed') {
      archived = open !== null;
      if (running && !open) running.end = { status: 'resolved', atMs };
    } else if (entry.kind === 'reopened') {
      archived = false;
      if (last?.end?.status === 'resolved') last.end = null; // it was closed too soon: the case goes on
    }
  }
  return { inquiries: open ? [...inquiries, open] : inquiries, cases: cases.map(toCase) };
}

function resume(running: RunningCase, atMs: EpochMs): void {
  if (running.pausedSinceMs !== null && running.pausedSinceMs < atMs)
    running.pauses.push({ startMs: running.pausedSinceMs, endMs: atMs });
  running.pausedSinceMs = null;
}

function toCase({ openingMessageId, openedAtMs, pauses, pausedSinceMs, end }: RunningCase): Case {
  const about = { openingMessageId, openedAtMs };
  if (!end) {
    const status = pausedSinceMs === null ? 'open' : 'paused';
    return { ...about, status, endedAtMs: null, pauses, pausedSinceMs };
  }
  const wait = pausedSinceMs !== null && pausedSinceMs < end.atMs ? [{ startMs: pausedSinceMs, endMs: end.atMs }] : [];
  return { ...about, status: end.status, endedAtMs: end.atMs, pauses: [...pauses, ...wait], pausedSinceMs: null };
}

function openInquiry(openingMessageId: string, openedAtMs: EpochMs, turn: Inquiry['turn']): Inquiry {
  return {
    openingMessageId,
    openedAtMs,
    turn,
    status: 'open',
    endedAtMs: null,
    firstResponseMessageId: null,
    firstAckAtMs: null,
  };
}
