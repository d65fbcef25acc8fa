import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { TenantDatabase, isRefused } from '@dangol/db';
import { Ctx, type RequestContext } from '../../platform/context/request-context.ts';
import { RemoveResult, Removed } from '../../platform/graphql/removed.type.ts';
import { UuidPipe } from '../../platform/graphql/uuid.pipe.ts';
import { Allow } from '../../platform/permissions/allow.decorator.ts';
import { Member, queryMember } from '../../workspaces/index.ts';
import { BuyerFile } from './file.model.ts';
import { KeepFileUseCase } from './keep-file.use-case.ts';

/** Files of buyers. */
@Resolver(() => BuyerFile)
export class FilesResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly files: KeepFileUseCase,
  ) {}

  @ResolveField(() => Member, { nullable: true, description: 'Who added it.' })
  async uploadedBy(@Ctx() ctx: RequestContext, @Parent() file: BuyerFile): Promise<Member | null> {
    return file.uploadedById ? queryMember(this.database, ctx, file.uploadedById) : null;
  }

  @Mutation(() => RemoveResult, { description: 'Removes a file from a buyer.' })
  @Allow('buyer:write')
  async removeBuyerFile(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'The file.' }, UuidPipe) id: string,
  ): Promise<typeof RemoveResult> {
    const outcome = await this.files.remove(ctx, id);
    return isRefused(outcome) ? outcome.refusal : new Removed(outcome);
  }
}
