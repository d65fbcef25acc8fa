import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { TenantDatabase } from '@dangol/db';
import { Ctx } from '../platform/context/request-context.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { unwrap } from '../platform/graphql/unwrap.ts';
import { Allow } from '../platform/permissions/allow.decorator.ts';
import { PERMISSIONS } from '../platform/permissions/permissions.ts';
import { queryRoles } from './list-roles.query.ts';
import { CreateRoleInput, Role, RoleResult, UpdateRoleInput } from './role.model.ts';
import { SaveRoleUseCase } from './save-role.use-case.ts';

/** Roles of the workspace and what they allow. */
@Resolver(() => Role)
export class RolesResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly saveRole: SaveRoleUseCase,
  ) {}

  @Query(() => [Role], { description: 'The roles of the workspace, by key.' })
  @Allow('member:read')
  roles(@Ctx() ctx: RequestContext): Promise<Role[]> {
    return queryRoles(this.database, ctx);
  }

  @Query(() => [String], { description: 'Every permission there is, in the order in which they are shown.' })
  @Allow('member:read')
  permissions(): readonly string[] {
    return PERMISSIONS;
  }

  @Mutation(() => RoleResult, {
    description: 'Gives a role exactly these rights; works at once for everybody who has it.',
  })
  @Allow('role:manage')
  async updateRole(@Ctx() ctx: RequestContext, @Args('input') input: UpdateRoleInput): Promise<typeof RoleResult> {
    return unwrap(await this.saveRole.update(ctx, input));
  }

  @Mutation(() => RoleResult, { description: 'Makes a role.' })
  @Allow('role:manage')
  async createRole(@Ctx() ctx: RequestContext, @Args('input') input: CreateRoleInput): Promise<typeof RoleResult> {
    return unwrap(await this.saveRole.create(ctx, input));
  }
}
