import { createServer } from 'node:http';
import pg from 'pg';
import { BoardFilter, BoardGroup } from '../../src/pipeline/board.model.ts';
import { boardStatement } from '../../src/pipeline/board.query.ts';

/**
 * The practical limit: node:http, pg, the board's own prepared statement in the same transaction under row-level security,
 * and the rows as JSON. Nobody is asked who they are, and nothing is converted.
 */
const pool = new pg.Pool({
  connectionString: process.env['BENCH_DATABASE_URL'],
  max: 10, // DATABASE_POOL_SIZE of the product
  options: '-c role=dangol_app -c timezone=UTC',
});

async function board(workspaceId: string): Promise<unknown[]> {
  const reader = {
    ctx: { workspaceId, actor: { kind: 'system' as const, id: null } },
    seesMoney: true,
    seesContacts: true,
  };
  const { name, sql, params } = boardStatement(reader, BoardGroup.STAGE, new BoardFilter(), 30, new Date());
  const client = await pool.connect();
  await client.query(`begin read only; select set_config('app.workspace_id', '${workspaceId}', true)`);
  const { rows } = await client.query({ ...(name && { name }), text: sql, values: params });
  await client.query('commit');
  client.release();
  return rows;
}

const server = createServer((request, response) => {
  const workspaceId = new URL(request.url ?? '', 'http://bare').searchParams.get('workspace') ?? '';
  board(workspaceId).then(
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
