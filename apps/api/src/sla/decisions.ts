import type { ConversationEntry } from '@dangol/crm';

/** Verbs of the event log that end an inquiry by a person's decision. */
export const INQUIRY_DECLINED = 'inquiry.declined';
export const INQUIRY_SPAM_REPORTED = 'inquiry.spam_reported';
/** Verbs of a conversation that a person put away, which ends its case, or took up again. */
export const CONVERSATION_CLOSED = 'conversation.closed';
export const CONVERSATION_REOPENED = 'conversation.reopened';
/** Verb that names buyer's messages (`data.messageIds`) which an import brought as history: they start no clock. */
export const MESSAGES_OF_THE_PAST = 'conversation.past_imported';

const KINDS = {
  [INQUIRY_DECLINED]: 'declined',
  [INQUIRY_SPAM_REPORTED]: 'spamReported',
  [CONVERSATION_CLOSED]: 'closed',
  [CONVERSATION_REOPENED]: 'reopened',
} as const;

/** Every verb that the clocks read. */
export const DECISION_VERBS: readonly string[] = [...Object.keys(KINDS), MESSAGES_OF_THE_PAST];

/** A decision as a log entry. Throws for a verb that is none. */
export function decisionEntry(id: string, verb: string, at: Date): ConversationEntry {
  if (!Object.hasOwn(KINDS, verb)) throw new Error(`${verb} is no decision about a conversation`);
  return { kind: KINDS[verb as keyof typeof KINDS], id, atMs: at.getTime() };
}
