import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { TenantDatabase, isRefused } from '@dangol/db';
import { Clock } from '../platform/clock/clock.ts';
import { Ctx, type RequestContext } from '../platform/context/request-context.ts';
import { UuidPipe } from '../platform/graphql/uuid.pipe.ts';
import { Allow } from '../platform/permissions/allow.decorator.ts';
import { ArrangeConversationUseCase } from './arrange-conversation.use-case.ts';
import { Conversation } from './conversation.model.ts';
import { queryConversation } from './conversation.query.ts';
import { EndInquiryUseCase, type ConversationOutcome } from './end-inquiry.use-case.ts';
import { AssignConversationInput, ConversationResult, ConversationSaved, EndInquiryInput } from './reply.model.ts';

/** What a person does with a conversation other than writing. */
@Resolver(() => Conversation)
export class ConversationActsResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly arrange: ArrangeConversationUseCase,
    private readonly endInquiry: EndInquiryUseCase,
    private readonly clock: Clock,
  ) {}

  @Mutation(() => ConversationResult, { description: 'Gives a conversation to a member, or to nobody.' })
  @Allow('inbox:assign')
  async assignConversation(
    @Ctx() ctx: RequestContext,
    @Args('input') input: AssignConversationInput,
  ): Promise<typeof ConversationResult> {
    return this.answer(ctx, await this.arrange.assign(ctx, input.conversationId, input.memberId ?? null));
  }

  @Mutation(() => ConversationResult, { description: 'Ends the open inquiry without a reply; it is counted apart.' })
  @Allow('inbox:end')
  async declineInquiry(
    @Ctx() ctx: RequestContext,
    @Args('input') input: EndInquiryInput,
  ): Promise<typeof ConversationResult> {
    return this.answer(ctx, await this.endInquiry.decline(ctx, input));
  }

  @Mutation(() => ConversationResult, { description: 'Ends the open inquiry as spam; it leaves the response figures.' })
  @Allow('inbox:end')
  async reportSpam(
    @Ctx() ctx: RequestContext,
    @Args('input') input: EndInquiryInput,
  ): Promise<typeof ConversationResult> {
    return this.answer(ctx, await this.endInquiry.reportSpam(ctx, input));
  }

  @Mutation(() => ConversationResult, {
    description: 'Puts a conversation away. A buyer who waits is still counted as unanswered.',
  })
  @Allow('inbox:end')
  async closeConversation(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }, UuidPipe) id: string,
  ): Promise<typeof ConversationResult> {
    return this.answer(ctx, await this.arrange.close(ctx, id));
  }

  @Mutation(() => ConversationResult, { description: 'Brings a closed conversation back.' })
  @Allow('inbox:end')
  async reopenConversation(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }, UuidPipe) id: string,
  ): Promise<typeof ConversationResult> {
    return this.answer(ctx, await this.arrange.reopen(ctx, id));
  }

  private async answer(ctx: RequestContext, outcome: ConversationOutcome): Promise<typeof ConversationResult> {
    if (isRefused(outcome)) return outcome.refusal;
    return new ConversationSaved(
      (await queryConversation(this.database, ctx, outcome.conversationId, this.clock.now()))!,
    );
  }
}
