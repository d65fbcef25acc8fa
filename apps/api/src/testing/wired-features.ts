import { Global, Module, type Type } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { EventLog, IdentityStore, JobQueue, REPOSITORIES, TenantDatabase, UnitOfWork } from '@dangol/db';
import { createTestDatabase, type TestDatabase } from '@dangol/db/testing';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AssistantModule } from '../assistant/index.ts';
import { BuyersModule } from '../buyers/index.ts';
import { ChannelsModule } from '../channels/index.ts';
import { ENV } from '../config/env.ts';
import { InboxModule } from '../inbox/index.ts';
import { Clock, FixedClock } from '../platform/clock/clock.ts';
import { FileStore } from '../platform/files/file-store.ts';
import { LocalFileStore } from '../platform/files/local-file-store.ts';
import { StreamedRoutes } from '../platform/http/streamed-routes.ts';
import { createLog, LOG } from '../platform/logging/log.ts';
import { SecretBox } from '../platform/secrets/secret-box.ts';
import { SlaModule } from '../sla/index.ts';

/** The feature modules on a real test database, without HTTP and without a worker: jobs are run by hand, the clock stands. */
export interface WiredFeatures {
  db: TestDatabase;
  clock: FixedClock;
  secrets: SecretBox;
  get<Part>(part: Type<Part> | (abstract new (...args: never[]) => Part)): Part;
  /** Payloads of the jobs of a task that wait in the queue, oldest first. */
  waitingJobs(task: string): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

/** Wires the features, and `more` of them, with the clock at `now`. */
export async function wireFeatures(now: string, more: readonly Type[] = []): Promise<WiredFeatures> {
  const db = await createTestDatabase();
  const clock = new FixedClock(now);
  const secrets = new SecretBox([{ id: 'test', key: randomBytes(32) }]);
  const folder = await mkdtemp(join(tmpdir(), 'dangol-files-'));
  const provided = [
    { provide: UnitOfWork, useValue: db.unitOfWork },
    { provide: TenantDatabase, useValue: db.database },
    { provide: IdentityStore, useValue: db.identity },
    { provide: JobQueue, useValue: db.jobs },
    { provide: EventLog, useValue: new EventLog(db.unitOfWork, db.database, clock) },
    { provide: Clock, useValue: clock },
    { provide: SecretBox, useValue: secrets },
    { provide: FileStore, useValue: new LocalFileStore(folder) },
    { provide: LOG, useValue: createLog({ level: 'silent' }) },
    { provide: StreamedRoutes, useClass: StreamedRoutes }, // opens nothing: there is no HTTP here
    { provide: ENV, useValue: { nodeEnv: 'test', role: 'both', outboundPrivateAddresses: true } },
    ...REPOSITORIES.map((repository) => ({ provide: repository, useFactory: () => new repository(db.unitOfWork) })),
  ];
  @Global()
  @Module({ providers: provided, exports: provided.map(({ provide }) => provide) })
  class TestPlatformModule {}

  const wired: TestingModule = await Test.createTestingModule({
    imports: [TestPlatformModule, SlaModule, BuyersModule, ChannelsModule, AssistantModule, InboxModule, ...more],
  }).compile();
  return {
    db,
    clock,
    secrets,
    get: (part) => wired.get(part as Type, { strict: false }),
    waitingJobs: (task) => queryWaitingJobs(db, task),
    async close() {
      await wired.close();
      await db.drop();
      await rm(folder, { recursive: true });
    },
  };
}

async function queryWaitingJobs(db: TestDatabase, task: string): Promise<Record<string, unknown>[]> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: db.url });
  await client.connect();
  try {
    const { rows } = await client.query<{ payload: Record<string, unknown> }>(
      `select j.payload from jobs._private_jobs j join jobs._private_tasks t on t.id = j.task_id where t.identifier = $1 order by j.id`,
      [task],
    );
    return rows.map(({ payload }) => payload);
  } finally {
    await client.end();
  }
}
