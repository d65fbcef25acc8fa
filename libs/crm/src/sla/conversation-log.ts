import type { EpochMs } from '../time/index.ts';

interface LogEntry {
  readonly id: string;
  readonly atMs: EpochMs;
}

/**
 * A buyer's message. `autoSubmitted` marks out-of-office notes, list mail and history, which no measure knows; `excludedSender`
 * a sender that the channel leaves out: it starts no clock, and the platform score counts it apart.
 */
export interface BuyerMessageEntry extends LogEntry {
  readonly kind: 'buyerMessage';
  readonly autoSubmitted?: boolean;
  readonly excludedSender?: boolean;
}

/**
 * Our message: written or sent by a person (`reply`, also one made in the marketplace's own app and one begun as an AI
 * draft) or by rule (`autoReply`). `acceptedAtMs` is when the channel took it; null while it is under way or has failed.
 */
export interface OwnMessageEntry extends LogEntry {
  readonly kind: 'reply' | 'autoReply';
  readonly acceptedAtMs: EpochMs | null;
}

/** Anything else on the thread that the clocks must know, or must be seen to ignore (`internalNote`). */
export interface ConversationActEntry extends LogEntry {
  readonly kind: 'internalNote' | 'declined' | 'spamReported' | 'loggedCall' | 'closed' | 'reopened';
}

/** One entry of a conversation's log, as the clocks see it. */
export type ConversationEntry = BuyerMessageEntry | OwnMessageEntry | ConversationActEntry;

/** What comes first of two things in the same millisecond: a question before its answer, and both before the file is closed. */
const PLACES: readonly ConversationEntry['kind'][] = [
  'reopened',
  'buyerMessage',
  'autoReply',
  'internalNote',
  'reply',
  'loggedCall',
  'declined',
  'spamReported',
  'closed',
];

/** When an entry took effect: a message of ours when the channel accepted it, everything else when it happened. */
export function effectiveAtMs(entry: ConversationEntry): EpochMs {
  return 'acceptedAtMs' in entry ? (entry.acceptedAtMs ?? entry.atMs) : entry.atMs;
}

/**
 * The log in the one order every reader uses: by the time of effect, then by kind, then id; each id once (the earliest entry
 * wins), because feeds deliver twice. Any arrival order of the same entries gives the same list.
 */
export function orderLog(entries: readonly ConversationEntry[]): ConversationEntry[] {
  const seen = new Set<string>();
  return entries
    .toSorted(
      (a, b) =>
        effectiveAtMs(a) - effectiveAtMs(b) ||
        PLACES.indexOf(a.kind) - PLACES.indexOf(b.kind) ||
        compareText(a.id, b.id),
    )
    .filter((entry) => !seen.has(entry.id) && seen.add(entry.id));
}

/** True for what a person said to the buyer and the channel took; automatic replies and failed deliveries are no answer. */
export function isHumanAnswer(entry: ConversationEntry): boolean {
  return entry.kind === 'loggedCall' || (entry.kind === 'reply' && entry.acceptedAtMs !== null);
}

/** True for a buyer's message that starts clocks. */
export function startsClock(entry: ConversationEntry): boolean {
  return entry.kind === 'buyerMessage' && !entry.autoSubmitted && !entry.excludedSender;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
