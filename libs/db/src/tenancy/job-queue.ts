import type { TenantContext } from './tenant-context.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** Work to be done later by a worker. */
export interface NewJob {
  /** The name of the task. */
  task: string;
  /** What the task needs; `workspaceId` is added to it. */
  payload: Record<string, unknown>;
  /** A job of the same task and workspace that waits under this key is replaced. */
  key?: string;
  /** When to run it; at once when left out. */
  runAt?: Date;
  /** Lower runs first; 0 when left out. Only of jobs that are enqueued together. */
  priority?: number;
}

/** Enqueues jobs in the transaction of the open unit: they exist exactly when the unit was committed. */
export class JobQueue {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Enqueues a job. Throws NoUnitOfWork outside a unit. */
  async enqueue(ctx: TenantContext, job: NewJob): Promise<void> {
    await this.call(ctx, 'select queue.enqueue($1, $2, $3, $4)', [
      job.task,
      payloadOf(ctx, job),
      keyOf(ctx, job),
      job.runAt ?? null,
    ]);
  }

  /** Enqueues many in one statement. Throws NoUnitOfWork outside a unit. */
  async enqueueMany(ctx: TenantContext, jobs: readonly NewJob[]): Promise<void> {
    if (jobs.length === 0) return;
    const rows = jobs.map((job) => ({
      task: job.task,
      payload: { ...job.payload, workspaceId: ctx.workspaceId },
      key: keyOf(ctx, job),
      run_at: job.runAt?.toISOString() ?? null,
      priority: job.priority ?? null,
    }));
    await this.call(ctx, 'select queue.enqueue_many($1)', [JSON.stringify(rows)]);
  }

  /** Makes sure that a job of this key runs at the latest at `runAt`: one that waits is moved earlier, and never later. */
  async enqueueBy(ctx: TenantContext, job: NewJob & { key: string; runAt: Date }): Promise<void> {
    const values = [job.task, payloadOf(ctx, job), keyOf(ctx, job), job.runAt];
    await this.call(ctx, 'select queue.enqueue_by($1, $2, $3, $4)', values);
  }

  private async call(ctx: TenantContext, sql: string, values: unknown[]): Promise<void> {
    await this.unitOfWork.require(ctx).statement((client) => client.query(sql, values));
  }
}

function payloadOf(ctx: TenantContext, { payload }: NewJob): string {
  return JSON.stringify({ ...payload, workspaceId: ctx.workspaceId });
}

function keyOf(ctx: TenantContext, { task, key }: NewJob): string | null {
  return key === undefined ? null : `${task}:${ctx.workspaceId}:${key}`;
}
