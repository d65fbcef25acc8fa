import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { MovingInStepKey } from '@dangol/crm';
import { TenantDatabase } from '@dangol/db';
import { Clock } from '../../platform/clock/clock.ts';
import { Ctx, type RequestContext } from '../../platform/context/request-context.ts';
import { unwrap } from '../../platform/graphql/unwrap.ts';
import { Allow } from '../../platform/permissions/allow.decorator.ts';
import { ChangeMovingInUseCase } from './change-moving-in.use-case.ts';
import {
  ChangeMovingInResult,
  MovingIn,
  MovingInActEnum,
  MovingInStepEnum,
  type MovingInAct,
} from './moving-in.model.ts';
import { queryMovingIn } from './moving-in.query.ts';

/** The checklist of a new workspace. */
@Resolver(() => MovingIn)
export class MovingInResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly changeMovingIn: ChangeMovingInUseCase,
    private readonly clock: Clock,
  ) {}

  @Query(() => MovingIn, { description: 'How far the workspace has moved in.' })
  @Allow('workspace:read')
  movingIn(@Ctx() ctx: RequestContext): Promise<MovingIn> {
    return queryMovingIn(this.database, ctx, this.clock.now());
  }

  @Mutation(() => ChangeMovingInResult, { description: 'Confirms, skips or takes up a step.' })
  @Allow('workspace:manage')
  async changeMovingInStep(
    @Ctx() ctx: RequestContext,
    @Args('step', { type: () => MovingInStepEnum, description: 'Which step.' }) step: MovingInStepKey,
    @Args('act', { type: () => MovingInActEnum, description: 'What is said about it.' }) act: MovingInAct,
  ): Promise<typeof ChangeMovingInResult> {
    return unwrap(await this.changeMovingIn.change(ctx, step, act));
  }

  @Mutation(() => MovingIn, { description: 'Puts the checklist away for the whole team, or shows it again.' })
  @Allow('workspace:manage')
  hideMovingIn(
    @Ctx() ctx: RequestContext,
    @Args('hidden', { description: 'True to put it away.' }) hidden: boolean,
  ): Promise<MovingIn> {
    return this.changeMovingIn.hide(ctx, hidden);
  }
}
