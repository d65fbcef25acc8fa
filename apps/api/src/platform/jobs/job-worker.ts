import { Inject, Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { Logger, run } from 'graphile-worker';
import type { Job, JobHelpers, Runner, TaskList } from 'graphile-worker';
import { Pool } from 'pg';
import { ENV } from '../../config/env.ts';
import type { Env } from '../../config/env.ts';
import { LOG, withLogScope } from '../logging/log.ts';
import type { Log } from '../logging/log.ts';
import { Metrics } from '../metrics/metrics.ts';
import type { QueueState } from '../metrics/metrics.ts';
import { Task } from './task.decorator.ts';
import type { JobRun, TaskHandler } from './task.decorator.ts';
import { WorkerLease } from './worker-lease.ts';

const SCHEMA = 'jobs';
const ROLE = 'dangol_jobs';
const CONCURRENT_JOBS = 4;
const POLL_MS = 1_000;
const SWEEP_MS = 10_000;

const QUEUE_STATE = `
  select count(*) filter (where attempts < max_attempts)::integer as waiting,
    count(*) filter (where attempts >= max_attempts and locked_at is null)::integer as "givenUp",
    coalesce(extract(epoch from now() - min(run_at) filter (where attempts < max_attempts and locked_at is null and run_at <= now())), 0)::float as "lagSeconds"
  from jobs.jobs`;

/** Runs the jobs: at least once each, again with growing pauses after a failure, and again after a crash. */
@Injectable()
export class JobWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private runner: Runner | null = null;
  private pool: Pool | null = null;
  private lease: WorkerLease | null = null;
  private sweep: NodeJS.Timeout | null = null;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly metrics: Metrics,
    @Inject(ENV) private readonly env: Env,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.env.role !== 'http') await this.start();
  }

  /** Jobs that run now are finished; their connections are still open at this point of the shutdown. */
  async beforeApplicationShutdown(): Promise<void> {
    if (this.sweep) clearInterval(this.sweep);
    await this.runner?.stop();
    await this.lease?.stop();
    await this.pool?.end();
    this.runner = null;
  }

  private async start(): Promise<void> {
    const { directUrl } = this.env.database;
    const lease = new WorkerLease(directUrl, this.log);
    this.lease = lease;
    await lease.start();
    await this.freeJobsOfTheDead();
    this.pool = new Pool({
      connectionString: directUrl,
      options: `-c role=${ROLE}`,
      application_name: 'dangol-jobs',
      max: CONCURRENT_JOBS + 2,
    });
    const onError = (error: Error): void => this.log.warn({ err: error }, 'a connection of the job queue broke');
    this.pool.on('error', onError).on('connect', (client) => client.on('error', onError));
    this.runner = await run({
      pgPool: this.pool,
      schema: SCHEMA,
      concurrency: CONCURRENT_JOBS,
      pollInterval: POLL_MS,
      noHandleSignals: true, // main.ts decides when to stop, and waits
      taskList: this.taskList(),
      parsedCronItems: [],
      logger: new Logger(() => () => undefined), // its lines quote error messages, which quote data; ours are written below
      preset: {
        worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 }, // a job that ends during a stop is never left locked
        plugins: [
          {
            name: 'DangolLeasePlugin',
            version: '1.0.0',
            worker: { hooks: { startWorker: (_context, { worker }) => lease.hold(worker.workerPool.id) } },
          },
        ],
      },
    });
    this.runner.promise.catch((error: unknown) => this.log.error({ err: error }, 'the job worker stopped by itself'));
    this.metrics.watchQueue(() => this.queueState());
    this.sweep = setInterval(() => void this.freeJobsOfTheDead(), SWEEP_MS);
    this.sweep.unref();
  }

  /** What waits in the queue now; nothing when the worker has stopped. */
  private async queueState(): Promise<QueueState | null> {
    if (!this.runner || !this.pool) return null;
    const { rows } = await this.pool.query<QueueState>(QUEUE_STATE);
    return rows[0] ?? null;
  }

  private async freeJobsOfTheDead(): Promise<void> {
    try {
      const dead = (await this.lease?.freeJobsOfTheDead()) ?? 0;
      if (dead > 0) this.log.warn({ workers: dead }, 'jobs of dead workers run again');
    } catch (error) {
      this.log.warn({ err: error }, 'the jobs of dead workers could not be looked for');
    }
  }

  private taskList(): TaskList {
    const tasks: TaskList = {};
    for (const wrapper of this.discovery.getProviders({ metadataKey: Task.KEY })) {
      const task = this.discovery.getMetadataByDecorator(Task, wrapper);
      if (!task) continue;
      if (tasks[task]) throw new Error(`two classes are marked @Task('${task}')`);
      const handler: TaskHandler = wrapper.instance;
      tasks[task] = (payload: unknown, { job }: JobHelpers) => this.perform(handler, { ...Object(payload) }, job);
    }
    return tasks;
  }

  private perform(handler: TaskHandler, payload: Record<string, unknown>, job: Job): Promise<void> {
    const task = job.task_identifier;
    const jobRun: JobRun = { id: job.id, attempt: job.attempts, lastAttempt: job.attempts >= job.max_attempts };
    return withLogScope({ jobId: job.id, task }, async () => {
      const started = performance.now();
      try {
        await handler.run(payload, jobRun);
        this.metrics.jobEnded(task, 'done', performance.now() - started);
      } catch (error) {
        this.metrics.jobEnded(task, jobRun.lastAttempt ? 'given_up' : 'failed', performance.now() - started);
        this.log.error({ err: error, attempt: jobRun.attempt, final: jobRun.lastAttempt }, 'job failed');
        if (jobRun.lastAttempt) await this.giveUp(handler, payload, jobRun);
        throw error;
      }
    });
  }

  /** The last chance to leave a state that a person can see; its own failure must not hide the first one. */
  private async giveUp(handler: TaskHandler, payload: Record<string, unknown>, job: JobRun): Promise<void> {
    try {
      await handler.givenUp?.(payload, job);
    } catch (error) {
      this.log.error({ err: error }, 'giving a job up failed');
    }
  }
}
