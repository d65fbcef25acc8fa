import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { TenantDatabase, isRefused } from '@dangol/db';
import { Ctx, type RequestContext } from '../platform/context/request-context.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { Allow } from '../platform/permissions/allow.decorator.ts';
import { DiscardDraftUseCase } from './discard-draft.use-case.ts';
import { DiscardDraftInput, DiscardDraftResult, Draft } from './draft.model.ts';
import { queryDraft } from './draft.query.ts';

/** The assistant's drafts. */
@Resolver(() => Draft)
export class DraftsResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly discard: DiscardDraftUseCase,
  ) {}

  @Mutation(() => DiscardDraftResult, { description: 'Puts a ready draft aside, with the reason.' })
  @Allow('draft:review')
  async discardDraft(
    @Ctx() ctx: RequestContext,
    @Args('input') input: DiscardDraftInput,
  ): Promise<typeof DiscardDraftResult> {
    const outcome = await this.discard.execute(ctx, input);
    if (isRefused(outcome)) return outcome.refusal;
    return (await queryDraft(this.database, ctx, { id: input.id })) ?? new NotFound();
  }
}
