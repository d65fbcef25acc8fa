import { randomInt, randomUUID } from 'node:crypto';
import { createEmptyDatabase } from '@dangol/db/testing';
import pg from 'pg';
import { FULL, headersOf, newWorkspace, startBuiltServer, startTestApp, until } from './harness/index.ts';
import type { BuiltServer, TestWorkspace } from './harness/index.ts';

const ROWS = FULL ? 100_000 : 10_000;
const BUYERS = ROWS / 20;
const KILLS = FULL ? 5 : 1;

let database: { url: string; drop(): Promise<void> };
let workspace: TestWorkspace;
let server: BuiltServer;
let admin: pg.Client;

beforeAll(async () => {
  database = await createEmptyDatabase({ migrated: true });
  const setUp = await startTestApp({ databaseUrl: database.url, env: { DANGOL_ROLE: 'http' } });
  workspace = await newWorkspace(setUp);
  await setUp.stop();
  admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  server = await startBuiltServer(database.url);
  await alive();
});
afterAll(async () => {
  await server.end();
  await admin.end();
  await database.drop();
});

const alive = (): Promise<void> =>
  until(() =>
    fetch(`${server.url}/health/live`).then(
      ({ ok }) => ok,
      () => false,
    ),
  );

function ordersFile(): string {
  const lines = ['order id,buyer id,buyer name,country,order date,total,currency'];
  for (let n = 0; n < ROWS; n += 1) {
    const buyer = (n * 7_919) % BUYERS;
    const day = new Date(Date.UTC(2024, 0, 1 + (n % 700))).toISOString().slice(0, 10);
    lines.push(`O-${n},B-${buyer},Buyer ${buyer},DE,${day},${(n % 900) + 1}.50,USD`);
  }
  return lines.join('\n');
}

async function ask<Data>(query: string, variables: Record<string, unknown>): Promise<Data> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { ...headersOf(workspace.owner), 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

async function standing(id: string): Promise<{ status: string; position: number; doneRows: number }> {
  const { rows } = await admin.query<{ status: string; position: number; doneRows: number }>(
    `select status, position, done_rows as "doneRows" from imports where id = $1`,
    [id],
  );
  return rows[0]!;
}

test('kill -9 at random points of an import, and a stop in the middle: none lost, none doubled', async () => {
  const id = randomUUID();
  const sent = await fetch(`${server.url}/imports/${id}?workspace=${workspace.slug}&name=orders.csv&kind=orders`, {
    method: 'PUT',
    headers: headersOf(workspace.owner),
    body: ordersFile(),
  });
  expect(sent.status).toBe(201);
  await until(async () => (await standing(id)).status === 'checked');
  await ask(`mutation ($id: ID!) { runImport(id: $id) { __typename } }`, { id });
  const points = Array.from({ length: KILLS + 1 }, () => randomInt(ROWS)).sort((one, other) => one - other);
  for (const [n, point] of points.entries()) {
    await until(async () => {
      const { status, position } = await standing(id);
      return status !== 'running' || position >= point;
    });
    await server.stop(n === KILLS ? 'SIGTERM' : 'SIGKILL');
    server.start();
    await alive();
  }
  await until(async () => (await standing(id)).status !== 'running');
  const { rows } = await admin.query<Record<string, unknown>>(
    `select i.status, i.done_rows, i.created_rows, i.updated_rows, i.failed_rows,
       (select count(*)::int from orders o where o.workspace_id = i.workspace_id) as orders,
       (select count(distinct external_id)::int from orders o where o.workspace_id = i.workspace_id) as numbers,
       (select sum(total_minor)::text from orders o where o.workspace_id = i.workspace_id) as total,
       (select count(*)::int from buyers b where b.workspace_id = i.workspace_id) as buyers,
       (select sum(order_count)::int from buyers b where b.workspace_id = i.workspace_id) as counted,
       (select count(*)::int from buyers b where b.workspace_id = i.workspace_id and b.grade is not null and b.stage = 'repeat') as graded,
       (select count(*)::int from stage_changes s where s.workspace_id = i.workspace_id) as steps,
       (select count(*)::int from events e where e.workspace_id = i.workspace_id and e.verb = 'buyer.tag_added') as tags,
       (select count(*)::int from (select position, lag(position, 1, 0::bigint) over (order by position) as before from events e
         where e.workspace_id = i.workspace_id) e where position <> before + 1) as gaps
     from imports i where i.id = $1`,
    [id],
  );
  let total = 0n;
  for (let n = 0; n < ROWS; n += 1) total += BigInt(((n % 900) + 1) * 100 + 50);
  expect(rows[0]).toEqual({
    status: 'done',
    done_rows: ROWS,
    created_rows: ROWS,
    updated_rows: 0,
    failed_rows: 0,
    orders: ROWS,
    numbers: ROWS,
    total: String(total),
    buyers: BUYERS,
    counted: ROWS,
    graded: BUYERS,
    steps: 2 * BUYERS, // registered, and Repeat
    tags: BUYERS,
    gaps: 0,
  });
}, 900_000);
