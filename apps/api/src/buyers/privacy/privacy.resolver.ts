import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { Ctx, type RequestContext } from '../../platform/context/request-context.ts';
import { unwrap } from '../../platform/graphql/unwrap.ts';
import { UuidPipe } from '../../platform/graphql/uuid.pipe.ts';
import { Allow } from '../../platform/permissions/allow.decorator.ts';
import { PersonalDataUseCase } from './personal-data.use-case.ts';
import { EraseBuyerInput, EraseResult, PersonalDataResult } from './privacy.model.ts';

/** Personal data on request. */
@Resolver()
export class PrivacyResolver {
  constructor(private readonly personalData: PersonalDataUseCase) {}

  @Mutation(() => PersonalDataResult, { description: 'Everything held on a buyer; that it was taken out is recorded.' })
  @Allow('buyer:privacy')
  async exportPersonalData(
    @Ctx() ctx: RequestContext,
    @Args('buyerId', { type: () => ID, description: 'The buyer.' }, UuidPipe) buyerId: string,
  ): Promise<typeof PersonalDataResult> {
    return unwrap(await this.personalData.export(ctx, buyerId));
  }

  @Mutation(() => EraseResult, { description: 'Erases the personal data of a buyer for good; figures stay.' })
  @Allow('buyer:privacy')
  async eraseBuyer(@Ctx() ctx: RequestContext, @Args('input') input: EraseBuyerInput): Promise<typeof EraseResult> {
    return unwrap(await this.personalData.erase(ctx, input));
  }
}
