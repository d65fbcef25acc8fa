import { Injectable } from '@nestjs/common';
import {
  ConversationsRepository,
  EventLog,
  TenantDatabase,
  UnitOfWork,
  newId,
  refuse,
  type ConversationEntity,
  type Refused,
} from '@dangol/db';
import { RegradeBuyerUseCase } from '../buyers/index.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { INQUIRY_DECLINED, INQUIRY_SPAM_REPORTED, RefreshClocksUseCase, decisionEntry } from '../sla/index.ts';
import { ConversationStatus } from './inbox.model.ts';
import { ConversationNotOpen, type EndInquiryInput } from './reply.model.ts';

export type ConversationOutcome = { conversationId: string } | Refused<NotFound | ConversationNotOpen>;

/** Ends an inquiry without a reply: declined, or reported as spam. Both stop the clock and are counted apart (spec sla, rule 2). */
@Injectable()
export class EndInquiryUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly conversations: ConversationsRepository,
    private readonly refreshClocks: RefreshClocksUseCase,
    private readonly regradeBuyer: RegradeBuyerUseCase,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  decline(ctx: RequestContext, input: EndInquiryInput): Promise<ConversationOutcome> {
    return this.end(ctx, input, INQUIRY_DECLINED, 'declined');
  }

  reportSpam(ctx: RequestContext, input: EndInquiryInput): Promise<ConversationOutcome> {
    return this.end(ctx, input, INQUIRY_SPAM_REPORTED, 'spam');
  }

  private end(
    ctx: RequestContext,
    input: EndInquiryInput,
    verb: string,
    ended: ConversationEntity['status'],
  ): Promise<ConversationOutcome> {
    return this.unitOfWork.run<ConversationOutcome>(ctx, async () => {
      const conversation = await this.conversations.findById(ctx, input.conversationId, { lock: true });
      if (!conversation) return refuse(new NotFound());
      if (conversation.status === ended) return { conversationId: conversation.id };
      if (!conversation.waitingSince) return refuse(new ConversationNotOpen(conversation.status as ConversationStatus));
      // One that was put away unanswered stays so until somebody says how it ended.
      if (conversation.status === 'closed')
        await this.conversations.update(ctx, conversation.id, { status: 'waiting' });
      const now = this.clock.now();
      await this.refreshClocks.execute(ctx, conversation.id, now, [decisionEntry(newId(), verb, now)]);
      await this.database.query(
        ctx,
        `update inquiries set end_reason = $3 where workspace_id = $1 and conversation_id = $2 and ended_at = $4`,
        [ctx.workspaceId, conversation.id, input.reason, now],
      );
      await this.regradeBuyer.execute(ctx, conversation.buyerId, 'inquiry_ended', now);
      this.events.append(ctx, {
        at: now, // the log says the same instant as the inquiry: it is derived from it again
        verb,
        subjectKind: 'conversation',
        subjectId: conversation.id,
        conversationId: conversation.id,
        buyerId: conversation.buyerId,
      });
      return { conversationId: conversation.id };
    });
  }
}
