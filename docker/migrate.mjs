/** Brings the database of DATABASE_DIRECT_URL (a login that owns the schema) to the newest schema; safe to run at every deploy. */
import pg from 'pg';
import { migrate } from '../dist/libs/db/src/index.js';

const url = process.env.DATABASE_DIRECT_URL;
if (!url) {
  console.error(
    'DATABASE_DIRECT_URL is not set. Example: DATABASE_DIRECT_URL=postgres://dangol_owner:secret@postgres:5432/dangol',
  );
  process.exit(2);
}
await migrate(url);

// Servers ask over their direct login whether the schema is the one they were built for (/health/ready).
const client = new pg.Client({ connectionString: url });
await client.connect();
try {
  await client.query('grant select on migrations to dangol_app');
} finally {
  await client.end();
}
console.log('The schema is up to date.');
