import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { TenantDatabase, isRefused } from '@dangol/db';
import { Ctx, type RequestContext } from '../../platform/context/request-context.ts';
import { RemoveResult, Removed } from '../../platform/graphql/removed.type.ts';
import { UuidPipe } from '../../platform/graphql/uuid.pipe.ts';
import { Allow } from '../../platform/permissions/allow.decorator.ts';
import { answerBuyer } from './answer-buyer.ts';
import { SaveBuyerResult } from './buyer-saved.type.ts';
import { CreateBuyerUseCase } from './create-buyer.use-case.ts';
import { CreateBuyerInput, SaveContactInput, SetBuyerOwnerInput, UpdateBuyerInput } from './record.input.ts';
import { SaveContactUseCase } from './save-contact.use-case.ts';
import { SetOwnerUseCase } from './set-owner.use-case.ts';
import { UpdateBuyerUseCase } from './update-buyer.use-case.ts';

/** Changes to a buyer's record. */
@Resolver()
export class RecordResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly createBuyerUseCase: CreateBuyerUseCase,
    private readonly updateBuyerUseCase: UpdateBuyerUseCase,
    private readonly setOwner: SetOwnerUseCase,
    private readonly contacts: SaveContactUseCase,
  ) {}

  @Mutation(() => SaveBuyerResult, { description: 'Registers a buyer by hand.' })
  @Allow('buyer:write')
  async createBuyer(
    @Ctx() ctx: RequestContext,
    @Args('input') input: CreateBuyerInput,
  ): Promise<typeof SaveBuyerResult> {
    return answerBuyer(this.database, ctx, await this.createBuyerUseCase.execute(ctx, input));
  }

  @Mutation(() => SaveBuyerResult, { description: 'Changes fields of a buyer: all that are named, or none.' })
  @Allow('buyer:write')
  async updateBuyer(
    @Ctx() ctx: RequestContext,
    @Args('input') input: UpdateBuyerInput,
  ): Promise<typeof SaveBuyerResult> {
    return answerBuyer(this.database, ctx, await this.updateBuyerUseCase.execute(ctx, input));
  }

  @Mutation(() => SaveBuyerResult, { description: 'Says who looks after a buyer.' })
  @Allow('buyer:write')
  async setBuyerOwner(
    @Ctx() ctx: RequestContext,
    @Args('input') input: SetBuyerOwnerInput,
  ): Promise<typeof SaveBuyerResult> {
    return answerBuyer(this.database, ctx, await this.setOwner.execute(ctx, input));
  }

  @Mutation(() => SaveBuyerResult, { description: 'Adds or changes a person at a buyer.' })
  @Allow('buyer:write')
  async saveContact(
    @Ctx() ctx: RequestContext,
    @Args('input') input: SaveContactInput,
  ): Promise<typeof SaveBuyerResult> {
    return answerBuyer(this.database, ctx, await this.contacts.keep(ctx, input));
  }

  @Mutation(() => RemoveResult, { description: 'Removes a person from a buyer.' })
  @Allow('buyer:write')
  async removeContact(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'The contact.' }, UuidPipe) id: string,
  ): Promise<typeof RemoveResult> {
    const outcome = await this.contacts.remove(ctx, id);
    return isRefused(outcome) ? outcome.refusal : new Removed(outcome);
  }
}
