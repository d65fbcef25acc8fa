import { Injectable } from '@nestjs/common';
import {
  ConversationsRepository,
  EventLog,
  MembersRepository,
  UnitOfWork,
  refuse,
  type ConversationEntity,
} from '@dangol/db';
import { Clock } from '../platform/clock/clock.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { RefreshClocksUseCase } from '../sla/index.ts';
import type { ConversationOutcome } from './end-inquiry.use-case.ts';
import { ConversationStatus } from './inbox.model.ts';
import { ConversationNotOpen } from './reply.model.ts';

/** Acts that stop no clock: assignment, closing and reopening. */
@Injectable()
export class ArrangeConversationUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly conversations: ConversationsRepository,
    private readonly members: MembersRepository,
    private readonly refreshClocks: RefreshClocksUseCase,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  assign(ctx: RequestContext, conversationId: string, memberId: string | null): Promise<ConversationOutcome> {
    return this.unitOfWork.run<ConversationOutcome>(ctx, async () => {
      const conversation = await this.conversations.findById(ctx, conversationId, { lock: true });
      const member = memberId ? await this.members.findById(ctx, memberId) : null;
      if (!conversation || (memberId && member?.status !== 'active')) return refuse(new NotFound());
      if (conversation.assigneeId !== memberId) {
        await this.conversations.update(ctx, conversation.id, { assigneeId: memberId });
        this.append(ctx, 'conversation.assigned', conversation, { from: conversation.assigneeId, to: memberId });
      }
      return { conversationId };
    });
  }

  /** A buyer who waits cannot be closed away: that takes a reply, a decline or a spam report. */
  close(ctx: RequestContext, conversationId: string): Promise<ConversationOutcome> {
    return this.unitOfWork.run<ConversationOutcome>(ctx, async () => {
      const conversation = await this.conversations.findById(ctx, conversationId, { lock: true });
      if (!conversation) return refuse(new NotFound());
      if (conversation.status === 'waiting') return refuse(new ConversationNotOpen(ConversationStatus.WAITING));
      if (conversation.status !== 'closed') {
        await this.conversations.update(ctx, conversation.id, { status: 'closed' });
        this.append(ctx, 'conversation.closed', conversation);
      }
      return { conversationId };
    });
  }

  reopen(ctx: RequestContext, conversationId: string): Promise<ConversationOutcome> {
    return this.unitOfWork.run<ConversationOutcome>(ctx, async () => {
      const conversation = await this.conversations.findById(ctx, conversationId, { lock: true });
      if (!conversation) return refuse(new NotFound());
      if (conversation.status === 'closed') {
        await this.conversations.update(ctx, conversation.id, { status: 'answered' });
        await this.refreshClocks.execute(ctx, conversation.id, this.clock.now());
        this.append(ctx, 'conversation.reopened', conversation);
      }
      return { conversationId };
    });
  }

  private append(
    ctx: RequestContext,
    verb: string,
    conversation: ConversationEntity,
    data: Record<string, unknown> = {},
  ): void {
    this.events.append(ctx, {
      verb,
      subjectKind: 'conversation',
      subjectId: conversation.id,
      conversationId: conversation.id,
      buyerId: conversation.buyerId,
      data,
    });
  }
}
