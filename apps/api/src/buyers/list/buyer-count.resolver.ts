import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { TenantDatabase } from '@dangol/db';
import { Clock } from '../../platform/clock/clock.ts';
import { Ctx, type RequestContext } from '../../platform/context/request-context.ts';
import { BuyerConnection } from '../buyer.model.ts';
import { countBuyers } from './list-buyers.query.ts';

/** How many buyers a list holds: counted only for those who ask. */
@Resolver(() => BuyerConnection)
export class BuyerCountResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => Int, { description: 'Buyers in all, counted up to 10,000.' })
  async totalCount(@Ctx() ctx: RequestContext, @Parent() buyers: BuyerConnection): Promise<number> {
    return (await this.count(ctx, buyers)).count;
  }

  @ResolveField(() => Boolean, { description: 'There are more than were counted.' })
  async countCapped(@Ctx() ctx: RequestContext, @Parent() buyers: BuyerConnection): Promise<boolean> {
    return (await this.count(ctx, buyers)).capped;
  }

  /** Once for both fields. */
  private count(ctx: RequestContext, buyers: BuyerConnection): ReturnType<typeof countBuyers> {
    buyers.counted ??= countBuyers(this.database, ctx, buyers.wanted, this.clock.now());
    return buyers.counted;
  }
}
