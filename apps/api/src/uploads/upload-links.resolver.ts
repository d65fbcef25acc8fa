import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { TenantDatabase, isRefused } from '@dangol/db';
import { Conversation } from '../inbox/index.ts';
import { Ctx, type RequestContext } from '../platform/context/request-context.ts';
import { RemoveResult } from '../platform/graphql/removed.type.ts';
import { unwrap } from '../platform/graphql/unwrap.ts';
import { UuidPipe } from '../platform/graphql/uuid.pipe.ts';
import { Allow } from '../platform/permissions/allow.decorator.ts';
import { MakeUploadLinkUseCase } from './make-upload-link.use-case.ts';
import { CreateUploadLinkResult, UploadLink, UploadLinkMade } from './upload-link.model.ts';
import { queryUploadLinks } from './upload-links.query.ts';

/** Links through which buyers send files. */
@Resolver(() => Conversation)
export class UploadLinksResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly links: MakeUploadLinkUseCase,
  ) {}

  @ResolveField(() => [UploadLink], { description: 'Links through which the buyer may send files; newest first.' })
  uploadLinks(@Ctx() ctx: RequestContext, @Parent() { id }: Conversation): Promise<UploadLink[]> {
    return queryUploadLinks(this.database, ctx, id);
  }

  @Mutation(() => CreateUploadLinkResult, {
    description:
      'Makes a link for 14 days, 20 files of 25 MB each and 100 MB together. Files that come through it are a message of the buyer.',
  })
  @Allow('inbox:reply')
  async createUploadLink(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'UUID v7 made by the client.' }, UuidPipe) id: string,
    @Args('conversationId', { type: () => ID, description: 'The conversation.' }, UuidPipe) conversationId: string,
  ): Promise<typeof CreateUploadLinkResult> {
    const outcome = await this.links.make(ctx, id, conversationId);
    if (isRefused(outcome)) return outcome.refusal;
    const [link] = await queryUploadLinks(this.database, ctx, outcome.conversationId, outcome.id);
    return new UploadLinkMade(link!, outcome.url);
  }

  @Mutation(() => RemoveResult, { description: 'Takes a link back: it takes no more files. What came stays.' })
  @Allow('inbox:reply')
  async revokeUploadLink(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'The link.' }, UuidPipe) id: string,
  ): Promise<typeof RemoveResult> {
    return unwrap(await this.links.revoke(ctx, id));
  }
}
