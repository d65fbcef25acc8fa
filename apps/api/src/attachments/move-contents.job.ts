import { Injectable } from '@nestjs/common';
import { TenantDatabase, UnitOfWork, type TenantContext } from '@dangol/db';
import { Task, type TaskHandler } from '../platform/jobs/task.decorator.ts';
import { AttachmentContents } from './attachment-contents.ts';

interface Payload extends Record<string, unknown> {
  workspaceId: string;
}

/**
 * Moves contents that were kept in the database, before there was a store, into the store. The migration that made the table
 * asks for it once per workspace. One at a time, and each is forgotten by the database only after the store has it.
 */
@Task('attachment-move-contents')
@Injectable()
export class MoveContentsJob implements TaskHandler<Payload> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly contents: AttachmentContents,
  ) {}

  async run({ workspaceId }: Payload): Promise<void> {
    const ctx: TenantContext = { workspaceId, actor: { kind: 'system', id: null } };
    while (await this.moveOne(ctx));
  }

  private async moveOne(ctx: TenantContext): Promise<boolean> {
    const [row] = await this.database.query<{ id: string; content: Buffer }>(
      ctx,
      `select id, content from attachments where workspace_id = $1 and content is not null order by id limit 1`,
      [ctx.workspaceId],
    );
    if (!row) return false;
    await this.contents.moveIn(ctx.workspaceId, row.id, row.content);
    const forget = `update attachments set content = null where workspace_id = $1 and id = $2 returning id`;
    const kept = await this.unitOfWork.run(ctx, () => this.database.query(ctx, forget, [ctx.workspaceId, row.id]));
    if (kept.length === 0) await this.contents.removeNow(ctx.workspaceId, row.id); // removed meanwhile, with its job before us
    return true;
  }
}
