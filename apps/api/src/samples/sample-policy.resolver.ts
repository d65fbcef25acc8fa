import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { TenantDatabase } from '@dangol/db';
import { Ctx, type RequestContext } from '../platform/context/request-context.ts';
import { CodedError } from '../platform/errors/coded-error.ts';
import { LocalDate } from '../platform/graphql/scalars.ts';
import { unwrap } from '../platform/graphql/unwrap.ts';
import { Allow } from '../platform/permissions/allow.decorator.ts';
import { KeepPolicyUseCase } from './keep-policy.use-case.ts';
import { SampleAnswers } from './sample-answers.ts';
import { querySampleFunnel } from './sample-funnel.query.ts';
import { SampleBudget, SampleFunnel } from './sample.model.ts';
import { SamplePolicyInput, SamplePolicyVersion, SaveSamplePolicyResult } from './sample-policy.model.ts';
import { queryPolicies } from './sample-policy.query.ts';

/** The money side of samples: policy, budget, and what came of them. */
@Resolver(() => SamplePolicyVersion)
export class SamplePolicyResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly keepPolicy: KeepPolicyUseCase,
    private readonly answers: SampleAnswers,
  ) {}

  @Query(() => [SamplePolicyVersion], { description: 'Versions of the sample policy, newest first.' })
  @Allow('sample:read')
  samplePolicies(@Ctx() ctx: RequestContext): Promise<SamplePolicyVersion[]> {
    return queryPolicies(this.database, ctx);
  }

  @Query(() => SampleBudget, { description: 'The sample budget of this month.' })
  @Allow('sample:read')
  sampleBudget(@Ctx() ctx: RequestContext): Promise<SampleBudget> {
    return this.answers.budget(ctx);
  }

  @Query(() => SampleFunnel, {
    description: 'What became of the samples that were requested on the days from..to, in the zone of the workspace.',
  })
  @Allow('report:read')
  sampleFunnel(
    @Ctx() ctx: RequestContext,
    @Args('from', { type: () => LocalDate, description: 'First day.' }) from: string,
    @Args('to', { type: () => LocalDate, description: 'Last day.' }) to: string,
  ): Promise<SampleFunnel> {
    if (from > to)
      throw new CodedError('BAD_USER_INPUT', 'The last day lies before the first', {
        fields: [{ path: 'to', rule: 'period', message: 'must not lie before from' }],
      });
    return querySampleFunnel(this.database, ctx, from, to);
  }

  @Mutation(() => SaveSamplePolicyResult, { description: 'Saves a new version; samples keep theirs.' })
  @Allow('policy:manage')
  async saveSamplePolicy(
    @Ctx() ctx: RequestContext,
    @Args('input', { description: 'The policy.' }) input: SamplePolicyInput,
  ): Promise<typeof SaveSamplePolicyResult> {
    return unwrap(await this.keepPolicy.keep(ctx, input));
  }
}
