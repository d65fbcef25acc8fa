import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { TenantDatabase } from '@dangol/db';
import { Buyer } from '../buyers/index.ts';
import { Ctx, type RequestContext } from '../platform/context/request-context.ts';
import { MAX_PAGE_SIZE } from '../platform/graphql/connection.ts';
import { SampleFilter } from './sample.input.ts';
import { SampleRequest } from './sample.model.ts';
import { querySamples } from './samples.query.ts';

/** A buyer's samples, on the buyer's page. */
@Resolver(() => Buyer)
export class BuyerSamplesResolver {
  constructor(private readonly database: TenantDatabase) {}

  @ResolveField(() => [SampleRequest], {
    description: `The buyer's samples, newest first, at most ${MAX_PAGE_SIZE}; none without sample:read.`,
  })
  async samples(@Ctx() ctx: RequestContext, @Parent() buyer: Buyer): Promise<SampleRequest[]> {
    if (!ctx.permissions.has('sample:read')) return [];
    const filter = Object.assign(new SampleFilter(), { buyerId: buyer.id });
    const { edges } = await querySamples(this.database, ctx, { first: MAX_PAGE_SIZE }, filter);
    return edges.map(({ node }) => node);
  }
}
