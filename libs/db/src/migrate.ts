import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';
import { createDataSource } from './data-source.ts';

/** Any number that no other program uses: one migration at a time per database. */
const MIGRATION_LOCK = 7_306_001;

/**
 * Brings the database to the newest schema: our migrations as the owner, then the job queue's own in schema `jobs` as
 * dangol_jobs. Needs a direct URL (not PgBouncer) of a login that may create roles and schemas. Safe to call at every
 * start and from several processes at once.
 */
export async function migrate(directUrl: string): Promise<void> {
  await underLock(directUrl, async (client) => {
    const dataSource = await createDataSource({ url: directUrl, poolSize: 2 }).initialize();
    try {
      await dataSource.runMigrations();
    } finally {
      await dataSource.destroy();
    }
    await migrateJobs(directUrl, client);
  });
}

/** Undoes every migration, newest first; the server's roles stay, because other databases on it may use them. */
export async function undoMigrations(directUrl: string): Promise<void> {
  await underLock(directUrl, async () => {
    const dataSource = await createDataSource({ url: directUrl, poolSize: 2 }).initialize();
    try {
      for (let left = dataSource.migrations.length; left > 0; left -= 1) await dataSource.undoLastMigration();
    } finally {
      await dataSource.destroy();
    }
  });
}

async function underLock(directUrl: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: directUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await work(client);
  } finally {
    await client.end(); // releases the lock too
  }
}

async function migrateJobs(directUrl: string, owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ database: string }>('select quote_ident(current_database()) as database');
  const database = rows[0]?.database;
  const pool = new pg.Pool({ connectionString: directUrl, max: 2, options: '-c role=dangol_jobs' });
  // The queue insists on these handlers; a broken connection is reported by the statement that meets it.
  pool.on('error', () => undefined).on('connect', (client) => void client.on('error', () => undefined));
  // The queue runs `create schema if not exists`, which asks for this right even though the schema is there.
  await owner.query(`grant create on database ${database} to dangol_jobs`);
  try {
    await runMigrations({ pgPool: pool, schema: 'jobs', logger: new Logger(() => () => undefined) });
  } finally {
    await pool.end();
    await owner.query(`revoke create on database ${database} from dangol_jobs`);
  }
}
