import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { TenantDatabase, wholeWorkspace } from '@dangol/db';
import { Ctx, type RequestContext } from '../../platform/context/request-context.ts';
import { unwrap } from '../../platform/graphql/unwrap.ts';
import { Allow } from '../../platform/permissions/allow.decorator.ts';
import { ChangeWorkspaceUseCase } from './change-workspace.use-case.ts';
import {
  UpdateWorkspaceSettingsResult,
  WorkspaceSettings,
  WorkspaceSettingsInput,
} from './workspace-settings.model.ts';
import { queryWorkspaceSettings } from './workspace-settings.query.ts';

/** Settings of the workspace itself. */
@Resolver(() => WorkspaceSettings)
export class WorkspaceSettingsResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly changeWorkspace: ChangeWorkspaceUseCase,
  ) {}

  @Query(() => WorkspaceSettings, { description: 'Settings of the workspace, and what keeps its base currency.' })
  @Allow('workspace:read')
  workspaceSettings(@Ctx() ctx: RequestContext): Promise<WorkspaceSettings> {
    return queryWorkspaceSettings(this.database, wholeWorkspace(ctx));
  }

  @Mutation(() => UpdateWorkspaceSettingsResult, {
    description:
      'Changes settings. Naming language or base currency confirms them for the moving-in list, also as they are.',
  })
  @Allow('workspace:manage')
  async updateWorkspaceSettings(
    @Ctx() ctx: RequestContext,
    @Args('input', { description: 'What to change.' }) input: WorkspaceSettingsInput,
  ): Promise<typeof UpdateWorkspaceSettingsResult> {
    return unwrap(await this.changeWorkspace.execute(ctx, input));
  }
}
