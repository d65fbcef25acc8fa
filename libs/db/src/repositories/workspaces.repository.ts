import { WorkspaceEntity } from '../entities/workspace.entity.ts';
import { RowNotFound } from '../tenancy/tenancy-errors.ts';
import type { TenantContext } from '../tenancy/tenant-context.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** What a workspace is created with; its id is the one that the context is bound to. */
export type NewWorkspace = Pick<
  WorkspaceEntity,
  'slug' | 'name' | 'timeZone' | 'baseCurrency' | 'language' | 'createdAt'
> &
  Partial<Pick<WorkspaceEntity, 'undoSendSeconds' | 'autoSendPaused' | 'setup'>>;

/** Settings of a workspace that may change. */
export type WorkspacePatch = Partial<Omit<NewWorkspace, 'createdAt'>>;

/** The directory row of the bound workspace; the only table whose own id is the workspace's. */
export class WorkspacesRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Creates the workspace that `ctx` is bound to. Throws NoUnitOfWork outside a unit. */
  async insert(ctx: TenantContext, workspace: NewWorkspace): Promise<void> {
    await this.unitOfWork.require(ctx).statement((_client, { manager }) =>
      manager
        .createQueryBuilder()
        .insert()
        .into(WorkspaceEntity)
        .values({ ...workspace, id: ctx.workspaceId })
        .updateEntity(false)
        .execute(),
    );
  }

  /** The bound workspace. Throws RowNotFound when it was never created. */
  async get(ctx: TenantContext): Promise<WorkspaceEntity> {
    const workspace = await this.unitOfWork.run(ctx, () =>
      this.unitOfWork
        .require(ctx)
        .statement((_client, { manager }) =>
          manager.createQueryBuilder(WorkspaceEntity, 'workspace').where({ id: ctx.workspaceId }).getOne(),
        ),
    );
    if (!workspace) throw new RowNotFound('workspaces', ctx.workspaceId);
    return workspace;
  }

  /** Changes settings of the bound workspace. Throws NoUnitOfWork outside a unit, RowNotFound when it was never created. */
  async update(ctx: TenantContext, patch: WorkspacePatch): Promise<void> {
    const result = await this.unitOfWork
      .require(ctx)
      .statement((_client, { manager }) =>
        manager.createQueryBuilder().update(WorkspaceEntity).set(patch).where({ id: ctx.workspaceId }).execute(),
      );
    if (result.affected !== 1) throw new RowNotFound('workspaces', ctx.workspaceId);
  }
}
