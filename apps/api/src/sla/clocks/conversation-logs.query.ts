import { isExcludedBuyer, type ConversationEntry } from '@dangol/crm';
import type { TenantContext, TenantDatabase } from '@dangol/db';
import { DECISION_VERBS, MESSAGES_OF_THE_PAST, decisionEntry } from '../decisions.ts';
import type { ServedConversation } from './served-conversations.query.ts';
import type { BuyerDayRow, StoredClocks } from './stored-clocks.ts';

/** The log of one conversation as the clocks read it, and who wrote what. */
export interface ConversationLog {
  readonly entries: ConversationEntry[];
  readonly authorOf: Map<string, string | null>;
}

/** Logs by conversation, and what is stored of their clocks. */
export interface ReadLogs {
  readonly logs: ReadonlyMap<string, ConversationLog>;
  readonly stored: StoredClocks;
  /** When the next alarm of the workspace rings; null without one. */
  readonly nextAlarmMs: number | null;
}

type MessageRow = readonly [
  conversationId: string,
  id: string,
  direction: 'inbound' | 'outbound' | 'note' | 'call',
  authorKind: 'buyer' | 'member' | 'assistant' | 'platform',
  authorMemberId: string | null,
  sentMs: number,
  createdMs: number,
  acceptedMs: number | null,
  autoSubmitted: boolean,
];
type DecisionRow = readonly [conversationId: string, id: string, verb: string, atMs: number, past: string[] | null];

interface ReadRow extends StoredClocks {
  messages: MessageRow[];
  decisions: DecisionRow[];
  nextAlarmMs: string | null;
}

const ms = (column: string): string => `round(extract(epoch from ${column}) * 1000)::bigint`;
const rows = (columns: string, from: string): string =>
  `(select coalesce(json_agg(json_build_array(${columns})), '[]') from ${from})`;
const stored = (columns: string, from: string): string =>
  `(select coalesce(json_agg(json_build_object(${columns})), '[]') from ${from})`;

/** Messages and the decisions that stand in the event log; a cancelled reply never happened. $2 conversations, $3 verbs. */
const LOGS = `
  ${rows(
    `conversation_id, id, direction, author_kind, author_member_id, ${ms('sent_at')}, ${ms('created_at')}, ${ms('accepted_at')}, auto_submitted`,
    `messages where workspace_id = $1 and conversation_id = any ($2::uuid[]) and delivery_status is distinct from 'cancelled'`,
  )} as messages,
  ${rows(
    `subject_id, id, verb, ${ms('at')}, data -> 'messageIds'`,
    `events where workspace_id = $1 and subject_kind = 'conversation' and subject_id = any ($2::uuid[]) and verb = any ($3::text[])`,
  )} as decisions`;

const BUYER_DAY = `'id', d.id, 'channelId', d.channel_id, 'buyerId', d.buyer_id, 'conversationId', d.conversation_id,
  'openingMessageId', opening_message_id, 'day', day, 'openedMs', ${ms('opened_at')}, 'respondedMs', ${ms('responded_at')},
  'responseMessageId', response_message_id, 'responseMemberId', response_member_id, 'firstAckMs', ${ms('first_ack_at')}, 'excluded', excluded`;

const READ = `select ${LOGS},
  ${stored(
    `'id', id, 'conversationId', conversation_id, 'channelId', channel_id, 'buyerId', buyer_id, 'openingMessageId', opening_message_id,
     'openedMs', ${ms('opened_at')}, 'turn', turn, 'status', status, 'endedMs', ${ms('ended_at')}, 'firstAckMs', ${ms('first_ack_at')},
     'responseMessageId', first_response_message_id, 'responseMemberId', first_response_member_id, 'targetMinutes', target_minutes,
     'policyId', sla_policy_id, 'calendarId', business_calendar_id, 'dueMs', ${ms('due_at')},
     'businessSeconds', response_business_seconds, 'wallMs', response_wall_ms, 'met', met`,
    `inquiries where workspace_id = $1 and conversation_id = any ($2::uuid[])`,
  )} as inquiries,
  ${stored(
    `'id', id, 'conversationId', conversation_id, 'channelId', channel_id, 'buyerId', buyer_id, 'openingMessageId', opening_message_id,
     'openedMs', ${ms('opened_at')}, 'status', status, 'endedMs', ${ms('ended_at')}, 'targetMinutes', target_minutes, 'dueMs', ${ms('due_at')},
     'policyId', sla_policy_id, 'calendarId', business_calendar_id, 'businessSeconds', business_seconds, 'pausedSeconds', paused_seconds,
     'wallMs', wall_ms, 'runningSinceMs', ${ms('running_since')}, 'met', met`,
    `resolutions where workspace_id = $1 and conversation_id = any ($2::uuid[])`,
  )} as resolutions,
  ${stored(
    BUYER_DAY,
    `buyer_days d where d.workspace_id = $1 and (d.channel_id, d.buyer_id) in (
       select c.channel_id, c.buyer_id from conversations c where c.workspace_id = $1 and c.id = any ($2::uuid[]))`,
  )} as "buyerDays",
  ${stored(
    `'inquiryId', inquiry_id, 'kind', kind, 'atMs', ${ms('at')}`,
    `clock_alarms where workspace_id = $1 and conversation_id = any ($2::uuid[])`,
  )} as alarms,
  (select ${ms('min(at)')} from clock_alarms where workspace_id = $1 and fired_at is null) as "nextAlarmMs"`;

