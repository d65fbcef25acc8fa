import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { GoalsRepository, isRefused, TenantDatabase } from '@dangol/db';
import { Clock } from '../platform/clock/clock.ts';
import { Ctx, type RequestContext } from '../platform/context/request-context.ts';
import { RemoveResult } from '../platform/graphql/removed.type.ts';
import { unwrap } from '../platform/graphql/unwrap.ts';
import { UuidPipe } from '../platform/graphql/uuid.pipe.ts';
import { Allow } from '../platform/permissions/allow.decorator.ts';
import { Goal, SaveGoalInput, SaveGoalResult } from './goal.model.ts';
import { loadGoals } from './load-goals.ts';
import { SaveGoalUseCase } from './save-goal.use-case.ts';

/** The goal planner. */
@Resolver(() => Goal)
export class GoalsResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly goals: GoalsRepository,
    private readonly save: SaveGoalUseCase,
    private readonly clock: Clock,
  ) {}

  @Query(() => [Goal], { name: 'goals', description: 'The goals with plan and progress, newest year first.' })
  @Allow('report:read')
  allGoals(@Ctx() ctx: RequestContext): Promise<Goal[]> {
    return loadGoals(this.database, this.goals, ctx, this.clock.now());
  }

  @Mutation(() => SaveGoalResult, { description: 'Makes a goal, or changes the one with this id.' })
  @Allow('goal:manage')
  async saveGoal(@Ctx() ctx: RequestContext, @Args('input') input: SaveGoalInput): Promise<typeof SaveGoalResult> {
    const outcome = await this.save.execute(ctx, input);
    if (isRefused(outcome)) return outcome.refusal;
    const [goal] = await loadGoals(this.database, this.goals, ctx, this.clock.now(), outcome.goalId);
    return goal!;
  }

  @Mutation(() => RemoveResult, { description: 'Removes a goal; orders and buyers stay as they are.' })
  @Allow('goal:manage')
  async deleteGoal(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'The goal.' }, UuidPipe) id: string,
  ): Promise<typeof RemoveResult> {
    return unwrap(await this.save.remove(ctx, id));
  }
}
