import { Injectable } from '@nestjs/common';
import {
  ConversationsRepository,
  MailReferencesRepository,
  MessagesRepository,
  TenantDatabase,
  UnitOfWork,
  newId,
  type TenantContext,
} from '@dangol/db';
import type { OutgoingMail, OutgoingReply } from '../channel-adapter.ts';
import { domainOf, readMailConnection } from './mail-connection.ts';
import { readMessageMail } from './message-mail.ts';
import { claimedMessage, ownMessageId } from './parsing/message-ids.ts';

/** RFC 5322 sets no limit; so many say where a thread began and what was answered last. */
const MAX_REFERENCES = 30;

/** A conversation that mail belongs to. */
export interface MailThread {
  readonly conversationId: string;
  readonly externalId: string;
  readonly buyerId: string;
}

/** Threads of mail: by Message-IDs only, never by what a subject says. */
@Injectable()
export class MailThreads {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly conversations: ConversationsRepository,
    private readonly messages: MessagesRepository,
    private readonly references: MailReferencesRepository,
  ) {}

  /**
   * The conversation that one of these Message-IDs belongs to, and that one of these addresses has part in: as an address of its
   * buyer, or as sender or recipient of one of its mails. Who only knows a Message-ID does not get in. Of
   * several the buyer's own counts, and of those the one that was answered last.
   */
  async find(
    ctx: TenantContext,
    channelId: string,
    messageIds: readonly string[],
    addresses: readonly string[],
  ): Promise<MailThread | null> {
    if (messageIds.length === 0 || addresses.length === 0) return null;
    const [thread] = await this.database.query<MailThread>(
      ctx,
      `with mentioned as (
         select r.conversation_id, n.place from unnest($3::text[]) with ordinality n (header, place)
         join mail_references r on r.workspace_id = $1 and r.channel_id = $2 and r.message_header = n.header
         union all
         select m.conversation_id, n.place from unnest($5::uuid[]) with ordinality n (id, place)
         join messages m on m.workspace_id = $1 and m.id = n.id and m.channel_id = $2),
       named as (select conversation_id, max(place) as place from mentioned group by 1)
       select c.id as "conversationId", c.external_id as "externalId", c.buyer_id as "buyerId"
       from named join conversations c on c.workspace_id = $1 and c.id = named.conversation_id
       cross join lateral (select
         exists (select from buyer_identities i where i.workspace_id = $1 and i.buyer_id = c.buyer_id and i.external_id = any ($4::text[]))
         or exists (select from buyer_contacts b where b.workspace_id = $1 and b.buyer_id = c.buyer_id and lower(b.email) = any ($4::text[])) as own) w
       where w.own or exists (select from messages m where m.workspace_id = $1 and m.conversation_id = c.id and m.mail is not null
         and (m.mail->>'from' = any ($4::text[]) or m.mail->'recipients' ?| $4::text[]))
       order by w.own desc, named.place desc, c.created_at, c.id limit 1`,
      // Ours are known without being remembered: a crash after a mail was taken must not lose the answer to it.
      [ctx.workspaceId, channelId, messageIds, addresses, messageIds.map(claimedMessage)],
    );
    return thread ?? null;
  }

  /** The message of ours that a Message-ID names, on this channel; null when it only looks like one. */
  async ownMessage(
    ctx: TenantContext,
    channelId: string,
    header: string | null,
  ): Promise<{ id: string; conversationId: string } | null> {
    const id = header === null ? null : claimedMessage(header);
    const message = id === null ? null : await this.messages.findById(ctx, id);
    return message?.channelId === channelId && message.direction === 'outbound' ? message : null;
  }

  /** Remembers that these Message-IDs belong to the conversation. */
  async remember(
    ctx: TenantContext,
    channelId: string,
    conversationId: string,
    messageIds: readonly string[],
  ): Promise<void> {
    for (const messageHeader of new Set(messageIds))
      await this.references.insertIfNew(ctx, { id: newId(), channelId, conversationId, messageHeader }, [
        'channelId',
        'conversationId',
        'messageHeader',
      ]);
  }

  /** To whom the next mail of a conversation goes, and what it answers; null when no address is known. */
  async outgoing(ctx: TenantContext, { conversationId }: { conversationId: string }): Promise<OutgoingMail | null> {
    const conversation = await this.conversations.getById(ctx, conversationId);
    const answered = await this.lastOfBuyer(ctx, conversationId);
    const mail = readMessageMail(answered?.mail ?? null);
    const to = mail?.replyTo ?? mail?.from ?? (await this.addressOf(ctx, conversation.buyerId, conversation.channelId));
    if (to === null) return null;
    const subject = conversation.subject ?? '';
    return {
      to,
      toName: null,
      subject: answered && !/^\s*(re|aw|antw|sv|회신|답장|回复|答复)\s*(\[\d+\])?\s*[:：]/i.test(subject) ? `Re: ${subject}`.trim() : subject, // prettier-ignore
      inReplyTo: mail?.messageId ?? null,
      references: shortened([...(mail?.references ?? []), ...(mail?.messageId ? [mail.messageId] : [])]),
    };
  }

  /** Remembers a mail that left, so that the answer to it finds back here; the address stands in the message from then on. */
  async sent(ctx: TenantContext, reply: OutgoingReply): Promise<void> {
    const { mail } = reply;
    if (!mail) return;
    await this.unitOfWork.run(ctx, async () => {
      const [channel] = await this.database.query<{ id: string; mail: object | null }>(
        ctx,
        `select ch.id, ch.mail from conversations c join channels ch on ch.workspace_id = c.workspace_id and ch.id = c.channel_id
         where c.workspace_id = $1 and c.id = $2`,
        [ctx.workspaceId, reply.conversationId],
      );
      if (!channel?.mail) return;
      const { address } = readMailConnection(channel.mail);
      const messageId = ownMessageId(reply.id, domainOf(address));
      const headers = { messageId, references: mail.references, from: address, replyTo: null, recipients: [mail.to] };
      await this.messages.update(ctx, reply.id, { mail: headers });
      await this.remember(ctx, channel.id, reply.conversationId, [messageId]);
    });
  }

  private async lastOfBuyer(ctx: TenantContext, conversationId: string): Promise<{ mail: object } | null> {
    const [message] = await this.database.query<{ mail: object }>(
      ctx,
      `select mail from messages where workspace_id = $1 and conversation_id = $2 and direction = 'inbound' and mail is not null
       order by auto_submitted, sent_at desc, id desc limit 1`,
      [ctx.workspaceId, conversationId],
    );
    return message ?? null;
  }

  /** The buyer's address on this channel, else that of a contact. */
  private async addressOf(ctx: TenantContext, buyerId: string, channelId: string): Promise<string | null> {
    const [row] = await this.database.query<{ address: string }>(
      ctx,
      `select address from (
         select external_id as address, 1 as rank, seen_at as at from buyer_identities where workspace_id = $1 and buyer_id = $2 and channel_id = $3
         union all select lower(email), 2, created_at from buyer_contacts where workspace_id = $1 and buyer_id = $2 and email is not null) known
       where address like '%_@_%' order by rank, at desc limit 1`,
      [ctx.workspaceId, buyerId, channelId],
    );
    return row?.address ?? null;
  }
}

/** The first, because it names the thread, and the newest. */
function shortened(references: readonly string[]): string[] {
  const ids = [...new Set(references)];
  return ids.length <= MAX_REFERENCES ? ids : [ids[0]!, ...ids.slice(1 - MAX_REFERENCES)];
}
