import { Args, ArgsType, Field, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { TenantDatabase } from '@dangol/db';
import { Type } from 'class-transformer';
import { IsOptional, IsString, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Clock } from '../platform/clock/clock.ts';
import { Ctx, type RequestContext } from '../platform/context/request-context.ts';
import { MAX_PAGE_SIZE, PageArgs } from '../platform/graphql/connection.ts';
import { BigIntScalar } from '../platform/graphql/scalars.ts';
import { UuidPipe } from '../platform/graphql/uuid.pipe.ts';
import { Allow } from '../platform/permissions/allow.decorator.ts';
import { StageChange, queryStageHistory } from '../pipeline/index.ts';
import { Member, queryMember } from '../workspaces/index.ts';
import {
  Buyer,
  BuyerConnection,
  BuyerContact,
  BuyerIdentity,
  BuyerOrderConnection,
  OrderSummary,
  TimelineEvent,
} from './buyer.model.ts';
import {
  queryBuyer,
  queryContacts,
  queryIdentities,
  queryOrderSummary,
  queryOrders,
  queryTimeline,
} from './buyer.query.ts';
import { BuyerFilter } from './list/buyer-filter.input.ts';
import { queryBuyers } from './list/list-buyers.query.ts';

@ArgsType()
class BuyersArgs extends PageArgs {
  @Field(() => BuyerFilter, { nullable: true, description: 'Which buyers.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => BuyerFilter)
  filter?: BuyerFilter | null;

  @Field(() => String, {
    nullable: true,
    description: 'Parts of a name, company, e-mail address or web site, all of them; or digits of a phone number.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  search?: string | null;
}

@ArgsType()
class TimelineArgs {
  @Field(() => Int, { defaultValue: 30, description: `Events wanted, 1 to ${MAX_PAGE_SIZE}.` })
  @Min(1)
  @Max(MAX_PAGE_SIZE)
  first!: number;

  @Field(() => BigIntScalar, { nullable: true, description: 'Only events before this position.' })
  @IsOptional()
  before?: bigint | null;
}

/** Buyers: list, record, and what lies behind it. */
@Resolver(() => Buyer)
export class BuyersResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
  ) {}

  @Query(() => BuyerConnection, { description: 'One page of buyers, best grade first.' })
  @Allow('buyer:read')
  buyers(@Ctx() ctx: RequestContext, @Args() args: BuyersArgs): Promise<BuyerConnection> {
    return queryBuyers(
      this.database,
      ctx,
      args,
      { filter: args.filter ?? new BuyerFilter(), search: args.search ?? null },
      this.clock.now(),
    );
  }

  @Query(() => Buyer, {
    nullable: true,
    description: 'One buyer, null when there is none; of a merged one the buyer that it was merged into.',
  })
  @Allow('buyer:read')
  buyer(@Ctx() ctx: RequestContext, @Args('id', { type: () => ID }, UuidPipe) id: string): Promise<Buyer | null> {
    return queryBuyer(this.database, ctx, id);
  }

  @ResolveField(() => Member, { nullable: true, description: 'Member who looks after the buyer.' })
  async owner(@Ctx() ctx: RequestContext, @Parent() buyer: Buyer): Promise<Member | null> {
    return buyer.ownerId ? queryMember(this.database, ctx, buyer.ownerId) : null;
  }

  @ResolveField(() => [BuyerIdentity], { description: 'How each channel knows the buyer.' })
  identities(@Ctx() ctx: RequestContext, @Parent() buyer: Buyer): Promise<BuyerIdentity[]> {
    return queryIdentities(this.database, ctx, buyer.id);
  }

  @ResolveField(() => [BuyerContact], { description: 'People at the buyer.' })
  contacts(@Ctx() ctx: RequestContext, @Parent() buyer: Buyer): Promise<BuyerContact[]> {
    return queryContacts(this.database, ctx, buyer.id);
  }

  @ResolveField(() => [StageChange], { description: 'Steps in the pipeline, newest first.' })
  stageHistory(
    @Ctx() ctx: RequestContext,
    @Parent() buyer: Buyer,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'Steps wanted, 1 to 100.' }) first: number,
  ): Promise<StageChange[]> {
    return queryStageHistory(this.database, ctx, buyer.id, Math.min(MAX_PAGE_SIZE, Math.max(1, first)));
  }

  @ResolveField(() => OrderSummary, { description: 'Paid orders in short.' })
  orderSummary(@Ctx() ctx: RequestContext, @Parent() buyer: Buyer): Promise<OrderSummary> {
    return queryOrderSummary(this.database, ctx, buyer.id);
  }

  @ResolveField(() => BuyerOrderConnection, { description: 'Orders, newest first.' })
  orders(@Ctx() ctx: RequestContext, @Parent() buyer: Buyer, @Args() page: PageArgs): Promise<BuyerOrderConnection> {
    return queryOrders(this.database, ctx, buyer.id, page);
  }

  @ResolveField(() => [TimelineEvent], { description: 'What happened with the buyer, newest first.' })
  timeline(
    @Ctx() ctx: RequestContext,
    @Parent() buyer: Buyer,
    @Args() { first, before }: TimelineArgs,
  ): Promise<TimelineEvent[]> {
    return queryTimeline(this.database, ctx, buyer.id, { first, before: before ?? null });
  }
}
