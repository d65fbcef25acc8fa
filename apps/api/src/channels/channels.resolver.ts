import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { UuidPipe } from '../platform/graphql/uuid.pipe.ts';
import { TenantDatabase, isRefused } from '@dangol/db';
import { Ctx, type RequestContext } from '../platform/context/request-context.ts';
import { Allow } from '../platform/permissions/allow.decorator.ts';
import { Channel, ChannelSaved, CreateChannelInput, SaveChannelResult, UpdateChannelInput } from './channel.model.ts';
import { queryChannels } from './list-channels.query.ts';
import { SaveChannelUseCase, type SaveChannelOutcome } from './save-channel.use-case.ts';

/** Channels of the workspace. */
@Resolver(() => Channel)
export class ChannelsResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly saveChannel: SaveChannelUseCase,
  ) {}

  @Query(() => [Channel], { description: 'All channels of the workspace, by name.' })
  @Allow('channel:read')
  channels(@Ctx() ctx: RequestContext): Promise<Channel[]> {
    return queryChannels(this.database, ctx);
  }

  @Mutation(() => SaveChannelResult, {
    description: 'Makes a webhook channel; the answer holds its signing secret, once.',
  })
  @Allow('channel:manage')
  async createChannel(
    @Ctx() ctx: RequestContext,
    @Args('input') input: CreateChannelInput,
  ): Promise<typeof SaveChannelResult> {
    return this.answer(ctx, await this.saveChannel.create(ctx, input));
  }

  @Mutation(() => SaveChannelResult, { description: 'Changes name, delivery address or pause of a channel.' })
  @Allow('channel:manage')
  async updateChannel(
    @Ctx() ctx: RequestContext,
    @Args('input') input: UpdateChannelInput,
  ): Promise<typeof SaveChannelResult> {
    return this.answer(ctx, await this.saveChannel.update(ctx, input));
  }

  @Mutation(() => SaveChannelResult, { description: 'Replaces the signing secret; the old one stops working at once.' })
  @Allow('channel:manage')
  async rotateChannelSecret(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }, UuidPipe) id: string,
  ): Promise<typeof SaveChannelResult> {
    return this.answer(ctx, await this.saveChannel.rotateSecret(ctx, id));
  }

  private async answer(ctx: RequestContext, outcome: SaveChannelOutcome): Promise<typeof SaveChannelResult> {
    if (isRefused(outcome)) return outcome.refusal;
    const [channel] = await queryChannels(this.database, ctx, outcome.channelId);
    return new ChannelSaved(channel!, outcome.signingSecret);
  }
}
