import type { ConversationEntry } from './conversation-log.ts';
import { followCases } from './follow-cases.ts';
import type { Case } from './follow-cases.ts';

/**
 * The cases of one conversation, oldest first; at most the last has not ended. A pure function of the log's content, as
 * `deriveInquiries`. Only resolution pauses while we wait for the buyer (spec sla, rule 4).
 */
export function deriveResolutions(entries: readonly ConversationEntry[]): Case[] {
  return followCases(entries).cases;
}
