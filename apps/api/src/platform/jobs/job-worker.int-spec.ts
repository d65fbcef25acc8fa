import { setInterval } from 'node:timers/promises';
import { Injectable, Module } from '@nestjs/common';
import type { DynamicModule, INestApplicationContext } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { createTestDatabase, seedTwoWorkspaces } from '@dangol/db/testing';
import type { SeededWorkspace, TestDatabase } from '@dangol/db/testing';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { ENV, readEnv } from '../../config/env.ts';
import { DatabaseListener } from '../events/database-listener.ts';
import { LiveEvents } from '../events/live-events.ts';
import { createLog, LOG } from '../logging/log.ts';
import { Metrics } from '../metrics/metrics.ts';
import { JobWorker } from './job-worker.ts';
import { Task } from './task.decorator.ts';
import type { JobRun, TaskHandler } from './task.decorator.ts';
import { WorkerLease } from './worker-lease.ts';

type Payload = { workspaceId: string; n: number };

/** What the handlers saw and how they shall answer. */
const seen: { ran: { payload: Payload; job: JobRun }[]; givenUp: Payload[] } = { ran: [], givenUp: [] };
let answer: (payload: Payload) => Promise<void> = async () => undefined;

@Task('spec-task')
@Injectable()
class SpecTask implements TaskHandler<Payload> {
  async run(payload: Payload, job: JobRun): Promise<void> {
    seen.ran.push({ payload, job });
    await answer(payload);
  }
  async givenUp(payload: Payload): Promise<void> {
    seen.givenUp.push(payload);
  }
}

@Module({})
class WorkerProcess {}

function workerProcess(db: TestDatabase): DynamicModule {
  const env = readEnv({ DATABASE_URL: db.url, DANGOL_SECRET_KEYS: `k:${Buffer.alloc(32).toString('base64')}` });
  return {
    module: WorkerProcess,
    imports: [DiscoveryModule],
    providers: [
      { provide: ENV, useValue: env },
      { provide: LOG, useValue: createLog({ level: 'silent' }) },
      { provide: DataSource, useValue: db.dataSource },
      DatabaseListener,
      LiveEvents,
      Metrics,
      JobWorker,
      SpecTask,
    ],
  };
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for await (const _tick of setInterval(10)) if (await condition()) return;
}

let db: TestDatabase;
let admin: pg.Pool;
let workspaces: { a: SeededWorkspace; b: SeededWorkspace };
let worker: INestApplicationContext | null = null;
beforeAll(async () => {
  db = await createTestDatabase();
  admin = new pg.Pool({ connectionString: db.url, max: 2 });
  workspaces = await seedTwoWorkspaces(db);
});
afterAll(async () => {
  await admin.end();
  await db.drop();
});
beforeEach(() => {
  seen.ran = [];
  seen.givenUp = [];
  answer = async () => undefined;
});
afterEach(async () => {
  await stopWorker();
  await admin.query('delete from jobs._private_jobs');
});

const startWorker = async (): Promise<void> => {
  worker = await NestFactory.createApplicationContext(workerProcess(db), { logger: false });
};
const stopWorker = async (): Promise<void> => {
  await worker?.close();
  worker = null;
};
const enqueue = (workspace: SeededWorkspace, n: number): Promise<void> =>
  db.unitOfWork.run(workspace, () => db.jobs.enqueue(workspace, { task: 'spec-task', payload: { n } }));
const waiting = async (): Promise<number> => (await admin.query('select 1 from jobs._private_jobs')).rowCount ?? 0;

test('jobs of every workspace run once each and are gone', async () => {
  await startWorker();
  await Promise.all([enqueue(workspaces.a, 1), enqueue(workspaces.b, 2), enqueue(workspaces.a, 3)]);
  await until(async () => (await waiting()) === 0);
  const ran = seen.ran.map(({ payload }) => [payload.workspaceId, payload.n]).sort();
  expect(ran).toEqual(
    [
      [workspaces.a.workspaceId, 1],
      [workspaces.a.workspaceId, 3],
      [workspaces.b.workspaceId, 2],
    ].sort(),
  );
  expect(seen.ran[0]?.job).toMatchObject({ attempt: 1, lastAttempt: false });
});

test('a failed job is tried again later; the last failure gives it up, once', async () => {
  answer = () => Promise.reject(new Error('no'));
  await startWorker();
  await enqueue(workspaces.a, 1);
  await until(
    async () => (await admin.query('select 1 from jobs._private_jobs where last_error is not null')).rowCount === 1,
  );
  const { rows } = await admin.query('select attempts, run_at > now() as later from jobs._private_jobs');
  expect(rows).toEqual([{ attempts: 1, later: true }]);
  expect(seen.givenUp).toEqual([]);
  await admin.query('update jobs._private_jobs set run_at = now(), max_attempts = 2');
  await until(() => seen.givenUp.length > 0);
  await until(
    async () => (await admin.query('select 1 from jobs._private_jobs where locked_at is null')).rowCount === 1,
  );
  expect(seen.ran.map(({ job }) => [job.attempt, job.lastAttempt])).toEqual([
    [1, false],
    [2, true],
  ]);
  expect(seen.givenUp).toEqual([{ workspaceId: workspaces.a.workspaceId, n: 1 }]);
});

test('a stop waits for the job that runs, and leaves nothing locked', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  answer = () => promise;
  await startWorker();
  await enqueue(workspaces.a, 1);
  await until(() => seen.ran.length === 1);
  let stopped = false;
  const stop = stopWorker().then(() => (stopped = true));
  expect(stopped).toBe(false);
  resolve();
  await stop;
  expect(await waiting()).toBe(0); // done, not left locked for four hours
});

test('jobs of a worker that died run at the next start, those of a living one are left to it', async () => {
  await enqueue(workspaces.a, 1);
  await enqueue(workspaces.b, 2);
  const lease = new WorkerLease(db.url, createLog({ level: 'silent' }));
  await lease.start();
  await lease.hold('pool-alive');
  await admin.query(`update jobs._private_jobs set locked_at = now(), attempts = 1,
    locked_by = case payload->>'n' when '1' then 'pool-dead' else 'pool-alive' end`);
  await startWorker();
  await until(() => seen.ran.length === 1);
  await until(async () => (await waiting()) === 1);
  expect(seen.ran.map(({ payload }) => payload.n)).toEqual([1]);
  await lease.stop(); // now that one has died too
  const sweeper = new WorkerLease(db.url, createLog({ level: 'silent' }));
  await sweeper.start();
  expect(await sweeper.freeJobsOfTheDead()).toBe(1);
  await sweeper.stop();
  await until(async () => (await waiting()) === 0);
  expect(seen.ran.map(({ payload }) => payload.n)).toEqual([1, 2]);
});

test('a worker holds its lock before it takes a job, and takes it again after its connection broke', async () => {
  await startWorker();
  await enqueue(workspaces.a, 1);
  await until(async () => (await waiting()) === 0);
  const locks = async (): Promise<number> =>
    (
      await admin.query(`select 1 from pg_locks where locktype = 'advisory' and classid = 7306002 and granted
      and database = (select oid from pg_database where datname = current_database())`)
    ).rowCount ?? 0;
  expect(await locks()).toBe(1);
  await admin.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'dangol-lease' and datname = current_database()`,
  );
  await until(async () => (await locks()) === 0);
  await until(async () => (await locks()) === 1);
});
