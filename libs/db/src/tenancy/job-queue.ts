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
}

/** Enqueues jobs in the transaction of the open unit: they exist exactly when the unit was committed. */
export class JobQueue {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Enqueues a job. Throws NoUnitOfWork outside a unit. */
  async enqueue(ctx: TenantContext, job: NewJob): Promise<void> {
    const payload = JSON.stringify({ ...job.payload, workspaceId: ctx.workspaceId });
    const key = job.key === undefined ? null : `${job.task}:${ctx.workspaceId}:${job.key}`;
    await this.unitOfWork
      .require(ctx)
      .statement((client) =>
        client.query('select queue.enqueue($1, $2, $3, $4)', [job.task, payload, key, job.runAt ?? null]),
      );
  }
}
