import { isExcludedBuyer, type AutoReplyRules } from '@dangol/crm';
import type { ChannelEntity, TenantContext, TenantDatabase } from '@dangol/db';

const DAY_MS = 86_400_000;

/** What decides about the acknowledgement of one message, as the database has it. */
export interface AcknowledgementFacts {
  readonly conversationId: string;
  readonly channelId: string;
  readonly channel: Pick<ChannelEntity, 'kind' | 'deliveryUrl' | 'mail' | 'status'>;
  readonly rules: AutoReplyRules | null;
  readonly paused: boolean;
  readonly automaticSender: boolean;
  /** The inquiry that waits, and nobody of us has a reply to it under way. */
  readonly inquiryOpen: boolean;
  readonly acknowledgedAlready: boolean;
  readonly sentToday: number;
  readonly sentAt: Date;
  readonly text: string;
  readonly knownLanguage: string | null;
}

interface Row extends Omit<AcknowledgementFacts, 'channel' | 'automaticSender' | 'paused'> {
  kind: ChannelEntity['kind'];
  deliveryUrl: string | null;
  mail: object | null;
  status: ChannelEntity['status'];
  workspacePaused: boolean;
  autoSubmitted: boolean;
  excludedSenders: string[];
  senders: string[];
}

/** The facts of a message; null when it is gone. The conversation is locked, so that two messages are not both acknowledged. */
export async function queryAcknowledgementFacts(
  database: TenantDatabase,
  ctx: TenantContext,
  messageId: string,
  now: Date,
): Promise<AcknowledgementFacts | null> {
  await database.query(
    ctx,
    `select 1 from conversations where workspace_id = $1 and id = (select conversation_id from messages where workspace_id = $1 and id = $2) for no key update`,
    [ctx.workspaceId, messageId],
  );
  const [row] = await database.query<Row>(
    ctx,
    `select c.id as "conversationId", c.channel_id as "channelId", ch.kind, ch.delivery_url as "deliveryUrl", ch.mail, ch.status,
       ch.auto_reply as rules, ch.excluded_senders as "excludedSenders", w.auto_send_paused as "workspacePaused",
       m.auto_submitted as "autoSubmitted", m.sent_at as "sentAt", m.text, coalesce(c.language, b.language) as "knownLanguage",
       i.id is not null and not exists (
         select 1 from messages r where r.workspace_id = m.workspace_id and r.conversation_id = c.id and r.direction = 'outbound'
           and r.author_kind <> 'assistant' and r.sent_at >= i.opened_at and r.delivery_status in ('queued', 'sending')) as "inquiryOpen",
       exists (select 1 from messages a where a.workspace_id = m.workspace_id and a.conversation_id = c.id and a.direction = 'outbound'
         and a.author_kind = 'assistant' and a.sent_at >= i.opened_at and a.delivery_status <> 'cancelled') as "acknowledgedAlready",
       (select count(*)::int from messages a join conversations ac on ac.workspace_id = a.workspace_id and ac.id = a.conversation_id
        where a.workspace_id = m.workspace_id and ac.buyer_id = c.buyer_id and a.direction = 'outbound' and a.author_kind = 'assistant'
          and a.sent_at > $3 and a.delivery_status <> 'cancelled') as "sentToday",
       array (select bi.external_id from buyer_identities bi where bi.workspace_id = m.workspace_id and bi.buyer_id = c.buyer_id and bi.channel_id = c.channel_id) as senders
     from messages m
     join conversations c on c.workspace_id = m.workspace_id and c.id = m.conversation_id
     join channels ch on ch.workspace_id = c.workspace_id and ch.id = c.channel_id
     join workspaces w on w.id = m.workspace_id
     join buyers b on b.workspace_id = c.workspace_id and b.id = c.buyer_id
     left join inquiries i on i.workspace_id = c.workspace_id and i.conversation_id = c.id and i.status = 'open'
     where m.workspace_id = $1 and m.id = $2`,
    [ctx.workspaceId, messageId, new Date(now.getTime() - DAY_MS)],
  );
  if (!row) return null;
  const { kind, deliveryUrl, mail, status, workspacePaused, autoSubmitted, excludedSenders, senders, ...facts } = row;
  return {
    ...facts,
    channel: { kind, deliveryUrl, mail, status },
    paused: workspacePaused || status === 'paused',
    automaticSender: autoSubmitted || isExcludedBuyer(excludedSenders, senders),
  };
}
