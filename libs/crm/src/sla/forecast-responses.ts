const MINUTE_MS = 60_000;

/** What an answer takes at least, draft at hand: less time than that is no advice. */
export const MINUTES_PER_ANSWER = 5;
/** Answers that one piece of advice names at most. */
const MOST_ANSWERS = 20;

/** An open sample and its wait so far, milliseconds. A conversation may have several: a buyer who wrote on three days. */
export interface OpenResponse {
  readonly conversationId: string;
  readonly waitedMs: number;
}

/** The answers there are: how many, and the sum of their durations in milliseconds. */
export interface AnsweredResponses {
  readonly count: number;
  readonly sumMs: number;
}

/** What it takes to keep a mean at or under its target. */
export interface ResponseForecast {
  /** Conversations to answer, most helpful first. */
  readonly conversationIds: readonly string[];
  /** Whole minutes within which all of them must be answered; null when no answer keeps the mean under its target. */
  readonly withinMinutes: number | null;
}

/** One reply: it answers all open samples of its conversation. */
interface Reply {
  readonly conversationId: string;
  samples: number;
  waitedMs: number;
}

/**
 * Which conversations to answer, and within how many minutes, so that the mean of the answered stays at or under the target:
 * as many as can be, and of as many those that leave the most time. Replies given t from now keep the target when
 * slack + sum of (samples x (target - t) - waits) >= 0, with slack = count x target - sum of what is answered: for a given t the
 * best k replies are those with the greatest terms, and the terms fall with t. Advice must leave `minutesPerAnswer` for each
 * reply. Null when nothing is open. Answers that leave the 30 days meanwhile are not foreseen.
 */
export function forecastResponses(
  answered: AnsweredResponses,
  open: readonly OpenResponse[],
  targetMinutes: number,
  minutesPerAnswer: number = MINUTES_PER_ANSWER,
): ResponseForecast | null {
  if (open.length === 0) return null;
  const targetMs = targetMinutes * MINUTE_MS;
  const slackMs = answered.count * targetMs - answered.sumMs;
  const replies = toReplies(open);
  const best = (count: number, minutes: number): Reply[] =>
    byHelp(replies, targetMs - minutes * MINUTE_MS).slice(0, count);
  const keeps = (count: number, minutes: number): boolean =>
    best(count, minutes).reduce((sum, reply) => sum + help(reply, targetMs - minutes * MINUTE_MS), slackMs) >= 0;

  for (let count = Math.min(MOST_ANSWERS, replies.length); count > 0; count -= 1) {
    const least = count * minutesPerAnswer;
    if (!keeps(count, least)) continue;
    const latest = targetMinutes + Math.max(0, slackMs) / MINUTE_MS; // later, not even one reply without a wait keeps it
    const withinMinutes = lastKept(least, latest, (minutes) => keeps(count, minutes));
    return { conversationIds: best(count, withinMinutes).map(idOf), withinMinutes };
  }
  return { conversationIds: best(MOST_ANSWERS, 0).map(idOf), withinMinutes: null };
}

function toReplies(open: readonly OpenResponse[]): Reply[] {
  const replies = new Map<string, Reply>();
  for (const { conversationId, waitedMs } of open) {
    const reply = replies.get(conversationId) ?? { conversationId, samples: 0, waitedMs: 0 };
    reply.samples += 1;
    reply.waitedMs += waitedMs;
    replies.set(conversationId, reply);
  }
  return [...replies.values()];
}

/** What a reply adds to the slack when each of its samples may still take `restMs`. */
const help = ({ samples, waitedMs }: Reply, restMs: number): number => samples * restMs - waitedMs;
const idOf = ({ conversationId }: Reply): string => conversationId;

function byHelp(replies: readonly Reply[], restMs: number): Reply[] {
  return replies.toSorted(
    (a, b) => help(b, restMs) - help(a, restMs) || (a.conversationId < b.conversationId ? -1 : 1),
  );
}

/** The last whole number from `low` (which is kept) to `high` that is kept; what is kept at one is kept at all before it. */
function lastKept(low: number, high: number, isKept: (minutes: number) => boolean): number {
  let [kept, lost] = [low, Math.max(low, Math.floor(high)) + 1];
  while (lost - kept > 1) {
    const middle = Math.floor((kept + lost) / 2);
    if (isKept(middle)) kept = middle;
    else lost = middle;
  }
  return kept;
}
