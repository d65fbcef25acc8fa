import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { TenantDatabase } from '@dangol/db';
import { Ctx } from '../platform/context/request-context.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { Allow } from '../platform/permissions/allow.decorator.ts';
import { ChangePreferencesUseCase } from './change-preferences.use-case.ts';
import { queryCurrentMembership } from './current-membership.query.ts';
import { Account, CurrentMembership, PreferencesInput, Viewer } from './viewer.model.ts';
import { viewerOf } from './viewer.ts';

/** Who is asking. */
@Resolver(() => Viewer)
export class ViewerResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly changePreferences: ChangePreferencesUseCase,
  ) {}

  @Query(() => Viewer, { nullable: true, description: 'The signed-in person; null without a session.' })
  @Allow('public')
  viewer(@Ctx() ctx: RequestContext): Viewer | null {
    return viewerOf(ctx);
  }

  @ResolveField(() => CurrentMembership, {
    nullable: true,
    description: 'The membership that this request works with.',
  })
  async current(@Parent() { held }: Viewer): Promise<CurrentMembership | null> {
    return held && queryCurrentMembership(this.database, held);
  }

  @Mutation(() => Account, { description: 'Changes language and text size of the screens.' })
  @Allow('signed-in')
  updatePreferences(@Ctx() ctx: RequestContext, @Args('input') input: PreferencesInput): Promise<Account> {
    return this.changePreferences.execute(ctx, input);
  }
}
