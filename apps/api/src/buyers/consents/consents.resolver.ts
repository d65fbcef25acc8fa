import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { TenantDatabase } from '@dangol/db';
import { Ctx, type RequestContext } from '../../platform/context/request-context.ts';
import { Allow } from '../../platform/permissions/allow.decorator.ts';
import { Member, queryMember } from '../../workspaces/index.ts';
import { answerBuyer } from '../record/answer-buyer.ts';
import { SaveBuyerResult } from '../record/buyer-saved.type.ts';
import { Consent, RecordConsentInput } from './consent.model.ts';
import { RecordConsentUseCase } from './record-consent.use-case.ts';

/** What buyers allowed. */
@Resolver(() => Consent)
export class ConsentsResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly recordConsentUseCase: RecordConsentUseCase,
  ) {}

  @ResolveField(() => Member, { nullable: true, description: 'Who wrote it down.' })
  async recordedBy(@Ctx() ctx: RequestContext, @Parent() consent: Consent): Promise<Member | null> {
    return consent.recordedById ? queryMember(this.database, ctx, consent.recordedById) : null;
  }

  @Mutation(() => SaveBuyerResult, { description: 'Writes down what a buyer allowed or withdrew.' })
  @Allow('buyer:write')
  async recordConsent(
    @Ctx() ctx: RequestContext,
    @Args('input') input: RecordConsentInput,
  ): Promise<typeof SaveBuyerResult> {
    return answerBuyer(this.database, ctx, await this.recordConsentUseCase.execute(ctx, input));
  }
}
