import { Args, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { TenantDatabase, isRefused } from '@dangol/db';
import { Ctx, type RequestContext } from '../platform/context/request-context.ts';
import { RemoveResult, Removed } from '../platform/graphql/removed.type.ts';
import { UuidPipe } from '../platform/graphql/uuid.pipe.ts';
import { Allow } from '../platform/permissions/allow.decorator.ts';
import { Member, queryMember } from '../workspaces/index.ts';
import { Attachment } from './attachment.model.ts';
import { MoveImageUseCase } from './move-image.use-case.ts';
import { RemoveAttachmentUseCase } from './remove-attachment.use-case.ts';

/** Files of buyers, products and conversations. */
@Resolver(() => Attachment)
export class AttachmentsResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly removal: RemoveAttachmentUseCase,
    private readonly moveImage: MoveImageUseCase,
  ) {}

  @ResolveField(() => Member, { nullable: true, description: 'Who added it; null for what a buyer sent.' })
  async uploadedBy(@Ctx() ctx: RequestContext, @Parent() file: Attachment): Promise<Member | null> {
    return file.uploadedById ? queryMember(this.database, ctx, file.uploadedById) : null;
  }

  @Mutation(() => RemoveResult, {
    description:
      "Removes a file: of a buyer with buyer:write, of a product with product:write, the caller's own unsent ones of a conversation with inbox:reply.",
  })
  @Allow('workspace:read')
  async removeAttachment(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'The file.' }, UuidPipe) id: string,
  ): Promise<typeof RemoveResult> {
    const outcome = await this.removal.one(ctx, id);
    return isRefused(outcome) ? outcome.refusal : new Removed(outcome);
  }

  @Mutation(() => RemoveResult, {
    nullable: true,
    description:
      'Puts a picture of a product in its place among them; the first one is shown in lists. Answers the id of the picture.',
  })
  @Allow('product:write')
  async moveProductImage(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'The picture.' }, UuidPipe) id: string,
    @Args('position', { type: () => Int, description: 'Pictures before it; beyond the last one means the last.' })
    position: number,
  ): Promise<typeof RemoveResult> {
    const outcome = await this.moveImage.execute(ctx, id, Math.max(0, position));
    return isRefused(outcome) ? outcome.refusal : new Removed(id);
  }
}
