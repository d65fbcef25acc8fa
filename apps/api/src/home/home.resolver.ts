import { Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { TenantDatabase } from '@dangol/db';
import { Channel, queryChannelsInTrouble } from '../channels/index.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Ctx, type RequestContext } from '../platform/context/request-context.ts';
import { Allow } from '../platform/permissions/allow.decorator.ts';
import { Home } from './home.model.ts';
import { queryHome } from './home.query.ts';

/** Home: what the day asks for. */
@Resolver(() => Home)
export class HomeResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
  ) {}

  @Query(() => Home, { description: 'What is due, what is unanswered, and how fast we were.' })
  @Allow('home:read')
  home(@Ctx() ctx: RequestContext): Promise<Home> {
    return queryHome(this.database, ctx, ctx.member?.id ?? null, this.clock.now());
  }

  @ResolveField(() => [Channel], {
    description:
      'Channels to look after: those that fail, and those that brought nothing for a week although expected.',
  })
  channelsInTrouble(@Ctx() ctx: RequestContext, @Parent() { asOf }: Home): Promise<Channel[]> {
    return queryChannelsInTrouble(this.database, ctx, asOf);
  }
}
