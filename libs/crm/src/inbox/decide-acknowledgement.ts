/** A message older than this when we see it came late: an answer that is sent at once would puzzle its writer. Milliseconds. */
export const ACKNOWLEDGED_WITHIN_MS = 15 * 60_000;
/** Two machines that answer each other stop here: acknowledgements to one sender in 24 hours. */
export const MAX_ACKNOWLEDGEMENTS_A_DAY = 3;

/** What a channel's automatic acknowledgement says, and when. */
export interface AutoReplyRules {
  readonly enabled: boolean;
  readonly onlyOutOfHours: boolean;
  /** By language; the first is for every other language. */
  readonly texts: readonly { readonly language: string; readonly text: string }[];
}

/** All that decides whether a message is acknowledged by a machine. */
export interface AcknowledgementCase {
  readonly rules: AutoReplyRules | null;
  /** The workspace has stopped everything that no person sends. */
  readonly paused: boolean;
  readonly channelCanSend: boolean;
  readonly officeOpen: boolean;
  /** An out-of-office note, list mail, an excluded sender or history: a machine must not answer it. */
  readonly automaticSender: boolean;
  /** The message belongs to an inquiry that waits for its first answer. */
  readonly inquiryOpen: boolean;
  readonly acknowledgedAlready: boolean;
  /** Acknowledgements to this sender in the last 24 hours. */
  readonly sentToday: number;
  readonly ageMs: number;
  /** Language of the conversation, ISO 639-1; null when unknown. */
  readonly language: string | null;
}

/** Why nothing is sent. */
export type NoAcknowledgement =
  | 'off'
  | 'paused'
  | 'cannot_send'
  | 'automatic_sender'
  | 'no_inquiry'
  | 'acknowledged'
  | 'too_old'
  | 'office_open'
  | 'too_many';

/** The words of the acknowledgement, or why there is none. At most one per inquiry; it never goes to a machine (RFC 3834, section 2). */
export function decideAcknowledgement(
  given: AcknowledgementCase,
): { readonly text: string; readonly language: string } | { readonly reason: NoAcknowledgement } {
  const { rules } = given;
  const words = rules?.texts.find(({ language }) => language === given.language) ?? rules?.texts[0];
  if (!rules?.enabled || !words) return { reason: 'off' };
  if (given.paused) return { reason: 'paused' };
  if (!given.channelCanSend) return { reason: 'cannot_send' };
  if (given.automaticSender) return { reason: 'automatic_sender' };
  if (!given.inquiryOpen) return { reason: 'no_inquiry' };
  if (given.acknowledgedAlready) return { reason: 'acknowledged' };
  if (given.ageMs > ACKNOWLEDGED_WITHIN_MS) return { reason: 'too_old' };
  if (rules.onlyOutOfHours && given.officeOpen) return { reason: 'office_open' };
  if (given.sentToday >= MAX_ACKNOWLEDGEMENTS_A_DAY) return { reason: 'too_many' };
  return { text: words.text, language: words.language };
}
