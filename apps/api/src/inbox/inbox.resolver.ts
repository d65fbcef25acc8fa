import { Args, ArgsType, Field, Query, Resolver } from '@nestjs/graphql';
import { TenantDatabase } from '@dangol/db';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { Clock } from '../platform/clock/clock.ts';
import { Ctx, type RequestContext } from '../platform/context/request-context.ts';
import { PageArgs } from '../platform/graphql/connection.ts';
import { HotList } from '../platform/graphql/hot-list.decorator.ts';
import { Allow } from '../platform/permissions/allow.decorator.ts';
import { queryInboxCounts } from './inbox-counts.query.ts';
import { queryInboxFacets } from './inbox-facets.query.ts';
import { InboxConnection, InboxCounts, InboxFacets, InboxFilter, InboxRow } from './inbox.model.ts';
import { queryInbox } from './list-inbox.query.ts';

@ArgsType()
class InboxArgs extends PageArgs {
  @Field(() => InboxFilter, { nullable: true, description: 'Which conversations.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => InboxFilter)
  filter?: InboxFilter | null;
}

@ArgsType()
class InboxFilterArgs {
  @Field(() => InboxFilter, { nullable: true, description: 'Which conversations.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => InboxFilter)
  filter?: InboxFilter | null;
}

/** The lists of the inbox. */
@Resolver(() => InboxRow)
export class InboxResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
  ) {}

  @HotList()
  @Query(() => InboxConnection, { description: 'One page of a list of the inbox.' })
  @Allow('inbox:read')
  inbox(@Ctx() ctx: RequestContext, @Args() args: InboxArgs): Promise<InboxConnection> {
    return queryInbox(
      this.database,
      ctx,
      args,
      args.filter ?? new InboxFilter(),
      ctx.member?.id ?? null,
      this.clock.now(),
    );
  }

  @Query(() => InboxFacets, { description: 'Counts by which the list of `filter` can be narrowed.' })
  @Allow('inbox:read')
  inboxFacets(@Ctx() ctx: RequestContext, @Args() { filter }: InboxFilterArgs): Promise<InboxFacets> {
    return queryInboxFacets(this.database, ctx, filter ?? new InboxFilter(), ctx.member?.id ?? null, this.clock.now());
  }

  @HotList()
  @Query(() => InboxCounts, { description: 'How much waits.' })
  @Allow('inbox:read')
  inboxCounts(@Ctx() ctx: RequestContext): Promise<InboxCounts> {
    return queryInboxCounts(this.database, ctx, ctx.member?.id ?? null, this.clock.now());
  }
}
