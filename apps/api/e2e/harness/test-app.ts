import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createEmptyDatabase } from '@dangol/db/testing';
import pg from 'pg';
import { readEnv } from '../../src/config/env.ts';
import { SystemClock } from '../../src/platform/clock/clock.ts';
import type { Clock } from '../../src/platform/clock/clock.ts';
import { createApp } from '../../src/create-app.ts';
import { createLog } from '../../src/platform/logging/log.ts';
import { SessionSignals } from '../../src/platform/session/session-signals.ts';
import { CapturedLog } from './captured-log.ts';

/** How to start the application of a test. */
export interface TestAppOptions {
  /** The machine's clock when left out. */
  readonly clock?: Clock;
  /** Variables over the harness's own. */
  readonly env?: Readonly<Record<string, string>>;
  /** Joins another test app's database as a second process would. */
  readonly databaseUrl?: string;
}

/** The real application, http and worker, on a database and a port of its own. */
export interface TestApp {
  readonly app: NestFastifyApplication;
  /** `http://127.0.0.1:port`. */
  readonly url: string;
  readonly clock: Clock;
  readonly log: CapturedLog;
  /** Superuser's address of the database. */
  readonly databaseUrl: string;
  /** Where the file store of this process keeps contents, unless `env` says otherwise. */
  readonly filesFolder: string;
  /** Runs a statement as the superuser, past row-level security: to arrange and to look. */
  sql<Row>(statement: string, params?: readonly unknown[]): Promise<Row[]>;
  /** Resolves when every notification sent before the call has reached this process. */
  sessionsSettled(): Promise<void>;
  /** Stops the application; drops the database unless it was joined. */
  stop(): Promise<void>;
}

const TEST_ENV = {
  NODE_ENV: 'test',
  PORT: '0',
  HOST: '127.0.0.1',
  DATABASE_POOL_SIZE: '8',
  DANGOL_SECRET_KEYS: `test:${Buffer.alloc(32, 7).toString('base64')}`,
  OUTBOUND_PRIVATE_ADDRESSES: 'allow',
  LOG_LEVEL: 'debug',
  RATE_LIMIT_PER_MINUTE: '1000000',
};

/** Starts it. Call `stop` in afterAll. */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const made = options.databaseUrl ? null : await createEmptyDatabase({ migrated: true });
  const databaseUrl = options.databaseUrl ?? made?.url ?? '';
  const clock = options.clock ?? new SystemClock();
  const filesFolder = await mkdtemp(join(tmpdir(), 'dangol-files-'));
  const log = new CapturedLog();
  const env = readEnv({ ...TEST_ENV, DATABASE_URL: databaseUrl, FILES_DIR: filesFolder, ...options.env });
  const app = await createApp({ env, clock, log: createLog({ level: env.logLevel, destination: log }) });
  await app.listen(env.port, env.host);
  const { port } = app.getHttpServer().address() as AddressInfo;
  const admin = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  admin.on('error', () => undefined); // tests end connections on purpose
  return {
    app,
    url: `http://127.0.0.1:${port}`,
    clock,
    log,
    databaseUrl,
    filesFolder,
    async sql<Row>(statement: string, params: readonly unknown[] = []) {
      return (await admin.query(statement, [...params])).rows as Row[];
    },
    async sessionsSettled() {
      const { promise, resolve } = Promise.withResolvers<void>();
      const mark = randomUUID();
      app.get(SessionSignals).onTokenEnded((value) => value === mark && resolve());
      await admin.query('select pg_notify($1, $2)', ['dangol_sessions', mark]);
      await promise;
    },
    async stop() {
      await app.close();
      await admin.end();
      await made?.drop();
      await rm(filesFolder, { recursive: true });
    },
  };
}
