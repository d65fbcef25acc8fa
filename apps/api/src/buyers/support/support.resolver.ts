import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { TenantDatabase, isRefused } from '@dangol/db';
import { Ctx, type RequestContext } from '../../platform/context/request-context.ts';
import { RemoveResult, Removed } from '../../platform/graphql/removed.type.ts';
import { UuidPipe } from '../../platform/graphql/uuid.pipe.ts';
import { Allow } from '../../platform/permissions/allow.decorator.ts';
import { Member, queryMember } from '../../workspaces/index.ts';
import { answerBuyer } from '../record/answer-buyer.ts';
import { SaveBuyerResult } from '../record/buyer-saved.type.ts';
import { LogSupportUseCase } from './log-support.use-case.ts';
import { LogSupportInput, SupportEntry } from './support.model.ts';

/** Growth support. */
@Resolver(() => SupportEntry)
export class SupportResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly support: LogSupportUseCase,
  ) {}

  @ResolveField(() => Member, { nullable: true, description: 'Who gave it.' })
  async givenBy(@Ctx() ctx: RequestContext, @Parent() entry: SupportEntry): Promise<Member | null> {
    return entry.givenById ? queryMember(this.database, ctx, entry.givenById) : null;
  }

  @Mutation(() => SaveBuyerResult, { description: 'Writes down what was given to a buyer to help it sell.' })
  @Allow('buyer:write')
  async logSupport(@Ctx() ctx: RequestContext, @Args('input') input: LogSupportInput): Promise<typeof SaveBuyerResult> {
    return answerBuyer(this.database, ctx, await this.support.log(ctx, input));
  }

  @Mutation(() => RemoveResult, { description: 'Removes an entry that was wrong.' })
  @Allow('buyer:write')
  async removeSupport(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'The entry.' }, UuidPipe) id: string,
  ): Promise<typeof RemoveResult> {
    const outcome = await this.support.remove(ctx, id);
    return isRefused(outcome) ? outcome.refusal : new Removed(outcome);
  }
}
