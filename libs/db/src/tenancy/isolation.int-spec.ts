import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { createDataSource } from '../data-source.ts';
import { createTestDatabase, type SeededWorkspace, seedTwoWorkspaces, type TestDatabase } from '../testing/index.ts';
import { TenantDatabase } from './tenant-database.ts';
import { UnitOfWork } from './unit-of-work.ts';

let db: TestDatabase;
let a: SeededWorkspace;
let b: SeededWorkspace;
/** A raw connection in the application's role: what an injected statement, or a forgotten condition, would have. */
let app: pg.Client;
let owner: pg.Client;
let tables: string[];

beforeAll(async () => {
  db = await createTestDatabase();
  ({ a, b } = await seedTwoWorkspaces(db));
  app = new pg.Client({ connectionString: db.appUrl });
  owner = new pg.Client({ connectionString: db.url });
  await Promise.all([app.connect(), owner.connect()]);
  const { rows } = await owner.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migrations' order by 1`,
  );
  tables = rows.map((row) => row.name);
});
afterAll(async () => {
  await Promise.all([app.end(), owner.end()]);
  await db.drop();
});

const boundTo = async <T>(ctx: SeededWorkspace | null, work: () => Promise<T>): Promise<T> => {
  await app.query('begin');
  try {
    if (ctx) await app.query(`select set_config('app.workspace_id', $1, true)`, [ctx.workspaceId]);
    return await work();
  } finally {
    await app.query('rollback');
  }
};
/** The workspaces whose rows a statement returned, and how many of each. */
const count = async (client: pg.Client, table: string) => {
  const key = table === 'workspaces' ? 'id' : 'workspace_id';
  const { rows } = await client.query<{ workspace: string; rows: number }>(
    `select ${key} as workspace, count(*)::int as rows from ${table} group by 1`,
  );
  return Object.fromEntries(rows.map((row) => [row.workspace, row.rows]));
};
const refused = (code: string) => expect.objectContaining({ code });

test('the raw connection works as the application’s role', async () => {
  const { rows } = await app.query(
    'select current_user::text as role, (select rolsuper from pg_roles where rolname = current_user) as super',
  );
  expect(rows).toEqual([{ role: 'dangol_app', super: false }]);
});

test('both seeded workspaces have rows in every table, so that the tests below have something to miss', async () => {
  for (const table of tables) {
    const rows = await count(owner, table);
    expect({ table, a: (rows[a.workspaceId] ?? 0) > 0, b: (rows[b.workspaceId] ?? 0) > 0 }).toEqual({
      table,
      a: true,
      b: true,
    });
  }
});

test('without a workspace it sees no row of any table: never bound, bound to nothing, or bound before', async () => {
  await boundTo(a, () => count(app, 'buyers'));
  for (const table of tables) {
    expect({ table, rows: await count(app, table) }).toEqual({ table, rows: {} });
    expect({ table, rows: await boundTo(null, () => count(app, table)) }).toEqual({ table, rows: {} });
  }
});

test('with a workspace it sees all rows of that workspace and none of the other', async () => {
  for (const table of tables) {
    const all = await count(owner, table);
    expect({ table, rows: await boundTo(a, () => count(app, table)) }).toEqual({
      table,
      rows: { [a.workspaceId]: all[a.workspaceId] },
    });
  }
});

test('an update or delete without a condition reaches only rows of the bound workspace', async () => {
  const inA = await count(owner, 'reply_drafts');
  await boundTo(a, async () => {
    expect((await app.query(`update reply_drafts set text = 'all'`)).rowCount).toBe(inA[a.workspaceId]);
    expect((await app.query('delete from reply_drafts')).rowCount).toBe(inA[a.workspaceId]);
    expect((await app.query('delete from reply_drafts where workspace_id = $1', [b.workspaceId])).rowCount).toBe(0);
  });
});

