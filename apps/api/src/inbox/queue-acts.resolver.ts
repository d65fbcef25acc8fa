import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { TenantDatabase, isRefused } from '@dangol/db';
import { Clock } from '../platform/clock/clock.ts';
import { Ctx, type RequestContext } from '../platform/context/request-context.ts';
import { UuidPipe } from '../platform/graphql/uuid.pipe.ts';
import { Allow } from '../platform/permissions/allow.decorator.ts';
import { Conversation } from './conversation.model.ts';
import { queryConversation } from './conversation.query.ts';
import { SetTopicInput, SnoozeInput, SnoozeResult } from './queue-acts.model.ts';
import { ConversationResult, ConversationSaved } from './reply.model.ts';
import { SetTopicUseCase } from './set-topic.use-case.ts';
import { SnoozeConversationUseCase } from './snooze-conversation.use-case.ts';

/** How people sort the queue. */
@Resolver(() => Conversation)
export class QueueActsResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly snoozing: SnoozeConversationUseCase,
    private readonly setTopicUseCase: SetTopicUseCase,
    private readonly clock: Clock,
  ) {}

  @Mutation(() => SnoozeResult, { description: 'Hides a waiting conversation until before it is due. No clock stops.' })
  @Allow('inbox:assign')
  async snoozeConversation(
    @Ctx() ctx: RequestContext,
    @Args('input') input: SnoozeInput,
  ): Promise<typeof SnoozeResult> {
    const outcome = await this.snoozing.snooze(ctx, input);
    return isRefused(outcome) ? outcome.refusal : this.saved(ctx, outcome.conversationId);
  }

  @Mutation(() => ConversationResult, { description: 'Brings a snoozed conversation back.' })
  @Allow('inbox:assign')
  async endSnooze(
    @Ctx() ctx: RequestContext,
    @Args('conversationId', { type: () => ID }, UuidPipe) conversationId: string,
  ): Promise<typeof ConversationResult> {
    const outcome = await this.snoozing.end(ctx, conversationId);
    return isRefused(outcome) ? outcome.refusal : this.saved(ctx, outcome.conversationId);
  }

  @Mutation(() => ConversationResult, { description: 'Says what a conversation is about; the assistant keeps it.' })
  @Allow('inbox:assign')
  async setTopic(@Ctx() ctx: RequestContext, @Args('input') input: SetTopicInput): Promise<typeof ConversationResult> {
    const outcome = await this.setTopicUseCase.execute(ctx, input);
    return isRefused(outcome) ? outcome.refusal : this.saved(ctx, outcome.conversationId);
  }

  private async saved(ctx: RequestContext, conversationId: string): Promise<ConversationSaved> {
    return new ConversationSaved((await queryConversation(this.database, ctx, conversationId, this.clock.now()))!);
  }
}
