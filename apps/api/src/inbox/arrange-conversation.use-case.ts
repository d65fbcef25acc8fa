import { Injectable } from '@nestjs/common';
import {
  ConversationsRepository,
  EventLog,
  MembersRepository,
  UnitOfWork,
  newId,
  refuse,
  type ConversationEntity,
} from '@dangol/db';
import { Clock } from '../platform/clock/clock.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { CONVERSATION_CLOSED, CONVERSATION_REOPENED, RefreshClocksUseCase, decisionEntry } from '../sla/index.ts';
import type { ConversationOutcome } from './end-inquiry.use-case.ts';

/** Acts that stop no clock of a first response: assignment, closing and reopening. */
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

  /** Puts a conversation away. Where a buyer waits nothing stops: it leaves the queue, not the figures (spec sla, rule 2). */
  close(ctx: RequestContext, conversationId: string): Promise<ConversationOutcome> {
    return this.unitOfWork.run<ConversationOutcome>(ctx, async () => {
      const conversation = await this.conversations.findById(ctx, conversationId, { lock: true });
      if (!conversation) return refuse(new NotFound());
      if (conversation.status !== 'closed') {
        const unanswered = conversation.waitingSince !== null;
        const awake = { snoozedUntil: null, snoozeReason: null, snoozedBy: null };
        await this.conversations.update(ctx, conversation.id, { status: 'closed', ...awake });
        await this.decide(ctx, CONVERSATION_CLOSED, conversation, { unanswered });
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
        await this.decide(ctx, CONVERSATION_REOPENED, conversation);
      }
      return { conversationId };
    });
  }

  /** An act that the clocks read: it ends the case, or takes it up again. The log says the instant that they were given. */
  private async decide(
    ctx: RequestContext,
    verb: string,
    conversation: ConversationEntity,
    data: Record<string, unknown> = {},
  ): Promise<void> {
    const now = this.clock.now();
    await this.refreshClocks.execute(ctx, conversation.id, now, [decisionEntry(newId(), verb, now)]);
    this.append(ctx, verb, conversation, data, now);
  }

  private append(
    ctx: RequestContext,
    verb: string,
    conversation: ConversationEntity,
    data: Record<string, unknown> = {},
    at?: Date,
  ): void {
    this.events.append(ctx, {
      ...(at && { at }),
      verb,
      subjectKind: 'conversation',
      subjectId: conversation.id,
      conversationId: conversation.id,
      buyerId: conversation.buyerId,
      data,
    });
  }
}
