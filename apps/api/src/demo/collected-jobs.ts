import type { JobQueue, NewJob, TenantContext } from '@dangol/db';
import type { Clock } from '../platform/clock/clock.ts';

/** A job that waits for its time. */
export interface CollectedJob {
  readonly task: string;
  readonly payload: Record<string, unknown>;
  readonly dueMs: number;
}

/** A worker takes a job up this long after it was enqueued. */
const PICKED_UP_AFTER_MS = 1000;

/**
 * Stands in for the job queue while the past is played: jobs are kept here and run at the past's own time. None of them
 * reaches the real queue, where a worker would run it again, at the wrong time, once the demo is there. Only jobs that come
 * again and again are left to the real queue: played here, they would never come to an end.
 */
export class CollectedJobs {
  private readonly waiting = new Map<string, CollectedJob>();

  constructor(
    private readonly clock: Clock,
    private readonly recurring: readonly string[],
  ) {}

  /**
   * Every job that this process enqueues from now on is kept here, except the recurring ones, and those that wake at the next
   * instant of many (`enqueueBy`): the worker of the finished demo does what is due by then at once.
   */
  takeOver(queue: JobQueue): void {
    const enqueue = queue.enqueue.bind(queue);
    queue.enqueue = (ctx, job) =>
      this.recurring.includes(job.task) ? enqueue(ctx, job) : Promise.resolve(this.keep(ctx, job));
    queue.enqueueMany = async (ctx, jobs) => {
      for (const job of jobs) await queue.enqueue(ctx, job);
    };
  }

  /** The job that is due first; it stays until it is taken. */
  get first(): CollectedJob | null {
    return [...this.waiting.values()].reduce<CollectedJob | null>(
      (first, job) => (first && first.dueMs <= job.dueMs ? first : job),
      null,
    );
  }

  /** Removes a job, which its caller runs. */
  take(job: CollectedJob): void {
    for (const [key, waiting] of this.waiting) if (waiting === job) this.waiting.delete(key);
  }

  private keep(ctx: TenantContext, job: NewJob): void {
    const dueMs = job.runAt?.getTime() ?? this.clock.now().getTime() + PICKED_UP_AFTER_MS;
    const payload = { ...job.payload, workspaceId: ctx.workspaceId };
    // As in the real queue, a job under the same key replaces the one that waits.
    this.waiting.set(`${job.task} ${job.key ?? JSON.stringify(payload)}`, { task: job.task, payload, dueMs });
  }
}
