import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { MailCursorsRepository, TenantDatabase, isRefused, type ChannelEntity } from '@dangol/db';
import { Ctx, type RequestContext } from '../../platform/context/request-context.ts';
import { UuidPipe } from '../../platform/graphql/uuid.pipe.ts';
import { Allow } from '../../platform/permissions/allow.decorator.ts';
import { Channel, ChannelSaved } from '../channel.model.ts';
import { queryChannels } from '../list-channels.query.ts';
import { MailDomainCheck } from './connecting/mail-domain-check.model.ts';
import { CheckMailDomain } from './connecting/mail-domain.use-case.ts';
import {
  CreateMailChannelInput,
  MailConnection,
  MailConnectionInput,
  SaveMailChannelResult,
} from './connecting/mail-connection.model.ts';
import { SaveMailChannelUseCase, type SaveMailChannelOutcome } from './connecting/save-mail-channel.use-case.ts';
import { readMailConnection } from './mail-connection.ts';

/** E-mail channels. */
@Resolver(() => Channel)
export class MailChannelsResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly cursors: MailCursorsRepository,
    private readonly save: SaveMailChannelUseCase,
    private readonly checkDomain: CheckMailDomain,
  ) {}

  @ResolveField(() => MailConnection, { nullable: true, description: 'The mailbox of an e-mail channel.' })
  async mail(
    @Ctx() ctx: RequestContext,
    @Parent() channel: Channel & Partial<Pick<ChannelEntity, 'mail'>>,
  ): Promise<MailConnection | null> {
    if (!channel.mail) return null;
    const connection = readMailConnection(channel.mail);
    const [cursor] = await this.cursors.find(ctx, { channelId: channel.id, folder: connection.folder }, { limit: 1 });
    return { ...connection, readAt: cursor?.readAt ?? null } as MailConnection;
  }

  @Query(() => MailDomainCheck, {
    nullable: true,
    description:
      "Looks up what the domain of an e-mail channel's address publishes (SPF, DKIM, DMARC); null for another channel.",
  })
  @Allow('channel:read')
  mailDomainCheck(
    @Ctx() ctx: RequestContext,
    @Args('channelId', { type: () => ID }, UuidPipe) channelId: string,
  ): Promise<MailDomainCheck | null> {
    return this.checkDomain.execute(ctx, channelId);
  }

  @Mutation(() => SaveMailChannelResult, {
    description: 'Connects a mailbox as a channel, after both servers were tried.',
  })
  @Allow('channel:manage')
  async createMailChannel(
    @Ctx() ctx: RequestContext,
    @Args('input') input: CreateMailChannelInput,
  ): Promise<typeof SaveMailChannelResult> {
    return this.answer(ctx, await this.save.create(ctx, input));
  }

  @Mutation(() => SaveMailChannelResult, {
    description: 'Connects an e-mail channel otherwise, after both servers were tried.',
  })
  @Allow('channel:manage')
  async updateMailConnection(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }, UuidPipe) id: string,
    @Args('mail') mail: MailConnectionInput,
  ): Promise<typeof SaveMailChannelResult> {
    return this.answer(ctx, await this.save.update(ctx, id, mail));
  }

  private async answer(ctx: RequestContext, outcome: SaveMailChannelOutcome): Promise<typeof SaveMailChannelResult> {
    if (isRefused(outcome)) return outcome.refusal;
    const [channel] = await queryChannels(this.database, ctx, outcome.channelId);
    return new ChannelSaved(channel!, null);
  }
}
