import { Injectable } from '@nestjs/common';
import { ConversationsRepository, EventLog, UnitOfWork, refuse } from '@dangol/db';
import type { RequestContext } from '../platform/context/request-context.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import type { ConversationOutcome } from './end-inquiry.use-case.ts';
import type { SetTopicInput } from './queue-acts.model.ts';

/** A person says what a conversation is about; the assistant leaves it so from then on. */
@Injectable()
export class SetTopicUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly conversations: ConversationsRepository,
    private readonly events: EventLog,
  ) {}

  execute(ctx: RequestContext, { conversationId, topic }: SetTopicInput): Promise<ConversationOutcome> {
    return this.unitOfWork.run<ConversationOutcome>(ctx, async () => {
      const conversation = await this.conversations.findById(ctx, conversationId, { lock: true });
      if (!conversation) return refuse(new NotFound());
      if (conversation.topic === topic && conversation.topicBy === 'member') return { conversationId };
      await this.conversations.update(ctx, conversationId, { topic, topicBy: 'member' });
      this.events.append(ctx, {
        verb: 'conversation.topic_changed',
        subjectKind: 'conversation',
        subjectId: conversationId,
        conversationId,
        buyerId: conversation.buyerId,
        data: { from: conversation.topic, to: topic, by: conversation.topicBy },
      });
      return { conversationId };
    });
  }
}
