import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { IdentityStore, TenantDatabase } from '@dangol/db';
import { Clock } from '../platform/clock/clock.ts';
import { Ctx } from '../platform/context/request-context.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { UuidPipe } from '../platform/graphql/uuid.pipe.ts';
import { unwrap } from '../platform/graphql/unwrap.ts';
import { Allow } from '../platform/permissions/allow.decorator.ts';
import { queryInvitationOffer } from './invitation-offer.query.ts';
import {
  Invitation,
  InvitationOffer,
  InviteMemberInput,
  InviteMemberResult,
  RevokeInvitationResult,
} from './invitation.model.ts';
import { InviteMemberUseCase } from './invite-member.use-case.ts';
import { queryOpenInvitations } from './list-invitations.query.ts';
import { RevokeInvitationUseCase } from './revoke-invitation.use-case.ts';

/** Invitations of the workspace. */
@Resolver(() => Invitation)
export class InvitationsResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly identity: IdentityStore,
    private readonly inviteMemberUseCase: InviteMemberUseCase,
    private readonly revokeInvitationUseCase: RevokeInvitationUseCase,
    private readonly clock: Clock,
  ) {}

  @Query(() => InvitationOffer, {
    nullable: true,
    description: 'What an invitation link offers; null when it no longer works.',
  })
  @Allow('public')
  invitationOffer(
    @Args('token', { description: 'Token of the link.' }) token: string,
  ): Promise<InvitationOffer | null> {
    return queryInvitationOffer(this.database, this.identity, token, this.clock.now());
  }

  @Query(() => [Invitation], { description: 'Invitations that wait for their answer, newest first.' })
  @Allow('member:manage')
  invitations(@Ctx() ctx: RequestContext): Promise<Invitation[]> {
    return queryOpenInvitations(this.database, ctx, this.clock.now());
  }

  @Mutation(() => InviteMemberResult, { description: 'Offers a role to a person; the answer holds the link, once.' })
  @Allow('member:manage')
  async inviteMember(
    @Ctx() ctx: RequestContext,
    @Args('input') input: InviteMemberInput,
  ): Promise<typeof InviteMemberResult> {
    return unwrap(await this.inviteMemberUseCase.execute(ctx, input));
  }

  @Mutation(() => RevokeInvitationResult, { description: 'Takes an invitation back; its link stops working.' })
  @Allow('member:manage')
  async revokeInvitation(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'The invitation.' }, UuidPipe) id: string,
  ): Promise<typeof RevokeInvitationResult> {
    return unwrap(await this.revokeInvitationUseCase.execute(ctx, id));
  }
}
