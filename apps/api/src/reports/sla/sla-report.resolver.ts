import { Args, ArgsType, Field, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { TenantDatabase } from '@dangol/db';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { Clock } from '../../platform/clock/clock.ts';
import { Ctx, type RequestContext } from '../../platform/context/request-context.ts';
import { PageArgs } from '../../platform/graphql/connection.ts';
import { Allow } from '../../platform/permissions/allow.decorator.ts';
import { countResponseSamples, queryResponseSamples } from './list-response-samples.query.ts';
import { loadSlaReport } from './load-sla-report.ts';
import { ResponseSampleConnection } from './response-sample.model.ts';
import { SlaReportFilter } from './sla-report.input.ts';
import { SlaReport } from './sla-report.model.ts';

@ArgsType()
class ResponseSamplesArgs extends PageArgs {
  @Field(() => SlaReportFilter, { description: 'Which samples.' })
  @ValidateNested()
  @Type(() => SlaReportFilter)
  filter!: SlaReportFilter;
}

/** Response times: the report, and the raw samples behind it. */
@Resolver(() => ResponseSampleConnection)
export class SlaReportResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
  ) {}

  @Query(() => SlaReport, { description: 'How fast buyers were answered in a period of days.' })
  @Allow('report:read')
  slaReport(
    @Ctx() ctx: RequestContext,
    @Args('filter', { description: 'Which response times.' }) filter: SlaReportFilter,
  ): Promise<SlaReport> {
    return loadSlaReport(this.database, ctx, filter, this.clock.now());
  }

  @Query(() => ResponseSampleConnection, { description: 'The raw samples of a report, the slowest first.' })
  @Allow('report:read')
  responseSamples(
    @Ctx() ctx: RequestContext,
    @Args() { filter, ...page }: ResponseSamplesArgs,
  ): Promise<ResponseSampleConnection> {
    return queryResponseSamples(this.database, ctx, filter, page, this.clock.now());
  }

  @ResolveField(() => Int, { description: 'How many samples there are; counted when asked for.' })
  totalCount(@Parent() { scope }: ResponseSampleConnection): Promise<number> {
    return countResponseSamples(this.database, scope);
  }
}
