import type { ConversationEntry } from '@dangol/crm';
import type { TenantContext, TenantDatabase } from '@dangol/db';

/** Verbs of the event log that end an inquiry by a person's decision. */
export const INQUIRY_DECLINED = 'inquiry.declined';
export const INQUIRY_SPAM_REPORTED = 'inquiry.spam_reported';
/** Verb that names buyer's messages (`data.messageIds`) which an import brought as history: they start no clock. */
export const MESSAGES_OF_THE_PAST = 'conversation.past_imported';

interface MessageRow {
  id: string;
  direction: 'inbound' | 'outbound' | 'note';
  author_kind: 'buyer' | 'member' | 'assistant' | 'platform';
  author_member_id: string | null;
  sent_at: Date;
  created_at: Date;
  accepted_at: Date | null;
}

/** The log of one conversation as the clocks read it, and who wrote what. */
export interface ConversationLog {
  entries: ConversationEntry[];
  authorOf: ReadonlyMap<string, string | null>;
}

/**
 * Reads messages, and the decisions that stand in the event log. A cancelled reply never happened. `pastIds` are messages of the
 * past that this very transaction brings, which the event log does not name yet.
 */
export async function queryConversationLog(
  database: TenantDatabase,
  ctx: TenantContext,
  conversationId: string,
  pastIds: ReadonlySet<string> = new Set(),
): Promise<ConversationLog> {
  const messages = await database.query<MessageRow>(
    ctx,
    `select id, direction, author_kind, author_member_id, sent_at, created_at, accepted_at from messages
     where workspace_id = $1 and conversation_id = $2 and delivery_status is distinct from 'cancelled'`,
    [ctx.workspaceId, conversationId],
    { name: 'conversation-log' },
  );
  const decisions = await database.query<{ id: string; verb: string; at: Date; past: string[] | null }>(
    ctx,
    `select id, verb, at, data -> 'messageIds' as past from events
     where workspace_id = $1 and subject_kind = 'conversation' and subject_id = $2 and verb = any ($3)`,
    [ctx.workspaceId, conversationId, [INQUIRY_DECLINED, INQUIRY_SPAM_REPORTED, MESSAGES_OF_THE_PAST]],
    { name: 'conversation-decisions' },
  );
  const ended = decisions.filter(({ verb }) => verb !== MESSAGES_OF_THE_PAST);
  const past = new Set([...pastIds, ...decisions.flatMap(({ past: ids }) => ids ?? [])]);
  return {
    entries: [
      ...messages.map((message) => toEntry(message, past.has(message.id))),
      ...ended.map(({ id, verb, at }) => decisionEntry(id, verb, at)),
    ],
    authorOf: new Map(messages.map((message) => [message.id, message.author_member_id])),
  };
}

/** A decline or a spam report as a log entry. */
export function decisionEntry(id: string, verb: string, at: Date): ConversationEntry {
  return { kind: verb === INQUIRY_DECLINED ? 'declined' : 'spamReported', id, atMs: at.getTime() };
}

function toEntry(row: MessageRow, past: boolean): ConversationEntry {
  const sentAtMs = row.sent_at.getTime();
  if (row.direction === 'note') return { kind: 'internalNote', id: row.id, atMs: sentAtMs };
  // A channel's clock may run ahead of ours; a buyer cannot have written after the message reached us.
  if (row.direction === 'inbound')
    return {
      kind: 'buyerMessage',
      id: row.id,
      atMs: Math.min(sentAtMs, row.created_at.getTime()),
      autoSubmitted: past,
    };
  return {
    kind: row.author_kind === 'assistant' ? 'autoReply' : 'reply',
    id: row.id,
    atMs: sentAtMs,
    acceptedAtMs: row.accepted_at?.getTime() ?? null,
  };
}
