import { Injectable } from '@nestjs/common';
import { EventLog, TenantDatabase, UnitOfWork, WorkspacesRepository } from '@dangol/db';
import type { RequestContext } from '../platform/context/request-context.ts';
import type { AutoSend } from './home.model.ts';
import { queryAutoSend } from './home.query.ts';

/** Pauses or resumes what the assistant sends by itself. The gate reads the mark at every decision, so it works at once. */
@Injectable()
export class ChangeAutoSendUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly workspaces: WorkspacesRepository,
    private readonly events: EventLog,
  ) {}

  /** Pausing what is paused changes nothing and leaves no second line in the log. */
  execute(ctx: RequestContext, paused: boolean): Promise<AutoSend> {
    return this.unitOfWork.run(ctx, async () => {
      await this.database.query(ctx, `select from workspaces where id = $1 for no key update`, [ctx.workspaceId]);
      const before = await queryAutoSend(this.database, ctx);
      if (before.paused === paused) return before;
      await this.workspaces.update(ctx, { autoSendPaused: paused });
      this.events.append(ctx, {
        verb: paused ? 'auto_send.paused' : 'auto_send.resumed',
        subjectKind: 'workspace',
        subjectId: ctx.workspaceId,
      });
      return { ...before, paused };
    });
  }
}
