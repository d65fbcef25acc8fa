import { Injectable } from '@nestjs/common';
import {
  ConversationsRepository,
  DraftsRepository,
  ReplyDraftsRepository,
  UnitOfWork,
  newId,
  refuse,
  type Refused,
  type ReplyDraftEntity,
} from '@dangol/db';
import { Clock } from '../platform/clock/clock.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import type { SaveReplyDraftInput } from './reply.model.ts';

/** Keeps what a member is typing, per conversation, on the server: nothing typed is lost, and it follows to other devices. */
@Injectable()
export class SaveReplyDraftUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly conversations: ConversationsRepository,
    private readonly drafts: DraftsRepository,
    private readonly replyDrafts: ReplyDraftsRepository,
    private readonly clock: Clock,
  ) {}

  execute(ctx: RequestContext, input: SaveReplyDraftInput): Promise<ReplyDraftEntity | Refused<NotFound>> {
    return this.unitOfWork.run<ReplyDraftEntity | Refused<NotFound>>(ctx, async () => {
      const memberId = ctx.member?.id;
      const conversation = await this.conversations.findById(ctx, input.conversationId);
      const draft = input.draftId ? await this.drafts.findById(ctx, input.draftId) : null;
      if (!memberId || !conversation || (input.draftId && draft?.conversationId !== conversation.id))
        return refuse(new NotFound());
      const key = { conversationId: conversation.id, memberId };
      const kept = { text: input.text, draftId: input.draftId ?? null, updatedAt: this.clock.now() };
      const id = newId();
      if (await this.replyDrafts.insertIfNew(ctx, { id, ...key, ...kept }, ['conversationId', 'memberId']))
        return this.replyDrafts.getById(ctx, id);
      const [own] = await this.replyDrafts.find(ctx, key, { limit: 1, lock: true });
      await this.replyDrafts.update(ctx, own!.id, kept);
      return this.replyDrafts.getById(ctx, own!.id);
    });
  }
}
