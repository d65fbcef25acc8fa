import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { TenantDatabase, isRefused } from '@dangol/db';
import { Clock } from '../platform/clock/clock.ts';
import { Ctx, type RequestContext } from '../platform/context/request-context.ts';
import { UuidPipe } from '../platform/graphql/uuid.pipe.ts';
import { Allow } from '../platform/permissions/allow.decorator.ts';
import { ChangeDeliveryUseCase } from './change-delivery.use-case.ts';
import { Message, ReplyDraft } from './conversation.model.ts';
import { queryConversation, queryMessagesById } from './conversation.query.ts';
import {
  AddNoteInput,
  CancelReplyResult,
  ReplySaved,
  SaveReplyDraftInput,
  SaveReplyDraftResult,
  SendReplyInput,
  SendReplyResult,
} from './reply.model.ts';
import { SaveReplyDraftUseCase } from './save-reply-draft.use-case.ts';
import { SendReplyUseCase, type SavedReply } from './send-reply.use-case.ts';

/** Writing: replies, notes, and the text before it is sent. */
@Resolver(() => Message)
export class RepliesResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly sendReplies: SendReplyUseCase,
    private readonly changeDelivery: ChangeDeliveryUseCase,
    private readonly saveDraft: SaveReplyDraftUseCase,
    private readonly clock: Clock,
  ) {}

  @Mutation(() => SendReplyResult, { description: 'Queues a reply; it leaves after the undo window.' })
  @Allow('inbox:reply')
  async sendReply(@Ctx() ctx: RequestContext, @Args('input') input: SendReplyInput): Promise<typeof SendReplyResult> {
    const outcome = await this.sendReplies.send(ctx, input);
    return isRefused(outcome) ? outcome.refusal : this.saved(ctx, outcome);
  }

  @Mutation(() => CancelReplyResult, {
    description: 'Takes a queued or failed reply back; its text becomes the reply draft again.',
  })
  @Allow('inbox:reply')
  async cancelReply(
    @Ctx() ctx: RequestContext,
    @Args('messageId', { type: () => ID }, UuidPipe) messageId: string,
  ): Promise<typeof CancelReplyResult> {
    const outcome = await this.changeDelivery.cancel(ctx, messageId);
    return isRefused(outcome) ? outcome.refusal : this.saved(ctx, outcome);
  }

  @Mutation(() => CancelReplyResult, { description: 'Tries a failed reply again, at once.' })
  @Allow('inbox:reply')
  async resendReply(
    @Ctx() ctx: RequestContext,
    @Args('messageId', { type: () => ID }, UuidPipe) messageId: string,
  ): Promise<typeof CancelReplyResult> {
    const outcome = await this.changeDelivery.resend(ctx, messageId);
    return isRefused(outcome) ? outcome.refusal : this.saved(ctx, outcome);
  }

  @Mutation(() => SaveReplyDraftResult, { description: 'Keeps what the viewer has typed so far.' })
  @Allow('inbox:reply')
  async saveReplyDraft(
    @Ctx() ctx: RequestContext,
    @Args('input') input: SaveReplyDraftInput,
  ): Promise<typeof SaveReplyDraftResult> {
    const outcome = await this.saveDraft.execute(ctx, input);
    return isRefused(outcome) ? outcome.refusal : Object.assign(new ReplyDraft(), outcome);
  }

  @Mutation(() => SendReplyResult, { description: 'Adds an internal note.' })
  @Allow('inbox:note')
  async addNote(@Ctx() ctx: RequestContext, @Args('input') input: AddNoteInput): Promise<typeof SendReplyResult> {
    const outcome = await this.sendReplies.addNote(ctx, input);
    return isRefused(outcome) ? outcome.refusal : this.saved(ctx, outcome);
  }

  private async saved(ctx: RequestContext, ids: SavedReply): Promise<ReplySaved> {
    const [message] = await queryMessagesById(this.database, ctx, [ids.messageId]);
    const conversation = await queryConversation(this.database, ctx, ids.conversationId, this.clock.now());
    return new ReplySaved(message!, conversation!);
  }
}
