import { Injectable } from '@nestjs/common';
import {
  EventLog,
  JobQueue,
  MessagesRepository,
  ReplyDraftsRepository,
  UnitOfWork,
  newId,
  refuse,
  type MessageEntity,
  type Refused,
} from '@dangol/db';
import { Clock } from '../platform/clock/clock.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { RefreshClocksUseCase } from '../sla/index.ts';
import { queueDelivery } from './queue-delivery.ts';
import { AlreadySent } from './reply.model.ts';
import { ReplyAttachments } from './reply-attachments.ts';
import type { SavedReply } from './send-reply.use-case.ts';

export type ChangeDeliveryOutcome = SavedReply | Refused<NotFound | AlreadySent>;

/** Takes a queued reply back, or tries a failed one again. */
@Injectable()
export class ChangeDeliveryUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly messages: MessagesRepository,
    private readonly replyDrafts: ReplyDraftsRepository,
    private readonly attachments: ReplyAttachments,
    private readonly refreshClocks: RefreshClocksUseCase,
    private readonly jobs: JobQueue,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** The text becomes the viewer's reply draft again and the files wait beside it, so that nothing is lost. */
  cancel(ctx: RequestContext, messageId: string): Promise<ChangeDeliveryOutcome> {
    return this.change(ctx, messageId, ['queued', 'failed'], 'reply.cancelled', async (message, now) => {
      await this.messages.update(ctx, message.id, { deliveryStatus: 'cancelled', deliverAt: null });
      await this.attachments.giveBack(ctx, message.id, now);
      if (!ctx.member) return;
      const key = { conversationId: message.conversationId, memberId: ctx.member.id };
      const kept = { text: message.text, draftId: message.draftId, updatedAt: now };
      const [own] = await this.replyDrafts.find(ctx, key, { limit: 1, lock: true });
      // Words typed meanwhile stay below the ones taken back.
      if (own)
        await this.replyDrafts.update(ctx, own.id, {
          ...kept,
          text: own.text.trim() ? `${message.text}\n\n${own.text}` : message.text,
        });
      else await this.replyDrafts.insert(ctx, { id: newId(), ...key, ...kept });
    });
  }

  /** Takes a message back that nobody typed into the composer, so its words do not return there. */
  withdraw(ctx: RequestContext, messageId: string): Promise<ChangeDeliveryOutcome> {
    return this.change(ctx, messageId, ['queued'], 'reply.cancelled', (message) =>
      this.messages.update(ctx, message.id, { deliveryStatus: 'cancelled', deliverAt: null }),
    );
  }

  resend(ctx: RequestContext, messageId: string): Promise<ChangeDeliveryOutcome> {
    return this.change(ctx, messageId, ['failed'], 'reply.resent', async (message, now) => {
      await this.messages.update(ctx, message.id, {
        deliveryStatus: 'queued',
        deliverAt: now,
        deliveryAttempts: 0,
        deliveryError: null,
      });
      await queueDelivery(this.jobs, ctx, message.id, now);
    });
  }

  private change(
    ctx: RequestContext,
    messageId: string,
    from: MessageEntity['deliveryStatus'][],
    verb: string,
    act: (message: MessageEntity, now: Date) => Promise<void>,
  ): Promise<ChangeDeliveryOutcome> {
    return this.unitOfWork.run<ChangeDeliveryOutcome>(ctx, async () => {
      const message = await this.messages.findById(ctx, messageId, { lock: true });
      if (message?.direction !== 'outbound') return refuse(new NotFound());
      if (!from.includes(message.deliveryStatus)) return refuse(new AlreadySent());
      const now = this.clock.now();
      await act(message, now);
      await this.refreshClocks.execute(ctx, message.conversationId, now);
      this.events.append(ctx, {
        verb,
        subjectKind: 'message',
        subjectId: message.id,
        conversationId: message.conversationId,
      });
      return { messageId: message.id, conversationId: message.conversationId };
    });
  }
}
