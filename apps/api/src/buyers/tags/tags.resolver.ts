import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { TenantDatabase, isRefused } from '@dangol/db';
import { Ctx, type RequestContext } from '../../platform/context/request-context.ts';
import { RemoveResult, Removed } from '../../platform/graphql/removed.type.ts';
import { unwrap } from '../../platform/graphql/unwrap.ts';
import { UuidPipe } from '../../platform/graphql/uuid.pipe.ts';
import { Allow } from '../../platform/permissions/allow.decorator.ts';
import { answerBuyer } from '../record/answer-buyer.ts';
import { ChangeTagUseCase } from './change-tag.use-case.ts';
import { queryTag, queryTags } from './list-tags.query.ts';
import { TagBuyerUseCase } from './tag-buyer.use-case.ts';
import { AddTagInput, RenameTagInput, TagResult, TagSettingResult } from './tag.input.ts';
import { Tag } from './tag.model.ts';

/** Free tags. */
@Resolver(() => Tag)
export class TagsResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly tagBuyer: TagBuyerUseCase,
    private readonly changeTag: ChangeTagUseCase,
  ) {}

  @Query(() => [Tag], { description: 'The free tags of the workspace, by name.' })
  @Allow('buyer:read')
  tags(@Ctx() ctx: RequestContext): Promise<Tag[]> {
    return queryTags(this.database, ctx);
  }

  @ResolveField(() => Int, { description: 'Buyers that have it.' })
  async buyerCount(@Ctx() ctx: RequestContext, @Parent() tag: Tag): Promise<number> {
    return tag.buyerCount ?? (await queryTag(this.database, ctx, tag.id))?.buyerCount ?? 0;
  }

  @Mutation(() => TagResult, { description: 'Gives a buyer a tag; the tag is made when there is none of this name.' })
  @Allow('buyer:write')
  async addTag(@Ctx() ctx: RequestContext, @Args('input') input: AddTagInput): Promise<typeof TagResult> {
    return answerBuyer(this.database, ctx, await this.tagBuyer.add(ctx, input));
  }

  @Mutation(() => TagResult, { description: 'Takes a tag from a buyer.' })
  @Allow('buyer:write')
  async removeTag(
    @Ctx() ctx: RequestContext,
    @Args('buyerId', { type: () => ID, description: 'The buyer.' }, UuidPipe) buyerId: string,
    @Args('tagId', { type: () => ID, description: 'The tag.' }, UuidPipe) tagId: string,
  ): Promise<typeof TagResult> {
    return answerBuyer(this.database, ctx, await this.tagBuyer.remove(ctx, buyerId, tagId));
  }

  @Mutation(() => TagSettingResult, { description: 'Gives a tag another name, on all buyers that have it.' })
  @Allow('policy:manage')
  async renameTag(@Ctx() ctx: RequestContext, @Args('input') input: RenameTagInput): Promise<typeof TagSettingResult> {
    return unwrap(await this.changeTag.rename(ctx, input));
  }

  @Mutation(() => RemoveResult, { description: 'Removes a tag from the workspace and from all buyers.' })
  @Allow('policy:manage')
  async deleteTag(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'The tag.' }, UuidPipe) id: string,
  ): Promise<typeof RemoveResult> {
    const outcome = await this.changeTag.remove(ctx, id);
    return isRefused(outcome) ? outcome.refusal : new Removed(outcome);
  }
}
