import { Args, ArgsType, Field, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { TenantDatabase } from '@dangol/db';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { Ctx, type RequestContext } from '../platform/context/request-context.ts';
import { PageArgs } from '../platform/graphql/connection.ts';
import { unwrap } from '../platform/graphql/unwrap.ts';
import { UuidPipe } from '../platform/graphql/uuid.pipe.ts';
import { Allow } from '../platform/permissions/allow.decorator.ts';
import { AdvanceSampleUseCase } from './advance-sample.use-case.ts';
import { QuoteSampleUseCase } from './quote-sample.use-case.ts';
import { RequestSampleUseCase } from './request-sample.use-case.ts';
import {
  AdvanceSampleInput,
  OverrideSampleShareInput,
  QuoteSampleInput,
  RequestSampleInput,
  SampleFilter,
  SampleQuoteResult,
  SampleResult,
} from './sample.input.ts';
import { SampleConnection, SampleRequest } from './sample.model.ts';
import { querySample, querySamples } from './samples.query.ts';

@ArgsType()
class SamplesArgs extends PageArgs {
  @Field(() => SampleFilter, { nullable: true, description: 'Which samples.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => SampleFilter)
  filter?: SampleFilter | null;
}

/** Samples: from the request to the order. */
@Resolver(() => SampleRequest)
export class SamplesResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly quote: QuoteSampleUseCase,
    private readonly request: RequestSampleUseCase,
    private readonly advance: AdvanceSampleUseCase,
  ) {}

  @Query(() => SampleConnection, { description: 'One page of samples, newest first.' })
  @Allow('sample:read')
  samples(@Ctx() ctx: RequestContext, @Args() args: SamplesArgs): Promise<SampleConnection> {
    return querySamples(this.database, ctx, args, args.filter ?? new SampleFilter());
  }

  @Query(() => SampleRequest, { nullable: true, description: 'One sample; null when there is none with this id.' })
  @Allow('sample:read')
  sample(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'The sample.' }, UuidPipe) id: string,
  ): Promise<SampleRequest | null> {
    return querySample(this.database, ctx, id);
  }

  @Query(() => SampleQuoteResult, { description: 'What a sample would cost whom; changes nothing.' })
  @Allow('sample:request')
  sampleQuote(
    @Ctx() ctx: RequestContext,
    @Args('input', { description: 'The sample.' }) input: QuoteSampleInput,
  ): Promise<typeof SampleQuoteResult> {
    return this.quote.execute(ctx, input);
  }

  @Mutation(() => SampleResult, { description: 'Requests a sample and freezes its terms.' })
  @Allow('sample:request')
  async requestSample(
    @Ctx() ctx: RequestContext,
    @Args('input', { description: 'The sample.' }) input: RequestSampleInput,
  ): Promise<typeof SampleResult> {
    return unwrap(await this.request.execute(ctx, input));
  }

  @Mutation(() => SampleResult, { description: 'Takes a sample to its next stage; to APPROVED with sample:approve.' })
  @Allow('sample:advance')
  async advanceSample(
    @Ctx() ctx: RequestContext,
    @Args('input', { description: 'The step.' }) input: AdvanceSampleInput,
  ): Promise<typeof SampleResult> {
    return unwrap(await this.advance.advance(ctx, input));
  }

  @Mutation(() => SampleResult, { description: "Sets another share than the policy's; the reason stays visible." })
  @Allow('sample:approve')
  async overrideSampleShare(
    @Ctx() ctx: RequestContext,
    @Args('input', { description: 'The share.' }) input: OverrideSampleShareInput,
  ): Promise<typeof SampleResult> {
    return unwrap(await this.advance.overrideShare(ctx, input));
  }
}
