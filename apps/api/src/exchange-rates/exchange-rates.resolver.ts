import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { isRefused, TenantDatabase } from '@dangol/db';
import { Ctx, type RequestContext } from '../platform/context/request-context.ts';
import { Allow } from '../platform/permissions/allow.decorator.ts';
import { ExchangeRate, SetExchangeRateInput, SetExchangeRateResult } from './exchange-rate.model.ts';
import { queryExchangeRates } from './list-rates.query.ts';
import { SetExchangeRateUseCase } from './set-exchange-rate.use-case.ts';

/** What currencies are worth. */
@Resolver(() => ExchangeRate)
export class ExchangeRatesResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly setRate: SetExchangeRateUseCase,
  ) {}

  @Query(() => [ExchangeRate], { description: 'The exchange rates of the workspace, newest day first; at most 1,000.' })
  @Allow('report:read')
  exchangeRates(@Ctx() ctx: RequestContext): Promise<ExchangeRate[]> {
    return queryExchangeRates(this.database, ctx);
  }

  @Mutation(() => SetExchangeRateResult, {
    description: 'Sets what a currency is worth from a day on. Amounts stored before keep the rate of their day.',
  })
  @Allow('policy:manage')
  async setExchangeRate(
    @Ctx() ctx: RequestContext,
    @Args('input') input: SetExchangeRateInput,
  ): Promise<typeof SetExchangeRateResult> {
    const outcome = await this.setRate.execute(ctx, input);
    if (isRefused(outcome)) return outcome.refusal;
    const [rate] = await queryExchangeRates(this.database, ctx, outcome.rateId);
    return rate!;
  }
}
