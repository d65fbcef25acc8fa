import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { TenantDatabase, isRefused } from '@dangol/db';
import { Clock } from '../../platform/clock/clock.ts';
import { Ctx, type RequestContext } from '../../platform/context/request-context.ts';
import { Allow } from '../../platform/permissions/allow.decorator.ts';
import { Message } from '../conversation.model.ts';
import { queryConversation, queryMessagesById } from '../conversation.query.ts';
import { ConversationSaved, ReplySaved } from '../reply.model.ts';
import { LogCallInput, LogCallResult, RecordInquiryInput, RecordInquiryResult } from './hand-entry.model.ts';
import { LogCallUseCase } from './log-call.use-case.ts';
import { RecordInquiryUseCase } from './record-inquiry.use-case.ts';

/** What people write down by hand. */
@Resolver(() => Message)
export class HandEntryResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly recordInquiries: RecordInquiryUseCase,
    private readonly logCalls: LogCallUseCase,
    private readonly clock: Clock,
  ) {}

  @Mutation(() => RecordInquiryResult, {
    description: 'Writes an inquiry down that came by phone or at a fair; its clocks run from the time it was said.',
  })
  @Allow('inbox:reply')
  async recordInquiry(
    @Ctx() ctx: RequestContext,
    @Args('input') input: RecordInquiryInput,
  ): Promise<typeof RecordInquiryResult> {
    const outcome = await this.recordInquiries.execute(ctx, input);
    if (isRefused(outcome)) return outcome.refusal;
    const { conversationId } = outcome;
    return new ConversationSaved((await queryConversation(this.database, ctx, conversationId, this.clock.now()))!);
  }

  @Mutation(() => LogCallResult, { description: 'Keeps a call with a buyer; it counts as a reply.' })
  @Allow('inbox:reply')
  async logCall(@Ctx() ctx: RequestContext, @Args('input') input: LogCallInput): Promise<typeof LogCallResult> {
    const outcome = await this.logCalls.execute(ctx, input);
    if (isRefused(outcome)) return outcome.refusal;
    const [message] = await queryMessagesById(this.database, ctx, [outcome.messageId]);
    const conversation = await queryConversation(this.database, ctx, outcome.conversationId, this.clock.now());
    return new ReplySaved(message!, conversation!);
  }
}
