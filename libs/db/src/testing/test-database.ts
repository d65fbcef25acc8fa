import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../data-source.ts';
import { IdentityStore } from '../identity/identity-store.ts';
import { migrate } from '../migrate.ts';
import { EventLog } from '../tenancy/event-log.ts';
import { JobQueue } from '../tenancy/job-queue.ts';
import { TenantDatabase } from '../tenancy/tenant-database.ts';
import { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** The role that the application's connections work as. */
export const APP_ROLE = 'dangol_app';

/** The parts of the application's database code, working on one database as the application's role. */
export interface DatabaseParts {
  /** Of the application's role. */
  dataSource: DataSource;
  unitOfWork: UnitOfWork;
  database: TenantDatabase;
  identity: IdentityStore;
  jobs: JobQueue;
  events: EventLog;
  /** What the clock of `events` says; tests may set it. */
  clock: { time: Date; now(): Date };
}

/** A migrated, empty database of its own and the parts that work on it. */
export interface TestDatabase extends DatabaseParts {
  /** The superuser's address. */
  url: string;
  /** The application role's address, for a raw pg client. */
  appUrl: string;
  drop(): Promise<void>;
}

const TEMPLATE_LOCK = 7_306_003;

/** A new database in the server of this jest run. Call `drop` in afterAll. */
export async function createTestDatabase(options: { poolSize?: number } = {}): Promise<TestDatabase> {
  const { url, drop } = await createEmptyDatabase({ migrated: true });
  const { close, ...parts } = await openTestDatabase(url, options);
  return { ...parts, url, appUrl: appUrlOf(url), drop: () => close().then(drop) };
}

/** The parts on a database that exists; `close` gives its connections back. */
export async function openTestDatabase(
  url: string,
  options: { poolSize?: number } = {},
): Promise<DatabaseParts & { close(): Promise<void> }> {
  const dataSource = await createDataSource({ url, role: APP_ROLE, poolSize: options.poolSize ?? 5 }).initialize();
  const unitOfWork = new UnitOfWork(dataSource);
  const database = new TenantDatabase(unitOfWork);
  const clock = { time: new Date('2026-03-02T00:00:00Z'), now: () => clock.time };
  return {
    dataSource,
    unitOfWork,
    database,
    identity: new IdentityStore(unitOfWork),
    jobs: new JobQueue(unitOfWork),
    events: new EventLog(unitOfWork, database, clock),
    clock,
    close: () => dataSource.destroy(),
  };
}

/** A new database without our schema (or with it), in the server of this jest run. */
export function createEmptyDatabase(options: { migrated: boolean }): Promise<OwnDatabase> {
  return copyOf((admin, server, run) => (options.migrated ? templateOf(admin, server, run) : 'template1'));
}

/**
 * A new database with what `fill` puts into a migrated one. It fills one a run, under `name`; the others are copies of it.
 * `fill` leaves no connection open: a database in use cannot be copied.
 */
export function createFilledDatabase(name: string, fill: (url: string) => Promise<void>): Promise<OwnDatabase> {
  return copyOf((admin, server, run) =>
    madeOnce(admin, `dangol_${run}_${name}`, async (draft) => {
      await copyDatabase(admin, draft, await templateOf(admin, server, run));
      await fill(databaseUrl(server, draft));
    }),
  );
}

/** A database of one's own, under the superuser's address. Call `drop` in afterAll. */
export interface OwnDatabase {
  url: string;
  drop(): Promise<void>;
}

async function copyOf(
  template: (admin: pg.Client, server: string, run: string) => string | Promise<string>,
): Promise<OwnDatabase> {
  const { server, run } = testServer();
  const name = `dangol_${run}_${randomBytes(6).toString('hex')}`;
  await withAdmin(server, async (admin) => copyDatabase(admin, name, await template(admin, server, run)));
  return {
    url: databaseUrl(server, name),
    drop: () =>
      withAdmin(
        server,
        async (admin) => void (await admin.query(`drop database ${pg.escapeIdentifier(name)} with (force)`)),
      ),
  };
}

async function copyDatabase(admin: pg.Client, name: string, template: string): Promise<void> {
  await admin.query(
    `create database ${pg.escapeIdentifier(name)} template ${pg.escapeIdentifier(template)} strategy wal_log`,
  );
}

/** The address of the same database for a connection that works as the application's role. */
export function appUrlOf(url: string): string {
  const app = new URL(url);
  app.searchParams.set('options', `-c role=${APP_ROLE} -c timezone=UTC`);
  return app.href;
}

/** The migrated database that others are copied from. */
function templateOf(admin: pg.Client, server: string, run: string): Promise<string> {
  return madeOnce(admin, `dangol_${run}_template`, async (draft) => {
    await admin.query(`create database ${pg.escapeIdentifier(draft)}`);
    await migrate(databaseUrl(server, draft));
  });
}

/** The database of that name, made once a run by whichever worker comes first; a half-made one is never seen under it. */
async function madeOnce(admin: pg.Client, name: string, make: (draft: string) => Promise<void>): Promise<string> {
  await admin.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  try {
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [name]);
    if (rowCount) return name;
    const draft = `${name}_draft`;
    await admin.query(`drop database if exists ${pg.escapeIdentifier(draft)}`);
    await make(draft);
    await admin.query(`alter database ${pg.escapeIdentifier(draft)} rename to ${pg.escapeIdentifier(name)}`);
    return name;
  } finally {
    await admin.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  }
}

function testServer(): { server: string; run: string } {
  const server = process.env['DANGOL_TEST_SERVER'];
  const run = process.env['DANGOL_TEST_RUN'];
  if (!server || !run)
    throw new Error('No test server: wrap the settings of this jest project in withDatabase() of jest.preset.mjs');
  return { server, run };
}

function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

async function withAdmin<T>(server: string, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}
