import { Injectable } from '@nestjs/common';
import {
  ConversationsRepository,
  EventLog,
  JobQueue,
  MessagesRepository,
  TenantDatabase,
  UnitOfWork,
  refuse,
  type Refused,
} from '@dangol/db';
import { Clock } from '../../platform/clock/clock.ts';
import type { RequestContext } from '../../platform/context/request-context.ts';
import { NotFound } from '../../platform/graphql/refusal.type.ts';
import { refreshPromise } from '../../promises/index.ts';
import { RefreshClocksUseCase } from '../../sla/index.ts';
import { nextRevision } from '../next-revision.ts';
import type { SavedReply } from '../send-reply.use-case.ts';
import { InvalidEntry, type LogCallInput } from './hand-entry.model.ts';

/** The call as a message of its conversation. */
export type LogCallOutcome = SavedReply | Refused<NotFound | InvalidEntry>;

/** Keeps a call with a buyer. It counts as a reply at the time of the call, however late it is written down (spec sla, rule 2). */
@Injectable()
export class LogCallUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly conversations: ConversationsRepository,
    private readonly messages: MessagesRepository,
    private readonly refreshClocks: RefreshClocksUseCase,
    private readonly jobs: JobQueue,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  execute(ctx: RequestContext, { id, conversationId, at, text }: LogCallInput): Promise<LogCallOutcome> {
    return this.unitOfWork.run<LogCallOutcome>(ctx, async () => {
      const conversation = await this.conversations.findById(ctx, conversationId, { lock: true });
      if (!conversation) return refuse(new NotFound());
      const saved = { messageId: id, conversationId: conversation.id };
      const known = await this.messages.findById(ctx, id);
      if (known) return known.conversationId === conversation.id ? saved : refuse(new NotFound());
      const now = this.clock.now();
      if (at > now) return refuse(new InvalidEntry('at', 'A call cannot have been in the future'));
      await this.messages.insert(ctx, {
        id,
        conversationId: conversation.id,
        channelId: conversation.channelId,
        direction: 'call',
        authorKind: 'member',
        authorMemberId: ctx.member?.id ?? null,
        revision: await nextRevision(this.database, ctx, conversation.id),
        text,
        sentAt: at,
        createdAt: now,
      });
      await this.settle(ctx, conversation.id, conversation.buyerId, at, now);
      await this.refreshClocks.execute(ctx, conversation.id, now);
      await refreshPromise(this.database, this.jobs, ctx, conversation.id);
      const about = { subjectKind: 'message', subjectId: id, conversationId: conversation.id };
      this.events.append(ctx, { ...about, verb: 'call.logged', buyerId: conversation.buyerId });
      return saved;
    });
  }

  /** The buyer was in contact with us then; a draft for what the call answered is outdated. */
  private async settle(
    ctx: RequestContext,
    conversationId: string,
    buyerId: string,
    at: Date,
    now: Date,
  ): Promise<void> {
    await this.database.query(
      ctx,
      `update buyers set last_contact_at = greatest(last_contact_at, $3) where workspace_id = $1 and id = $2`,
      [ctx.workspaceId, buyerId, at],
    );
    await this.database.query(
      ctx,
      `update drafts set status = 'outdated', ended_at = $3 where workspace_id = $1 and conversation_id = $2 and status = 'ready'`,
      [ctx.workspaceId, conversationId, now],
    );
  }
}
