import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { TenantDatabase, isRefused, type Refused } from '@dangol/db';
import { Ctx, type RequestContext } from '../platform/context/request-context.ts';
import { RemoveResult } from '../platform/graphql/removed.type.ts';
import { unwrap } from '../platform/graphql/unwrap.ts';
import { UuidPipe } from '../platform/graphql/uuid.pipe.ts';
import { Allow } from '../platform/permissions/allow.decorator.ts';
import { Member, queryMember } from '../workspaces/index.ts';
import {
  AnnouncementResult,
  ChangeRecipientInput,
  RecipientResult,
  SaveAnnouncementInput,
  SendAnnouncementInput,
} from './announcement.input.ts';
import { Announcement, AnnouncementRecipient } from './announcement.model.ts';
import { queryAnnouncements, queryRecipients } from './announcements.query.ts';
import { MAX_RECIPIENTS, SaveAnnouncementUseCase } from './save-announcement.use-case.ts';
import { SendAnnouncementUseCase } from './send-announcement.use-case.ts';

/** New-product announcements to a segment of buyers (spec crm, Relationship). */
@Resolver(() => Announcement)
export class AnnouncementsResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly saving: SaveAnnouncementUseCase,
    private readonly sending: SendAnnouncementUseCase,
  ) {}

  @Query(() => [Announcement], { description: 'The newest 200 announcements.' })
  @Allow('announcement:read')
  announcements(@Ctx() ctx: RequestContext): Promise<Announcement[]> {
    return queryAnnouncements(this.database, ctx);
  }

  @Query(() => Announcement, { nullable: true, description: 'One announcement; null when there is none with this id.' })
  @Allow('announcement:read')
  async announcement(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'The announcement.' }, UuidPipe) id: string,
  ): Promise<Announcement | null> {
    return (await queryAnnouncements(this.database, ctx, id))[0] ?? null;
  }

  @Query(() => Int, { description: 'How many buyers one announcement may go to.' })
  @Allow('announcement:read')
  announcementLimit(): number {
    return MAX_RECIPIENTS;
  }

  @ResolveField(() => [AnnouncementRecipient], { description: 'Its buyers by grade, those left out last.' })
  recipients(@Ctx() ctx: RequestContext, @Parent() { id }: Announcement): Promise<AnnouncementRecipient[]> {
    return queryRecipients(this.database, ctx, { announcementId: id });
  }

  @ResolveField(() => Member, { nullable: true, description: 'Who sent it.' })
  async sentBy(@Ctx() ctx: RequestContext, @Parent() { sentById }: Announcement): Promise<Member | null> {
    return sentById ? queryMember(this.database, ctx, sentById) : null;
  }

  @Mutation(() => AnnouncementResult, {
    description: 'Makes a draft, or changes the one with this id: the buyers are chosen anew.',
  })
  @Allow('announcement:send')
  async saveAnnouncement(
    @Ctx() ctx: RequestContext,
    @Args('input') input: SaveAnnouncementInput,
  ): Promise<typeof AnnouncementResult> {
    return this.answer(ctx, await this.saving.compose(ctx, input));
  }

  @Mutation(() => RecipientResult, {
    description: 'Changes the text for one buyer of a draft, or leaves the buyer out.',
  })
  @Allow('announcement:send')
  async changeRecipient(
    @Ctx() ctx: RequestContext,
    @Args('input') input: ChangeRecipientInput,
  ): Promise<typeof RecipientResult> {
    const outcome = await this.saving.changeRecipient(ctx, input);
    return isRefused(outcome) ? outcome.refusal : (await queryRecipients(this.database, ctx, outcome))[0]!;
  }

  @Mutation(() => AnnouncementResult, {
    description:
      'Sends it to every buyer who is ready, all or none; each message can be taken back in the undo window.',
  })
  @Allow('announcement:send')
  async sendAnnouncement(
    @Ctx() ctx: RequestContext,
    @Args('input') input: SendAnnouncementInput,
  ): Promise<typeof AnnouncementResult> {
    return this.answer(ctx, await this.sending.send(ctx, input));
  }

  @Mutation(() => AnnouncementResult, { description: 'Takes back the messages that have not left yet.' })
  @Allow('announcement:send')
  async takeBackAnnouncement(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'The announcement.' }, UuidPipe) id: string,
  ): Promise<typeof AnnouncementResult> {
    return this.answer(ctx, await this.sending.takeBack(ctx, id));
  }

  @Mutation(() => RemoveResult, { description: 'Removes a draft.' })
  @Allow('announcement:send')
  async removeAnnouncement(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'The draft.' }, UuidPipe) id: string,
  ): Promise<typeof RemoveResult> {
    return unwrap(await this.saving.remove(ctx, id));
  }

  private async answer<Refusal extends object>(
    ctx: RequestContext,
    outcome: { announcementId: string } | Refused<Refusal>,
  ): Promise<Announcement | Refusal> {
    if (isRefused(outcome)) return outcome.refusal;
    return (await queryAnnouncements(this.database, ctx, outcome.announcementId))[0]!;
  }
}
