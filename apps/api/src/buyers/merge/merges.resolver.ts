import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { TenantDatabase, isRefused } from '@dangol/db';
import { Ctx, type RequestContext } from '../../platform/context/request-context.ts';
import { MAX_PAGE_SIZE } from '../../platform/graphql/connection.ts';
import { RemoveResult, Removed } from '../../platform/graphql/removed.type.ts';
import { UuidPipe } from '../../platform/graphql/uuid.pipe.ts';
import { Allow } from '../../platform/permissions/allow.decorator.ts';
import { Member, queryMember } from '../../workspaces/index.ts';
import { queryBuyer } from '../buyer.query.ts';
import { DismissDuplicateUseCase } from '../duplicates/dismiss-duplicate.use-case.ts';
import { DuplicateProposal } from '../duplicates/duplicate.model.ts';
import { queryDuplicateProposals } from '../duplicates/duplicates.query.ts';
import { MergeBuyersUseCase } from './merge-buyers.use-case.ts';
import { BuyerMerge, BuyerMerged, MergeBuyersInput, MergeResult, MergeUndone, UndoMergeResult } from './merge.model.ts';
import { queryMerge } from './merges.query.ts';
import { UndoMergeUseCase } from './undo-merge.use-case.ts';

/** Duplicates, merges and their undoing. */
@Resolver(() => BuyerMerge)
export class MergesResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly mergeBuyersUseCase: MergeBuyersUseCase,
    private readonly undoMergeUseCase: UndoMergeUseCase,
    private readonly dismiss: DismissDuplicateUseCase,
  ) {}

  @Query(() => [DuplicateProposal], { description: 'Buyers that may be one, the surest first.' })
  @Allow('buyer:read')
  duplicateProposals(
    @Ctx() ctx: RequestContext,
    @Args('first', { type: () => Int, defaultValue: 20, description: 'Pairs wanted, 1 to 100.' }) first: number,
  ): Promise<DuplicateProposal[]> {
    return queryDuplicateProposals(this.database, ctx, Math.min(MAX_PAGE_SIZE, Math.max(1, first)));
  }

  @ResolveField(() => Member, { nullable: true, description: 'Who merged them.' })
  async mergedBy(@Ctx() ctx: RequestContext, @Parent() merge: BuyerMerge): Promise<Member | null> {
    return merge.mergedById ? queryMember(this.database, ctx, merge.mergedById) : null;
  }

  @Mutation(() => RemoveResult, { description: 'Two buyers are two: they are not proposed again.' })
  @Allow('buyer:merge')
  async dismissDuplicate(
    @Ctx() ctx: RequestContext,
    @Args('firstId', { type: () => ID, description: 'One buyer.' }, UuidPipe) firstId: string,
    @Args('secondId', { type: () => ID, description: 'The other.' }, UuidPipe) secondId: string,
  ): Promise<typeof RemoveResult> {
    const outcome = await this.dismiss.execute(ctx, firstId, secondId);
    return isRefused(outcome) ? outcome.refusal : new Removed(outcome);
  }

  @Mutation(() => MergeResult, { description: 'Makes one buyer of two; can be undone for 24 hours.' })
  @Allow('buyer:merge')
  async mergeBuyers(@Ctx() ctx: RequestContext, @Args('input') input: MergeBuyersInput): Promise<typeof MergeResult> {
    const outcome = await this.mergeBuyersUseCase.execute(ctx, input);
    if (isRefused(outcome)) return outcome.refusal;
    const merge = await queryMerge(this.database, ctx, outcome.mergeId);
    return new BuyerMerged(merge, (await queryBuyer(this.database, ctx, outcome.keptId))!);
  }

  @Mutation(() => UndoMergeResult, { description: 'Makes two buyers of a merged one again, within 24 hours.' })
  @Allow('buyer:merge')
  async undoMerge(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'The merge.' }, UuidPipe) id: string,
  ): Promise<typeof UndoMergeResult> {
    const outcome = await this.undoMergeUseCase.execute(ctx, id);
    if (isRefused(outcome)) return outcome.refusal;
    const kept = (await queryBuyer(this.database, ctx, outcome.keptId))!;
    return new MergeUndone(kept, (await queryBuyer(this.database, ctx, outcome.restoredId))!);
  }
}
