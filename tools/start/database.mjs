import { join } from 'node:path';
import pg from 'pg';
import { Problem } from '../steps/problem.mjs';
import { root } from '../steps/workspace.mjs';

/** The compiled database library; loaded when it has been built. */
const loadDatabaseLibrary = () => import(new URL('../../dist/libs/db/src/index.js', import.meta.url).href);

/**
 * The database of this start: `DATABASE_URL` when it is set, else the embedded server with its data in `.data/postgres`.
 * Answers `{ url, directUrl, stop() }` with the schema up to date.
 */
export async function openDatabase(env) {
  const { migrate, startEmbeddedServer } = await loadDatabaseLibrary();
  if (env.DATABASE_URL) {
    const directUrl = env.DATABASE_DIRECT_URL || env.DATABASE_URL;
    await migrate(directUrl).catch((error) => {
      throw explainDatabaseFailure(error, env.DATABASE_DIRECT_URL ? 'DATABASE_DIRECT_URL' : 'DATABASE_URL');
    });
    return { url: env.DATABASE_URL, directUrl, stop: async () => {} };
  }
  const server = await startEmbeddedServer({
    dataDir: join(root, '.data/postgres'),
    onNotice: (text) => console.log(text),
  });
  try {
    await migrate(server.url);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { url: server.url, directUrl: server.url, stop: () => server.stop() };
}

/** One sentence for the usual faults of a given database; anything else as it is. The URL itself holds a password. */
export function explainDatabaseFailure(error, name) {
  switch (error.code) {
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'ETIMEDOUT':
      return new Problem(
        `${name}: no PostgreSQL answers at that address (${error.code}). Start it or correct the URL; without DATABASE_URL an embedded one is used.`,
      );
    case '28P01':
    case '28000':
      return new Problem(`${name}: PostgreSQL refused the login. Correct user and password in the URL.`);
    case '3D000':
      return new Problem(`${name}: that database does not exist. Make it first: createdb <name>`);
    case '42501':
      return new Problem(
        `${name}: this login may not make roles and schemas (${error.message}). Give it CREATEROLE and the database, or set DATABASE_DIRECT_URL to a login that has them (docs/operations.md).`,
      );
    case 'ERR_INVALID_URL':
      return new Problem(
        `${name}: expected a PostgreSQL URL. Example: ${name}=postgres://dangol:secret@127.0.0.1:5432/dangol`,
      );
    default:
      return error;
  }
}

/** What tells this database from any other, so that a new one is seeded and a known one is not asked again. */
export async function databaseIdentity(directUrl) {
  const client = new pg.Client({ connectionString: directUrl });
  await client.connect();
  try {
    const { rows } = await client.query(
      `select s.system_identifier || ':' || d.oid as identity from pg_control_system() s, pg_database d where d.datname = current_database()`,
    );
    return rows[0].identity;
  } finally {
    await client.end();
  }
}
