import { URGENT_WITHIN_MS, explainBusinessTime } from '@dangol/crm';
import type { TenantContext, TenantDatabase } from '@dangol/db';
import { z } from 'zod';
import { toConnection } from '../platform/graphql/connection.ts';
import { decodeCursor, encodeCursor } from '../platform/graphql/cursor.ts';
import type { SlaSettings } from '../sla/index.ts';
import { Conversation, Inquiry, Message, ReplyDraft, type MessageConnection } from './conversation.model.ts';
import type { MessageAttachmentEntry } from './message-attachment.model.ts';
import { withAttachments } from './message-attachments.query.ts';

/** The conversation itself, without what lies behind it. */
export async function queryConversation(
  database: TenantDatabase,
  ctx: TenantContext,
  id: string,
  now: Date,
): Promise<Conversation | null> {
  const [row] = await database.query<Conversation>(
    ctx,
    `select id, subject, status, revision, waiting_since as "waitingSince", due_at as "dueAt", coalesce(due_at < $3, false) as urgent,
       created_at as "createdAt", buyer_id as "buyerId", channel_id as "channelId", assignee_id as "assigneeId",
       topic, topic_by as "topicBy", language, snoozed_until as "snoozedUntil", snooze_reason as "snoozeReason", promised_for as "promisedFor"
     from conversations where workspace_id = $1 and id = $2`,
    [ctx.workspaceId, id, new Date(now.getTime() + URGENT_WITHIN_MS)],
    { name: 'conversation' },
  );
  return row ? Object.assign(new Conversation(), row) : null;
}

/** A message as its row has it. */
type StoredMessage = Omit<Message, 'attachments'> & { attachments: MessageAttachmentEntry[] };

const MESSAGE_COLUMNS = `m.id, m.conversation_id as "conversationId", m.direction, m.author_kind as "authorKind",
  case m.author_kind when 'buyer' then b.name when 'member' then a.name end as "authorName", m.ai_assisted as "aiAssisted", m.text, m.html is not null as "hasHtml",
  m.attachments, m.sent_at as "sentAt", m.delivery_status as "deliveryStatus", m.delivery_error as "deliveryError",
  m.delivery_attempts as "deliveryAttempts", m.deliver_at as "deliverAt",
  m.auto_submitted as "autoSubmitted", m.promised_for as "promisedFor"`;
const MESSAGE_JOINS = `join conversations c on c.workspace_id = m.workspace_id and c.id = m.conversation_id
  join buyers b on b.workspace_id = c.workspace_id and b.id = c.buyer_id
  left join members a on a.workspace_id = m.workspace_id and a.id = m.author_member_id`;
const CURSOR = z.tuple([z.iso.datetime(), z.uuid()]);

/** The last messages before a cursor, oldest to newest; cancelled replies are gone. */
export async function queryMessages(
  database: TenantDatabase,
  ctx: TenantContext,
  conversationId: string,
  page: { last: number; before?: string },
): Promise<MessageConnection> {
  const [sentAt, id] = page.before ? decodeCursor(page.before, CURSOR) : [null, null];
  const stored = await database.query<StoredMessage>(
    ctx,
    `select ${MESSAGE_COLUMNS} from messages m ${MESSAGE_JOINS}
     where m.workspace_id = $1 and m.conversation_id = $2 and m.delivery_status is distinct from 'cancelled'
       and ($3::timestamptz is null or (m.sent_at, m.id) < ($3, $4::uuid))
     order by m.sent_at desc, m.id desc limit $5`,
    [ctx.workspaceId, conversationId, sentAt, id, page.last + 1],
    { name: 'messages' },
  );
  const rows = await withAttachments(database, ctx, stored);
  const newestFirst = toConnection(rows, { first: page.last, after: page.before }, (row) =>
    encodeCursor([row.sentAt.toISOString(), row.id]),
  );
  const edges = newestFirst.edges.toReversed();
  const { hasNextPage: hasOlder, hasPreviousPage: hasNewer } = newestFirst.pageInfo;
  return {
    edges,
    pageInfo: {
      hasPreviousPage: hasOlder,
      hasNextPage: hasNewer,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** The messages with the given ids, oldest first. */
export async function queryMessagesById(
  database: TenantDatabase,
  ctx: TenantContext,
  ids: readonly string[],
): Promise<Message[]> {
  const rows = await database.query<StoredMessage>(
    ctx,
    `select ${MESSAGE_COLUMNS} from messages m ${MESSAGE_JOINS} where m.workspace_id = $1 and m.id = any ($2::uuid[]) order by m.sent_at, m.id`,
    [ctx.workspaceId, ids],
  );
  return (await withAttachments(database, ctx, rows)).map((row) => Object.assign(new Message(), row));
}

interface InquiryRow extends Omit<Inquiry, 'ledger' | 'policyVersion' | 'calendarVersion'> {
  calendarId: string;
  policyId: string;
}

/** The newest inquiry with the ledger of minutes from its opening to its due time. */
export async function queryInquiry(
  database: TenantDatabase,
  settings: SlaSettings,
  ctx: TenantContext,
  conversationId: string,
): Promise<Inquiry | null> {
  const [row] = await database.query<InquiryRow>(
    ctx,
    `select id, upper(turn) as turn, opened_at as "openedAt", status, ended_at as "endedAt", due_at as "dueAt", target_minutes as "targetMinutes",
       floor(response_business_seconds / 60)::int as "businessMinutes", met, first_ack_at as "firstAckAt",
       business_calendar_id as "calendarId", sla_policy_id as "policyId"
     from inquiries where workspace_id = $1 and conversation_id = $2 order by opened_at desc limit 1`,
    [ctx.workspaceId, conversationId],
    { name: 'inquiry' },
  );
  if (!row) return null;
  const version = await settings.version(ctx, row.calendarId, row.policyId);
  const { entries } = explainBusinessTime(version.calendar, row.openedAt.getTime(), row.dueAt.getTime());
  const ledger = entries.map(({ startMs, endMs, kind }) => ({
    from: new Date(startMs),
    to: new Date(endMs),
    kind,
    minutes: Math.round((endMs - startMs) / 60_000),
  }));
  return Object.assign(new Inquiry(), row, {
    ledger,
    policyVersion: version.policy.version,
    calendarVersion: version.calendarVersion,
  });
}

/** The member's own unsent reply; none once it is empty. */
export async function queryReplyDraft(
  database: TenantDatabase,
  ctx: TenantContext,
  conversationId: string,
  memberId: string,
): Promise<ReplyDraft | null> {
  const [row] = await database.query<ReplyDraft>(
    ctx,
    `select id, text, draft_id as "draftId", updated_at as "updatedAt" from reply_drafts
     where workspace_id = $1 and conversation_id = $2 and member_id = $3 and text <> ''`,
    [ctx.workspaceId, conversationId, memberId],
    { name: 'reply-draft' },
  );
  return row ? Object.assign(new ReplyDraft(), row) : null;
}
