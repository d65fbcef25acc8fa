import { Injectable } from '@nestjs/common';
import { UnitOfWork, type TenantContext } from '@dangol/db';
import { FileMissing } from '../platform/files/file-store.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Task, type TaskHandler } from '../platform/jobs/task.decorator.ts';
import { CheckImport } from './check-import.ts';
import { ImportSteps } from './import-steps.ts';
import { IMPORT_STEP } from './import.task-name.ts';
import { ReadImport } from './read-import.ts';
import { UnreadableFile } from './reading/index.ts';
import { RunImport } from './run-import.ts';
import { contextOf, type StoredImport } from './stored-import.ts';
import { UndoImport } from './undo-import.ts';

interface Payload extends Record<string, unknown> {
  workspaceId: string;
  importId: string;
}

/** Failures without a step forward after which nobody tries again by itself. */
const PATIENCE = 4;

/** Does what the status of an import asks for, until it asks for a person or the import has ended. */
@Task(IMPORT_STEP)
@Injectable()
export class ImportStepJob implements TaskHandler<Payload> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly steps: ImportSteps,
    private readonly read: ReadImport,
    private readonly check: CheckImport,
    private readonly runRows: RunImport,
    private readonly undo: UndoImport,
    private readonly clock: Clock,
  ) {}

  async run({ workspaceId, importId }: Payload): Promise<void> {
    for (;;) {
      const found = await this.steps.find(contextOf(workspaceId, null), importId);
      const work = found && this.stepOf(found);
      if (!found || !work) return;
      const ctx = contextOf(workspaceId, found.startedBy);
      try {
        if (!(await work(ctx, found))) return;
      } catch (error) {
        if (await this.settle(ctx, found, error)) return;
        throw error;
      }
    }
  }

  async givenUp({ workspaceId, importId }: Payload): Promise<void> {
    const ctx = contextOf(workspaceId, null);
    const found = await this.steps.find(ctx, importId);
    if (found && this.stepOf(found)) await this.fail(ctx, found, 'INTERRUPTED', null);
  }

  /** Each answers whether to go on with what the status asks for then. */
  private stepOf({ status }: StoredImport): ((ctx: TenantContext, found: StoredImport) => Promise<boolean>) | null {
    if (status === 'reading') return (ctx, found) => this.read.execute(ctx, found);
    if (status === 'checking') return (ctx, found) => this.check.execute(ctx, found);
    if (status === 'running') return (ctx, found) => this.runRows.execute(ctx, found);
    if (status === 'undoing') return (ctx, found) => this.undo.execute(ctx, found);
    return null;
  }

  /** A file that cannot be read stays so; anything else may be over in a moment. Answers whether it was settled. */
  private async settle(ctx: TenantContext, found: StoredImport, error: unknown): Promise<boolean> {
    if (error instanceof UnreadableFile) {
      await this.fail(ctx, found, error.code, null);
      return true;
    }
    if (error instanceof FileMissing) {
      await this.fail(ctx, found, 'FILE_MISSING', null);
      return true;
    }
    return this.unitOfWork.run(ctx, async () => {
      const now = await this.steps.find(ctx, found.id, { lock: true });
      const failures = (now?.state.failures ?? 0) + 1;
      if (!now) return true;
      await this.steps.setState(ctx, found.id, { failures });
      if (failures >= PATIENCE) await this.fail(ctx, found, 'INTERRUPTED', null);
      return false;
    });
  }

  private fail(ctx: TenantContext, found: StoredImport, code: string, problem: string | null): Promise<void> {
    return this.unitOfWork.run(ctx, async () => {
      const now = await this.steps.find(ctx, found.id, { lock: true });
      if (now?.status !== found.status) return;
      await this.steps.update(ctx, found.id, {
        status: 'failed',
        problemCode: code,
        problem,
        finishedAt: this.clock.now(),
      });
      await this.steps.setState(ctx, found.id, { failures: 0 });
      this.steps.tell(ctx, found.id, 'failed', { code });
      if (found.runAt) await this.steps.wakeNext(ctx, found.kind);
    });
  }
}
