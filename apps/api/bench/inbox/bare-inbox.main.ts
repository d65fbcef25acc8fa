import { createServer } from 'node:http';
import { ISO_TIMESTAMPS } from '@dangol/db';
import pg from 'pg';
import { InboxFilter } from '../../src/inbox/inbox.model.ts';
import { queueStatement, startOfQueue } from '../../src/inbox/list-inbox.query.ts';

/**
 * The practical limit: node:http, pg, the inbox's own prepared statement in the same transaction under row-level security,
 * and the rows as JSON. Nobody is asked who they are.
 */
const pool = new pg.Pool({
  connectionString: process.env['BENCH_DATABASE_URL'],
  max: 10, // DATABASE_POOL_SIZE of the product
  options: '-c role=dangol_app -c timezone=UTC',
});

async function inboxPage(workspaceId: string): Promise<unknown[]> {
  const { name, sql, params } = queueStatement(workspaceId, 50, startOfQueue(new Date()), new InboxFilter(), null);
  const client = await pool.connect();
  await client.query(`begin read only; select set_config('app.workspace_id', '${workspaceId}', true)`);
  const { rows } = await client.query({ name, text: sql, values: params, types: ISO_TIMESTAMPS });
  await client.query('commit');
  client.release();
  return rows;
}

const server = createServer((request, response) => {
  const workspaceId = new URL(request.url ?? '', 'http://bare').searchParams.get('workspace') ?? '';
  inboxPage(workspaceId).then(
    (rows) => {
      const body = Buffer.from(JSON.stringify(rows));
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
    },
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' ? address?.port : null);
});