test('no row can be written into, or moved to, the other workspace', async () => {
  for (const table of tables) {
    const key = table === 'workspaces' ? 'id' : 'workspace_id';
    const { rows } = await owner.query<{ row: unknown }>(
      `select to_json(t) as row from ${table} t where ${key} = $1 limit 1`,
      [b.workspaceId],
    );
    const copy = boundTo(a, () =>
      app.query(`insert into ${table} select * from json_populate_record(null::${table}, $1)`, [
        JSON.stringify(rows[0]?.row),
      ]),
    );
    await expect(copy).rejects.toEqual(refused('42501'));
    if (table === 'events') continue; // it cannot be updated at all, see below
    const move = boundTo(a, () => app.query(`update ${table} set ${key} = $1`, [b.workspaceId]));
    await expect(move).rejects.toEqual(refused('42501'));
  }
});

test('a row cannot refer to a row of the other workspace', async () => {
  const point = boundTo(a, () => app.query('update conversations set buyer_id = $1', [b.buyerId]));
  await expect(point).rejects.toEqual(refused('23503'));
});

test('events cannot be changed, deleted or emptied, not even one’s own', async () => {
  for (const sql of [`update events set verb = 'x'`, 'delete from events', 'truncate events']) {
    await expect(boundTo(a, () => app.query(sql))).rejects.toEqual(refused('42501'));
  }
});

test('accounts, sessions, jobs and the record of migrations cannot be read, with or without a workspace', async () => {
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'v') and (n.nspname in ('identity', 'jobs') or c.relname = 'migrations')`,
  );
  expect(rows.map((row) => row.name)).toEqual(
    expect.arrayContaining(['identity.accounts', 'identity.sessions', 'jobs._private_jobs', 'public.migrations']),
  );
  for (const { name } of rows) {
    for (const ctx of [null, a])
      await expect(boundTo(ctx, () => app.query(`select * from ${name}`))).rejects.toEqual(refused('42501'));
  }
});

test('it can neither make tables nor switch row-level security off', async () => {
  const attempts = [
    'create table probe ()',
    'alter table buyers disable row level security',
    'drop policy workspace_isolation on buyers',
    'create schema probe',
  ];
  for (const sql of attempts) await expect(boundTo(a, () => app.query(sql))).rejects.toEqual(refused('42501'));
  // This one does not fail on its own: it makes every query fail that would have left rows out.
  await expect(
    boundTo(a, async () => {
      await app.query('set local row_security = off');
      await app.query('select * from buyers');
    }),
  ).rejects.toEqual(refused('42501'));
});

test('a setting that is not a UUID is an error, not another workspace', async () => {
  const wrong = boundTo(null, async () => {
    await app.query(`select set_config('app.workspace_id', 'or true', true)`);
    await app.query('select * from buyers');
  });
  await expect(wrong).rejects.toEqual(refused('22P02'));
});

test('a login that is only a member of the application’s role works without start-up parameters, as behind PgBouncer', async () => {
  const login = `probe_${randomBytes(6).toString('hex')}`;
  await owner.query(
    `create role ${login} login password 'probe' in role dangol_app; alter role ${login} set role = 'dangol_app'`,
  );
  const url = new URL(db.url);
  [url.username, url.password] = [login, 'probe'];
  const source = await createDataSource({ url: url.href, poolSize: 1, statements: false }).initialize();
  try {
    const unitOfWork = new UnitOfWork(source);
    const slugs = await new TenantDatabase(unitOfWork).query(a, 'select slug from workspaces', [], {
      name: 'not-prepared',
    });
    expect(slugs).toEqual([{ slug: a.slug }]);
    expect(
      await source.query('select current_user::text as role, count(*)::int as prepared from pg_prepared_statements'),
    ).toEqual([{ role: 'dangol_app', prepared: 0 }]);
  } finally {
    await source.destroy();
    await owner.query(`drop role ${login}`);
  }
});