/**
 * Reads logs and stored clocks in one statement. `past` are messages of the past that this very transaction brings, which the
 * event log does not name yet.
 */
export async function readLogs(
  database: TenantDatabase,
  ctx: TenantContext,
  conversations: readonly ServedConversation[],
  past: ReadonlySet<string>,
): Promise<ReadLogs> {
  const params = [ctx.workspaceId, conversations.map(({ id }) => id), DECISION_VERBS];
  const [row] = await database.query<ReadRow>(ctx, READ, params, { name: 'conversation-logs' });
  const { messages, decisions, nextAlarmMs, ...known } = row!;
  return {
    logs: toLogs(conversations, messages, decisions, past),
    stored: known,
    nextAlarmMs: nextAlarmMs === null ? null : Number(nextAlarmMs),
  };
}

/** The logs of conversations without what is stored of their clocks. */
export async function readBareLogs(
  database: TenantDatabase,
  ctx: TenantContext,
  conversations: readonly Pick<ServedConversation, 'id' | 'excludedSenders' | 'externalIds'>[],
): Promise<ReadonlyMap<string, ConversationLog>> {
  const params = [ctx.workspaceId, conversations.map(({ id }) => id), DECISION_VERBS];
  const [row] = await database.query<ReadRow>(ctx, `select ${LOGS}`, params, { name: 'bare-conversation-logs' });
  return toLogs(conversations, row!.messages, row!.decisions, new Set());
}

/** The stored days of buyers, on one channel or all. */
export async function queryBuyerDays(
  database: TenantDatabase,
  ctx: TenantContext,
  buyerIds: readonly string[],
  channelId: string | null,
): Promise<BuyerDayRow[]> {
  const [row] = await database.query<{ days: BuyerDayRow[] }>(
    ctx,
    `select ${stored(BUYER_DAY, `buyer_days d where d.workspace_id = $1 and d.buyer_id = any ($2::uuid[]) and ($3::uuid is null or d.channel_id = $3)`)} as days`,
    [ctx.workspaceId, buyerIds, channelId],
  );
  return row!.days;
}

function toLogs(
  conversations: readonly Pick<ServedConversation, 'id' | 'excludedSenders' | 'externalIds'>[],
  messages: readonly MessageRow[],
  decisions: readonly DecisionRow[],
  pastIds: ReadonlySet<string>,
): ReadonlyMap<string, ConversationLog> {
  const past = new Set([...pastIds, ...decisions.flatMap(([, , , , ids]) => ids ?? [])]);
  const excluded = new Map(
    conversations.map(({ id, excludedSenders, externalIds }) => [id, isExcludedBuyer(excludedSenders, externalIds)]),
  );
  const logs = new Map(
    conversations.map(({ id }): [string, ConversationLog] => [id, { entries: [], authorOf: new Map() }]),
  );
  for (const message of messages) {
    const [conversationId, id, , , author] = message;
    const log = logs.get(conversationId)!;
    log.entries.push(toEntry(message, past.has(id), excluded.get(conversationId)!));
    log.authorOf.set(id, author);
  }
  for (const [conversationId, id, verb, atMs] of decisions)
    if (verb !== MESSAGES_OF_THE_PAST) logs.get(conversationId)!.entries.push(decisionEntry(id, verb, new Date(atMs)));
  return logs;
}

function toEntry(row: MessageRow, past: boolean, excludedSender: boolean): ConversationEntry {
  const [, id, direction, authorKind, , sentMs, createdMs, acceptedMs, autoSubmitted] = row;
  if (direction === 'note') return { kind: 'internalNote', id, atMs: sentMs };
  if (direction === 'call') return { kind: 'loggedCall', id, atMs: sentMs };
  // A channel's clock may run ahead of ours; a buyer cannot have written after the message reached us.
  if (direction === 'inbound') {
    const atMs = Math.min(sentMs, createdMs);
    return { kind: 'buyerMessage', id, atMs, autoSubmitted: past || autoSubmitted, excludedSender };
  }
  return { kind: authorKind === 'assistant' ? 'autoReply' : 'reply', id, atMs: sentMs, acceptedAtMs: acceptedMs };
}
