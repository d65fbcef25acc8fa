import { Injectable } from '@nestjs/common';
import { checkSnooze } from '@dangol/crm';
import {
  ConversationsRepository,
  EventLog,
  JobQueue,
  UnitOfWork,
  refuse,
  type ConversationEntity,
  type Refused,
} from '@dangol/db';
import { Clock } from '../platform/clock/clock.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { CodedError } from '../platform/errors/coded-error.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { wakeQueue } from '../sla/index.ts';
import type { ConversationOutcome } from './end-inquiry.use-case.ts';
import { ConversationStatus } from './inbox.model.ts';
import { SnoozeTooLong, type SnoozeInput } from './queue-acts.model.ts';
import { ConversationNotOpen } from './reply.model.ts';

export type SnoozeOutcome = ConversationOutcome | Refused<SnoozeTooLong>;

/** Hides waiting conversations for a while, never past their due time. No clock stops (spec sla, rule 2). */
@Injectable()
export class SnoozeConversationUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly conversations: ConversationsRepository,
    private readonly jobs: JobQueue,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** @throws CodedError BAD_USER_INPUT for an instant that is not in the future */
  snooze(ctx: RequestContext, { conversationId, until, reason }: SnoozeInput): Promise<SnoozeOutcome> {
    return this.unitOfWork.run<SnoozeOutcome>(ctx, async () => {
      const conversation = await this.conversations.findById(ctx, conversationId, { lock: true });
      if (!conversation) return refuse(new NotFound());
      if (conversation.status !== 'waiting' || !conversation.dueAt)
        return refuse(new ConversationNotOpen(conversation.status as ConversationStatus));
      const verdict = checkSnooze(until.getTime(), conversation.dueAt.getTime(), this.clock.now().getTime());
      if (!verdict.allowed) {
        if (verdict.reason === 'past') throw new CodedError('BAD_USER_INPUT', 'A snooze ends in the future');
        return refuse(new SnoozeTooLong(verdict.latestMs === null ? null : new Date(verdict.latestMs)));
      }
      if (conversation.snoozedUntil?.getTime() === until.getTime() && conversation.snoozeReason === reason)
        return { conversationId };
      await this.conversations.update(ctx, conversationId, {
        snoozedUntil: until,
        snoozeReason: reason,
        snoozedBy: ctx.member?.id ?? null,
      });
      await wakeQueue(this.jobs, ctx, until);
      this.append(ctx, 'conversation.snoozed', conversation, { until: until.toISOString() });
      return { conversationId };
    });
  }

  /** Brings a snoozed conversation back now; one that is not snoozed stays as it is. */
  end(ctx: RequestContext, conversationId: string): Promise<ConversationOutcome> {
    return this.unitOfWork.run<ConversationOutcome>(ctx, async () => {
      const conversation = await this.conversations.findById(ctx, conversationId, { lock: true });
      if (!conversation) return refuse(new NotFound());
      if (conversation.snoozedUntil) {
        await this.conversations.update(ctx, conversationId, {
          snoozedUntil: null,
          snoozeReason: null,
          snoozedBy: null,
        });
        this.append(ctx, 'conversation.snooze_ended', conversation, { cause: 'member' });
      }
      return { conversationId };
    });
  }

  private append(
    ctx: RequestContext,
    verb: string,
    { id, buyerId }: ConversationEntity,
    data: Record<string, unknown>,
  ) {
    this.events.append(ctx, { verb, subjectKind: 'conversation', subjectId: id, conversationId: id, buyerId, data });
  }
}
