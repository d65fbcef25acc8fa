import type { AssistantInput } from '@dangol/ai-assistant';
import type { BuyerGrade } from '@dangol/crm';
import type { TenantContext, TenantDatabase } from '@dangol/db';

/** The message with everything that the engine and its gate have to know. */
export interface MessageToAssist {
  conversationId: string;
  buyerId: string;
  conversationStatus: string;
  /** A person answered, or the buyer wrote again, after this message. */
  superseded: 'answered' | 'newer_message' | null;
  input: Omit<AssistantInput, 'channel'> & { channel: { autoMode: boolean } };
}

interface Row {
  conversation_id: string;
  buyer_id: string;
  status: string;
  platform: string;
  auto_mode: boolean;
  text: string;
  subject: string | null;
  buyer_name: string;
  seller_name: string;
  as_of: string;
  auto_send_paused: boolean;
  grade: BuyerGrade | null;
  human_replied: boolean;
  auto_replies_today: number;
  answered_since: boolean;
  newer_inbound: boolean;
  reviewed_drafts: number;
}

/** Until a workspace has set its own: the lowest threshold that is safe to begin with, and no grade but C (spec crm, Resources). */
const ANSWER_THRESHOLD = 0.9;
const AUTO_GRADES: BuyerGrade[] = ['C'];

/** Reads one inbound message for the assistant; null when it is gone. */
export async function queryMessageToAssist(
  database: TenantDatabase,
  ctx: TenantContext,
  messageId: string,
  now: Date,
): Promise<MessageToAssist | null> {
  const [row] = await database.query<Row>(
    ctx,
    `select m.conversation_id, c.buyer_id, c.status, ch.platform, ch.auto_mode, m.text, c.subject, b.name as buyer_name, w.name as seller_name,
       to_char($3::timestamptz at time zone w.time_zone, 'YYYY-MM-DD') as as_of, w.auto_send_paused, b.grade,
       exists (select from messages h where h.workspace_id = m.workspace_id and h.conversation_id = m.conversation_id and h.direction = 'outbound'
         and h.author_kind <> 'assistant' and h.delivery_status is distinct from 'cancelled') as human_replied,
       (select count(*)::int from messages r where r.workspace_id = m.workspace_id and r.conversation_id = m.conversation_id and r.author_kind = 'assistant'
         and (r.sent_at at time zone w.time_zone)::date = ($3::timestamptz at time zone w.time_zone)::date) as auto_replies_today,
       exists (select from messages h where h.workspace_id = m.workspace_id and h.conversation_id = m.conversation_id and h.direction = 'outbound'
         and h.author_kind <> 'assistant' and h.sent_at >= m.sent_at and h.delivery_status is distinct from 'cancelled') as answered_since,
       exists (select from messages n where n.workspace_id = m.workspace_id and n.conversation_id = m.conversation_id and n.direction = 'inbound'
         and (n.sent_at, n.id) > (m.sent_at, m.id)) as newer_inbound,
       (select count(*)::int from (select from drafts where workspace_id = m.workspace_id and status in ('used', 'discarded') limit 50) d) as reviewed_drafts
     from messages m
     join conversations c on c.workspace_id = m.workspace_id and c.id = m.conversation_id
     join channels ch on ch.workspace_id = m.workspace_id and ch.id = m.channel_id
     join buyers b on b.workspace_id = m.workspace_id and b.id = c.buyer_id
     join workspaces w on w.id = m.workspace_id
     where m.workspace_id = $1 and m.id = $2 and m.direction = 'inbound'`,
    [ctx.workspaceId, messageId, now],
    { name: 'message-to-assist' },
  );
  if (!row) return null;
  return {
    conversationId: row.conversation_id,
    buyerId: row.buyer_id,
    conversationStatus: row.status,
    superseded: row.answered_since ? 'answered' : row.newer_inbound ? 'newer_message' : null,
    input: {
      messageId,
      channelKind: row.platform,
      text: row.text,
      subject: row.subject,
      buyerName: row.buyer_name,
      sellerName: row.seller_name,
      automatedSender: false, // only e-mail can tell, and e-mail channels are not connected yet
      asOf: row.as_of,
      thread: { humanReplied: row.human_replied, autoRepliesToday: row.auto_replies_today },
      channel: { autoMode: row.auto_mode },
      policy: {
        killSwitch: row.auto_send_paused,
        reviewedDrafts: row.reviewed_drafts,
        answerThreshold: ANSWER_THRESHOLD,
        autoGrades: AUTO_GRADES,
      },
      buyer: { grade: row.grade, openDispute: false },
    },
  };
}
