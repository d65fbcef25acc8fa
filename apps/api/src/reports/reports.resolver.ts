import { Args, Query, Resolver } from '@nestjs/graphql';
import { TenantDatabase } from '@dangol/db';
import { Clock } from '../platform/clock/clock.ts';
import { Ctx, type RequestContext } from '../platform/context/request-context.ts';
import { Allow } from '../platform/permissions/allow.decorator.ts';
import { BuyerInsights, PeriodArgs } from './buyer-insights.model.ts';
import { loadBuyerInsights } from './load-buyer-insights.ts';
import { checkPeriod } from './period.ts';

/** Reports on buyers. */
@Resolver()
export class ReportsResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
  ) {}

  @Query(() => BuyerInsights, {
    description: 'What buyers did in a period of days: conversion, order values, revenue, countries, repeat rate.',
  })
  @Allow('report:read')
  buyerInsights(@Ctx() ctx: RequestContext, @Args() period: PeriodArgs): Promise<BuyerInsights> {
    return loadBuyerInsights(this.database, ctx, checkPeriod(period), this.clock.now());
  }
}
