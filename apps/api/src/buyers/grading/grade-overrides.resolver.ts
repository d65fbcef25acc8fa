import { Args, ArgsType, Field, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { TenantDatabase, isRefused } from '@dangol/db';
import { Max, Min } from 'class-validator';
import { Clock } from '../../platform/clock/clock.ts';
import { Ctx, type RequestContext } from '../../platform/context/request-context.ts';
import { MAX_PAGE_SIZE } from '../../platform/graphql/connection.ts';
import { UuidPipe } from '../../platform/graphql/uuid.pipe.ts';
import { Allow } from '../../platform/permissions/allow.decorator.ts';
import { Buyer } from '../buyer.model.ts';
import { queryBuyer } from '../buyer.query.ts';
import { BuyerSaved } from '../record/buyer-saved.type.ts';
import { GradeChange, GradeOverride, OverrideGradeInput, OverrideGradeResult } from './grade-override.model.ts';
import { queryGradeHistory, queryGradeOverrides } from './grade-overrides.query.ts';
import { OverrideGradeUseCase, type OverrideOutcome } from './override-grade.use-case.ts';

@ArgsType()
class GradeHistoryArgs {
  @Field(() => Int, { defaultValue: 50, description: `Changes wanted, 1 to ${MAX_PAGE_SIZE}.` })
  @Min(1)
  @Max(MAX_PAGE_SIZE)
  first!: number;
}

/** Grades that people set, and how a buyer's grade came about. */
@Resolver(() => Buyer)
export class GradeOverridesResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly overrideGradeUseCase: OverrideGradeUseCase,
    private readonly clock: Clock,
  ) {}

  @Query(() => [GradeOverride], { description: 'Every override that stands, those due for review first.' })
  @Allow('grading:manage')
  gradeOverrides(@Ctx() ctx: RequestContext): Promise<GradeOverride[]> {
    return queryGradeOverrides(this.database, ctx, null, this.clock.now());
  }

  @ResolveField(() => GradeOverride, { nullable: true, description: 'The override that stands.' })
  async gradeOverride(@Ctx() ctx: RequestContext, @Parent() buyer: Buyer): Promise<GradeOverride | null> {
    const [standing] = await queryGradeOverrides(this.database, ctx, buyer.id, this.clock.now());
    return standing ?? null;
  }

  @ResolveField(() => [GradeChange], { description: 'Changes of the grade, newest first.' })
  gradeHistory(
    @Ctx() ctx: RequestContext,
    @Parent() buyer: Buyer,
    @Args() { first }: GradeHistoryArgs,
  ): Promise<GradeChange[]> {
    return queryGradeHistory(this.database, ctx, buyer.id, first);
  }

  @Mutation(() => OverrideGradeResult, { description: 'Sets a grade in place of the computed one.' })
  @Allow('buyer:grade')
  async overrideGrade(
    @Ctx() ctx: RequestContext,
    @Args('input') input: OverrideGradeInput,
  ): Promise<typeof OverrideGradeResult> {
    return this.answer(ctx, await this.overrideGradeUseCase.override(ctx, input));
  }

  @Mutation(() => OverrideGradeResult, { description: 'Ends an override: the computed grade is the grade again.' })
  @Allow('buyer:grade')
  async endGradeOverride(
    @Ctx() ctx: RequestContext,
    @Args('buyerId', { type: () => ID }, UuidPipe) buyerId: string,
  ): Promise<typeof OverrideGradeResult> {
    return this.answer(ctx, await this.overrideGradeUseCase.end(ctx, buyerId));
  }

  private async answer(ctx: RequestContext, outcome: OverrideOutcome): Promise<typeof OverrideGradeResult> {
    if (isRefused(outcome)) return outcome.refusal;
    return new BuyerSaved((await queryBuyer(this.database, ctx, outcome.buyerId))!);
  }
}
