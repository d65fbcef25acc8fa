import { UuidPipe } from '../platform/graphql/uuid.pipe.ts';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { TenantDatabase, isRefused, type Refused } from '@dangol/db';
import { Ctx, type RequestContext } from '../platform/context/request-context.ts';
import { PageArgs, toConnection } from '../platform/graphql/connection.ts';
import { encodeCursor } from '../platform/graphql/cursor.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { Allow } from '../platform/permissions/allow.decorator.ts';
import { queryInboundExceptions, queryInboundMessage } from './inbound-exceptions.query.ts';
import { InboundMessage, InboundMessageConnection, RetryInboundResult } from './inbound-message.model.ts';
import { queryChannels } from './list-channels.query.ts';
import { SettleExceptionUseCase } from './settle-exception.use-case.ts';

/** Deliveries that could not become messages. */
@Resolver(() => InboundMessage)
export class InboundExceptionsResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly settle: SettleExceptionUseCase,
  ) {}

  @Query(() => InboundMessageConnection, { description: 'Deliveries that could not become messages, newest first.' })
  @Allow('exception:read')
  async inboundExceptions(@Ctx() ctx: RequestContext, @Args() page: PageArgs): Promise<InboundMessageConnection> {
    const rows = await this.withChannels(ctx, await queryInboundExceptions(this.database, ctx, page));
    return toConnection(rows, page, (row) => encodeCursor([row.receivedAt.toISOString(), row.id]));
  }

  @Mutation(() => RetryInboundResult, { description: 'Tries to apply a failed or rejected delivery again.' })
  @Allow('exception:manage')
  async retryInboundMessage(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }, UuidPipe) id: string,
  ): Promise<typeof RetryInboundResult> {
    return this.answer(ctx, await this.settle.retry(ctx, id));
  }

  @Mutation(() => RetryInboundResult, { description: 'Puts a delivery aside; what came stays stored.' })
  @Allow('exception:manage')
  async dismissInboundMessage(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }, UuidPipe) id: string,
  ): Promise<typeof RetryInboundResult> {
    return this.answer(ctx, await this.settle.dismiss(ctx, id));
  }

  private async answer(
    ctx: RequestContext,
    outcome: { id: string } | Refused<NotFound>,
  ): Promise<typeof RetryInboundResult> {
    if (isRefused(outcome)) return outcome.refusal;
    const message = await queryInboundMessage(this.database, ctx, outcome.id);
    return message ? (await this.withChannels(ctx, [message]))[0]! : new NotFound();
  }

  private async withChannels(ctx: RequestContext, messages: InboundMessage[]): Promise<InboundMessage[]> {
    const channels = new Map((await queryChannels(this.database, ctx)).map((channel) => [channel.id, channel]));
    return messages.map((message) => Object.assign(message, { channel: channels.get(message.channelId) }));
  }
}
