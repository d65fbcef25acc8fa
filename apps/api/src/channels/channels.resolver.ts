import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { TenantDatabase, isRefused } from '@dangol/db';
import { Clock } from '../platform/clock/clock.ts';
import { Ctx, type RequestContext } from '../platform/context/request-context.ts';
import { DateTime } from '../platform/graphql/scalars.ts';
import { UuidPipe } from '../platform/graphql/uuid.pipe.ts';
import { Allow } from '../platform/permissions/allow.decorator.ts';
import {
  Channel,
  ChannelSaved,
  CreateChannelInput,
  CreateManualChannelInput,
  SaveChannelResult,
  UpdateChannelInput,
} from './channel.model.ts';
import { AutoReplyInput, ChannelRulesInput, SaveChannelRulesResult } from './channel-rules.model.ts';
import { queryChannels } from './list-channels.query.ts';
import { queryQuietSince } from './quiet-since.query.ts';
import { SaveChannelRulesUseCase } from './save-channel-rules.use-case.ts';
import { SaveChannelUseCase, type SavedChannel } from './save-channel.use-case.ts';

/** Channels of the workspace. */
@Resolver(() => Channel)
export class ChannelsResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly saveChannel: SaveChannelUseCase,
    private readonly saveRules: SaveChannelRulesUseCase,
    private readonly clock: Clock,
  ) {}

  @Query(() => [Channel], { description: 'All channels of the workspace, by name.' })
  @Allow('channel:read')
  channels(@Ctx() ctx: RequestContext): Promise<Channel[]> {
    return queryChannels(this.database, ctx);
  }

  @ResolveField(() => DateTime, {
    nullable: true,
    description:
      'When it brought the last message, for a channel that brought one a week or more and then nothing for a week; else null.',
  })
  quietSince(@Ctx() ctx: RequestContext, @Parent() channel: Channel): Promise<Date | null> {
    return queryQuietSince(this.database, ctx, channel, this.clock.now());
  }

  @Mutation(() => SaveChannelResult, {
    description: 'Makes a webhook channel; the answer holds its signing secret, once.',
  })
  @Allow('channel:manage')
  async createChannel(
    @Ctx() ctx: RequestContext,
    @Args('input') input: CreateChannelInput,
  ): Promise<typeof SaveChannelResult> {
    const outcome = await this.saveChannel.create(ctx, input);
    return isRefused(outcome) ? outcome.refusal : this.saved(ctx, outcome);
  }

  @Mutation(() => SaveChannelResult, { description: 'Makes a channel of hand entry, for phone calls and fairs.' })
  @Allow('channel:manage')
  async createManualChannel(
    @Ctx() ctx: RequestContext,
    @Args('input') input: CreateManualChannelInput,
  ): Promise<typeof SaveChannelResult> {
    const outcome = await this.saveChannel.createManual(ctx, input);
    return isRefused(outcome) ? outcome.refusal : this.saved(ctx, outcome);
  }

  @Mutation(() => SaveChannelRulesResult, {
    description: 'Saves what a channel promises and whom it leaves out; what is left out of the input stays.',
  })
  @Allow('channel:manage')
  async saveChannelRules(
    @Ctx() ctx: RequestContext,
    @Args('input') input: ChannelRulesInput,
  ): Promise<typeof SaveChannelRulesResult> {
    const outcome = await this.saveRules.saveRules(ctx, input);
    return isRefused(outcome) ? outcome.refusal : this.saved(ctx, outcome);
  }

  @Mutation(() => SaveChannelResult, { description: 'Saves the automatic acknowledgement of a channel.' })
  @Allow('channel:manage')
  async saveAutoReply(
    @Ctx() ctx: RequestContext,
    @Args('input') input: AutoReplyInput,
  ): Promise<typeof SaveChannelResult> {
    const outcome = await this.saveRules.saveAutoReply(ctx, input);
    return isRefused(outcome) ? outcome.refusal : this.saved(ctx, outcome);
  }

  @Mutation(() => SaveChannelResult, { description: 'Changes name, delivery address or pause of a channel.' })
  @Allow('channel:manage')
  async updateChannel(
    @Ctx() ctx: RequestContext,
    @Args('input') input: UpdateChannelInput,
  ): Promise<typeof SaveChannelResult> {
    const outcome = await this.saveChannel.update(ctx, input);
    return isRefused(outcome) ? outcome.refusal : this.saved(ctx, outcome);
  }

  @Mutation(() => SaveChannelResult, { description: 'Replaces the signing secret; the old one stops working at once.' })
  @Allow('channel:manage')
  async rotateChannelSecret(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }, UuidPipe) id: string,
  ): Promise<typeof SaveChannelResult> {
    const outcome = await this.saveChannel.rotateSecret(ctx, id);
    return isRefused(outcome) ? outcome.refusal : this.saved(ctx, outcome);
  }

  private async saved(ctx: RequestContext, { channelId, signingSecret }: SavedChannel): Promise<ChannelSaved> {
    const [channel] = await queryChannels(this.database, ctx, channelId);
    return new ChannelSaved(channel!, signingSecret);
  }
}
