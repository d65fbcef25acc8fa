import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { TenantDatabase } from '@dangol/db';
import { Ctx, type RequestContext } from '../platform/context/request-context.ts';
import { RemoveResult } from '../platform/graphql/removed.type.ts';
import { unwrap } from '../platform/graphql/unwrap.ts';
import { UuidPipe } from '../platform/graphql/uuid.pipe.ts';
import { Allow } from '../platform/permissions/allow.decorator.ts';
import { KeepViewUseCase } from './keep-view.use-case.ts';
import { SavedView, SaveViewInput, SaveViewResult, ViewScreen } from './saved-view.model.ts';
import { querySavedViews } from './saved-views.query.ts';

/** Views of lists and of the board that members have named. */
@Resolver(() => SavedView)
export class SavedViewsResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly keepView: KeepViewUseCase,
  ) {}

  @Query(() => [SavedView], { description: "The caller's views of a screen, then those that others share." })
  @Allow('buyer:read')
  savedViews(
    @Ctx() ctx: RequestContext,
    @Args('screen', { type: () => ViewScreen, description: 'The screen.' }) screen: ViewScreen,
  ): Promise<SavedView[]> {
    return querySavedViews(this.database, ctx, ctx.member?.id ?? null, { screen });
  }

  @Mutation(() => SaveViewResult, { description: 'Keeps a view; the same id again changes it.' })
  @Allow('buyer:read')
  async saveView(
    @Ctx() ctx: RequestContext,
    @Args('input', { description: 'The view.' }) input: SaveViewInput,
  ): Promise<typeof SaveViewResult> {
    return unwrap(await this.keepView.keep(ctx, input));
  }

  @Mutation(() => RemoveResult, { description: "Drops one of the caller's own views." })
  @Allow('buyer:read')
  async deleteView(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'The view.' }, UuidPipe) id: string,
  ): Promise<typeof RemoveResult> {
    return unwrap(await this.keepView.remove(ctx, id));
  }
}
