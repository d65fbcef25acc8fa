import { Injectable } from '@nestjs/common';
import { gradeRank, levelRank } from '@dangol/crm';
import {
  BuyersRepository,
  ConversationsRepository,
  EventLog,
  MessagesRepository,
  TenantDatabase,
  UnitOfWork,
  newId,
  type TenantContext,
} from '@dangol/db';
import type { InboundMessageBody } from '../channels/index.ts';
import { nextRevision } from './next-revision.ts';

/** Where a message ended up. `known` when the channel had delivered it before under another raw id. */
export interface ThreadedMessage {
  conversationId: string;
  messageId: string;
  known: boolean;
}

/** Puts a message of a channel into its conversation: one conversation per channel thread, one message per channel id. */
@Injectable()
export class ThreadMessageUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly buyers: BuyersRepository,
    private readonly conversations: ConversationsRepository,
    private readonly messages: MessagesRepository,
    private readonly events: EventLog,
  ) {}

  /** The caller holds the lock on the conversation's external id. */
  execute(
    ctx: TenantContext,
    channelId: string,
    buyerId: string,
    body: InboundMessageBody,
    now: Date,
  ): Promise<ThreadedMessage> {
    return this.unitOfWork.run(ctx, async () => {
      const conversationId = await this.conversationOf(ctx, channelId, buyerId, body, now);
      const [known] = await this.messages.find(ctx, { channelId, externalId: body.externalId }, { limit: 1 });
      if (known) return { conversationId: known.conversationId, messageId: known.id, known: true };
      const inbound = body.direction === 'inbound';
      const messageId = newId();
      const sentAt = new Date(body.sentAt);
      await this.messages.insert(ctx, {
        id: messageId,
        conversationId,
        channelId,
        direction: inbound ? 'inbound' : 'outbound',
        authorKind: inbound ? 'buyer' : 'platform',
        externalId: body.externalId,
        revision: await nextRevision(this.database, ctx, conversationId),
        text: body.text,
        html: body.html ?? null,
        attachments: (body.attachments ?? []).map(({ name, contentType, url }) => ({
          name,
          contentType,
          url: url ?? null,
        })),
        sentAt,
        createdAt: now,
        // A reply made in the marketplace's own app counts at platform time, however late it reaches us.
        ...(!inbound && { deliveryStatus: 'delivered' as const, acceptedAt: sentAt }),
      });
      if (inbound) await this.supersedeDrafts(ctx, conversationId, now);
      this.events.append(ctx, {
        verb: inbound ? 'message.received' : 'message.sent_elsewhere',
        subjectKind: 'message',
        subjectId: messageId,
        buyerId,
        conversationId,
      });
      return { conversationId, messageId, known: false };
    });
  }

  private async conversationOf(
    ctx: TenantContext,
    channelId: string,
    buyerId: string,
    body: InboundMessageBody,
    now: Date,
  ): Promise<string> {
    const externalId = body.conversation.externalId;
    const [known] = await this.conversations.find(ctx, { channelId, externalId }, { limit: 1, lock: true });
    if (known) return known.id;
    const buyer = await this.buyers.getById(ctx, buyerId);
    const id = newId();
    await this.conversations.insert(ctx, {
      id,
      channelId,
      externalId,
      buyerId,
      subject: body.conversation.subject ?? null,
      status: 'answered',
      assigneeId: buyer.ownerId,
      gradeRank: gradeRank(buyer.grade),
      levelRank: levelRank(buyer.platformLevel),
      lastMessageAt: new Date(body.sentAt),
      lastDirection: body.direction,
      createdAt: now,
    });
    this.events.append(ctx, {
      verb: 'conversation.opened',
      subjectKind: 'conversation',
      subjectId: id,
      buyerId,
      conversationId: id,
    });
    return id;
  }

  /** A newer buyer message outdates the draft for the one before. */
  private async supersedeDrafts(ctx: TenantContext, conversationId: string, now: Date): Promise<void> {
    await this.database.query(
      ctx,
      `update drafts set status = 'outdated', ended_at = $3 where workspace_id = $1 and conversation_id = $2 and status = 'ready'`,
      [ctx.workspaceId, conversationId, now],
    );
  }
}
