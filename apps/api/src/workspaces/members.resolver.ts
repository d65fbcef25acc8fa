import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { TenantDatabase } from '@dangol/db';
import { Ctx } from '../platform/context/request-context.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { UuidPipe } from '../platform/graphql/uuid.pipe.ts';
import { unwrap } from '../platform/graphql/unwrap.ts';
import { Allow } from '../platform/permissions/allow.decorator.ts';
import { ChangeMemberUseCase } from './change-member.use-case.ts';
import { queryMembers } from './list-members.query.ts';
import { ChangeMemberResult, ChangeMemberRoleInput, Member } from './member.model.ts';

/** People of the workspace. */
@Resolver(() => Member)
export class MembersResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly changeMember: ChangeMemberUseCase,
  ) {}

  @Query(() => [Member], { description: 'Everyone who is or was in the workspace, active ones first, by name.' })
  @Allow('member:read')
  members(@Ctx() ctx: RequestContext): Promise<Member[]> {
    return queryMembers(this.database, ctx);
  }

  @Mutation(() => ChangeMemberResult, { description: 'Gives a member another role; works at once.' })
  @Allow('member:manage')
  async changeMemberRole(
    @Ctx() ctx: RequestContext,
    @Args('input') input: ChangeMemberRoleInput,
  ): Promise<typeof ChangeMemberResult> {
    return unwrap(await this.changeMember.changeRole(ctx, input));
  }

  @Mutation(() => ChangeMemberResult, {
    description: 'Ends a membership at once; the name stays on what the member did.',
  })
  @Allow('member:manage')
  async removeMember(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'The member.' }, UuidPipe) id: string,
  ): Promise<typeof ChangeMemberResult> {
    return unwrap(await this.changeMember.remove(ctx, id));
  }
}
