import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { DataSource } from 'typeorm';
import { LiveEvents } from '../events/live-events.ts';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The numbers of this process. Labels are route templates, field names and task names, never anything a caller made up. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();

  private readonly http = new Histogram({
    name: 'dangol_http_request_seconds',
    help: 'Time to answer HTTP requests.',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [this.registry],
  });

  private readonly graphql = new Histogram({
    name: 'dangol_graphql_operation_seconds',
    help: 'Time to run GraphQL operations, by type and first root field.',
    labelNames: ['type', 'field', 'outcome'],
    buckets: SECONDS,
    registers: [this.registry],
  });

  private readonly jobs = new Histogram({
    name: 'dangol_job_seconds',
    help: 'Time to run jobs, by task and outcome (done, failed, given_up).',
    labelNames: ['task', 'outcome'],
    buckets: SECONDS,
    registers: [this.registry],
  });

  constructor(source: DataSource, live: LiveEvents) {
    collectDefaultMetrics({ register: this.registry });
    const registers = [this.registry];
    const pool = poolOf(source);
    new Gauge({
      name: 'dangol_pool_connections',
      help: 'Connections of the database pool, by state; waiting counts requests without one.',
      labelNames: ['state'],
      registers,
      collect() {
        this.set({ state: 'idle' }, pool.idleCount);
        this.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
        this.set({ state: 'waiting' }, pool.waitingCount);
      },
    });
    new Gauge({
      name: 'dangol_live_readers',
      help: 'Sockets that follow the event log.',
      registers,
      collect() {
        this.set(live.readerCount);
      },
    });
  }

  /** Adds the job queue's numbers, read when somebody asks for the metrics. Only a process with a worker has them. */
  watchQueue(read: () => Promise<QueueState | null>): void {
    new Gauge({
      name: 'dangol_jobs',
      help: 'Jobs in the queue by state: waiting (due or not), given_up.',
      labelNames: ['state'],
      registers: [this.registry],
      async collect() {
        const state = await read();
        if (!state) return;
        this.set({ state: 'waiting' }, state.waiting);
        this.set({ state: 'given_up' }, state.givenUp);
        lag.set(state.lagSeconds);
      },
    });
    const lag = new Gauge({
      name: 'dangol_job_lag_seconds',
      help: 'Age of the oldest job that is due and not yet taken.',
      registers: [this.registry],
    });
  }

  /** Records an answered request. */
  requestEnded(method: string, route: string, status: number, milliseconds: number): void {
    this.http.observe({ method, route, status }, milliseconds / 1000);
  }

  /** Records a GraphQL operation. */
  operationEnded(type: string, field: string, outcome: 'ok' | 'error', milliseconds: number): void {
    this.graphql.observe({ type, field, outcome }, milliseconds / 1000);
  }

  /** Records one run of a job. */
  jobEnded(task: string, outcome: 'done' | 'failed' | 'given_up', milliseconds: number): void {
    this.jobs.observe({ task, outcome }, milliseconds / 1000);
  }
}

/** Numbers of the job queue. */
export interface QueueState {
  readonly waiting: number;
  readonly givenUp: number;
  readonly lagSeconds: number;
}

interface PoolCounts {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

function poolOf(source: DataSource): PoolCounts {
  const driver = source.driver as unknown as { master: PoolCounts }; // TypeORM's Driver type leaves out what only PostgreSQL has
  return driver.master;
}
