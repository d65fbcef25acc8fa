import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { TenantDatabase } from '@dangol/db';
import { Buyer } from '../buyers/index.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Ctx, type RequestContext } from '../platform/context/request-context.ts';
import { queryBuyerConversations } from './buyer-conversations.query.ts';
import { InboxRow } from './inbox.model.ts';

/** A buyer's conversations, on the buyer's page. */
@Resolver(() => Buyer)
export class BuyerConversationsResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => [InboxRow], { description: "The buyer's conversations, newest message first; at most 100." })
  conversations(
    @Ctx() ctx: RequestContext,
    @Parent() buyer: Buyer,
    @Args('first', { type: () => Int, defaultValue: 20, description: 'Rows wanted, 1 to 100.' }) first: number,
  ): Promise<InboxRow[]> {
    return queryBuyerConversations(this.database, ctx, buyer.id, Math.min(100, Math.max(1, first)), this.clock.now());
  }
}
