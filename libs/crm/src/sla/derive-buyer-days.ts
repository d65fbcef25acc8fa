import { compileZone, DAY_MS, formatLocalDate } from '../time/index.ts';
import type { CompiledZone, EpochMs } from '../time/index.ts';
import { effectiveAtMs, isHumanAnswer, orderLog } from './conversation-log.ts';
import type { BuyerMessageEntry, ConversationEntry } from './conversation-log.ts';

/** Why a buyer-day is left out of the score: reported as spam within 24 hours, or of a sender that the channel leaves out. */
export type BuyerDayExclusion = 'spam' | 'sender';

/** One sample of the platform score: a buyer's first message of a day on a channel, and our first human reply to it. */
export interface BuyerDay {
  /** Local date in the platform's zone, `YYYY-MM-DD`. */
  readonly day: string;
  readonly conversationId: string;
  readonly openingMessageId: string;
  readonly openedAtMs: EpochMs;
  readonly respondedAtMs: EpochMs | null;
  readonly responseMessageId: string | null;
  /** First automatic reply after the message and before ours. Shown apart: it answers nothing. */
  readonly firstAckAtMs: EpochMs | null;
  readonly excluded: BuyerDayExclusion | null;
}

/** The log of one of the buyer's conversations on the channel. */
export interface BuyerConversation {
  readonly conversationId: string;
  readonly entries: readonly ConversationEntry[];
}

/** Alibaba.com leaves out messages that the seller marks as spam or blacklists within 24 hours. */
const SPAM_WITHIN_MS = DAY_MS;

/**
 * The buyer-days of one buyer on one channel, by date, from the logs of all their conversations there; `timeZone` is the
 * platform's (spec sla, platform score). A message that does not count gives way to a later one of the same day that does.
 * A pure function of the logs' content, in any order and with repeats.
 */
export function deriveBuyerDays(conversations: readonly BuyerConversation[], timeZone: string): BuyerDay[] {
  const zone = compileZone(timeZone);
  const days = new Map<string, BuyerDay>();
  for (const conversation of conversations)
    for (const candidate of daysOfConversation(conversation, zone)) {
      const known = days.get(candidate.day);
      if (!known || opensDayBefore(candidate, known)) days.set(candidate.day, candidate);
    }
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** True when `a` and not `b` is the sample of the day that both are of: what counts first, then the earlier message. */
export function opensDayBefore(
  a: Pick<BuyerDay, 'openingMessageId' | 'openedAtMs' | 'excluded'>,
  b: Pick<BuyerDay, 'openingMessageId' | 'openedAtMs' | 'excluded'>,
): boolean {
  if ((a.excluded === null) !== (b.excluded === null)) return a.excluded === null;
  if (a.openedAtMs !== b.openedAtMs) return a.openedAtMs < b.openedAtMs;
  return a.openingMessageId < b.openingMessageId;
}

function daysOfConversation({ conversationId, entries }: BuyerConversation, zone: CompiledZone): BuyerDay[] {
  const log = orderLog(entries);
  const spamAt = log.filter(({ kind }) => kind === 'spamReported').map(({ atMs }) => atMs);
  const first = new Map<number, { entry: BuyerMessageEntry; index: number; excluded: BuyerDayExclusion | null }>();
  log.forEach((entry, index) => {
    if (entry.kind !== 'buyerMessage' || entry.autoSubmitted) return;
    const day = zone.localDayOf(entry.atMs);
    const known = first.get(day);
    if (known && known.excluded === null) return;
    const excluded = exclusionOf(entry, spamAt);
    if (!known || excluded === null) first.set(day, { entry, index, excluded });
  });
  return [...first].map(([day, { entry, index, excluded }]) => ({
    day: formatLocalDate(day),
    conversationId,
    openingMessageId: entry.id,
    openedAtMs: entry.atMs,
    ...answerTo(log, index),
    excluded,
  }));
}

function exclusionOf(entry: BuyerMessageEntry, spamAt: readonly EpochMs[]): BuyerDayExclusion | null {
  if (entry.excludedSender) return 'sender';
  return spamAt.some((atMs) => atMs >= entry.atMs && atMs <= entry.atMs + SPAM_WITHIN_MS) ? 'spam' : null;
}

function answerTo(
  log: readonly ConversationEntry[],
  opening: number,
): Pick<BuyerDay, 'respondedAtMs' | 'responseMessageId' | 'firstAckAtMs'> {
  let firstAckAtMs: EpochMs | null = null;
  for (let index = opening + 1; index < log.length; index += 1) {
    const entry = log[index]!;
    if (isHumanAnswer(entry)) return { respondedAtMs: effectiveAtMs(entry), responseMessageId: entry.id, firstAckAtMs };
    if (entry.kind === 'autoReply' && entry.acceptedAtMs !== null) firstAckAtMs ??= entry.acceptedAtMs;
  }
  return { respondedAtMs: null, responseMessageId: null, firstAckAtMs };
}
