import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Ctx, type RequestContext } from '../../platform/context/request-context.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { unwrap } from '../../platform/graphql/unwrap.ts';
import { Allow } from '../../platform/permissions/allow.decorator.ts';
import { RecomputationPreview, RecomputePastInput, RecomputePastResult } from './recomputation.model.ts';
import { RecomputePastUseCase } from './recompute-past.use-case.ts';

/** The past under the rules that stand: an act of its own (spec sla, rule 9). */
@Resolver()
export class RecomputationResolver {
  constructor(private readonly recompute: RecomputePastUseCase) {}

  @Query(() => RecomputationPreview, {
    description: 'What measuring ended inquiries by the hours and targets that stand would change. Nothing is stored.',
  })
  @Allow('policy:manage')
  previewRecomputation(
    @Ctx() ctx: RequestContext,
    @Args('from', { type: () => LocalDate, description: 'First day, in the workspace’s zone.' }) from: string,
    @Args('to', { type: () => LocalDate, description: 'Last day.' }) to: string,
  ): Promise<RecomputationPreview> {
    return this.recompute.preview(ctx, from, to);
  }

  @Mutation(() => RecomputePastResult, {
    description: 'Measures ended inquiries by the hours and targets that stand, and writes it into the audit log.',
  })
  @Allow('policy:manage')
  async recomputePast(
    @Ctx() ctx: RequestContext,
    @Args('input', { description: 'Which days, and why.' }) input: RecomputePastInput,
  ): Promise<typeof RecomputePastResult> {
    return unwrap(await this.recompute.execute(ctx, input));
  }
}
