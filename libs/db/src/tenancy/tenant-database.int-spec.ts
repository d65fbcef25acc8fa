import pg from 'pg';
import { createDataSource } from '../data-source.ts';
import {
  APP_ROLE,
  createTestDatabase,
  type SeededWorkspace,
  seedTwoWorkspaces,
  type TestDatabase,
} from '../testing/index.ts';
import { TenantDatabase } from './tenant-database.ts';
import { UnitOfWork } from './unit-of-work.ts';

let db: TestDatabase;
let a: SeededWorkspace;
let b: SeededWorkspace;

beforeAll(async () => {
  db = await createTestDatabase();
  ({ a, b } = await seedTwoWorkspaces(db));
});
afterAll(() => db.drop());

/** One connection, so that what a query leaves behind is what the next one finds. */
const onOneConnection = async <T>(
  work: (database: TenantDatabase, unitOfWork: UnitOfWork) => Promise<T>,
): Promise<T> => {
  const source = await createDataSource({ url: db.url, role: APP_ROLE, poolSize: 1 }).initialize();
  try {
    const unitOfWork = new UnitOfWork(source);
    return await work(new TenantDatabase(unitOfWork), unitOfWork);
  } finally {
    await source.destroy();
  }
};
const SLUGS = 'select slug from workspaces';

test('a query outside a unit sees the workspace of its context, and the next one on the connection only its own', async () => {
  await onOneConnection(async (database) => {
    expect(await database.query(a, SLUGS)).toEqual([{ slug: a.slug }]);
    expect(await database.query(b, SLUGS)).toEqual([{ slug: b.slug }]);
    expect(await database.query(a, SLUGS)).toEqual([{ slug: a.slug }]);
  });
});

test('a query outside a unit cannot write', async () => {
  await expect(db.database.query(a, `update buyers set name = 'x'`)).rejects.toMatchObject({ code: '25006' });
});

test('a query inside a unit writes, and is undone with it', async () => {
  const unit = db.unitOfWork.run(a, async () => {
    const changed = await db.database.query<{ name: string }>(a, `update buyers set name = 'x' returning name`);
    expect(changed).toEqual([{ name: 'x' }]);
    throw new Error('undo');
  });
  await expect(unit).rejects.toThrow('undo');
  expect(await db.database.query(a, `select from buyers where name = 'x'`)).toEqual([]);
});

test('a failing query gives its connection back usable', async () => {
  await onOneConnection(async (database) => {
    await expect(database.query(a, 'select 1 / 0')).rejects.toMatchObject({ code: '22012' });
    await expect(database.query(a, 'select * from nowhere', [], { name: 'broken' })).rejects.toMatchObject({
      code: '42P01',
    });
    expect(await database.query(a, SLUGS)).toEqual([{ slug: a.slug }]);
  });
});

test('a statement with a COMMIT of its own cannot leave the workspace bound for the next user', async () => {
  await onOneConnection(async (database) => {
    await database
      .query(a, `commit; select set_config('app.workspace_id', '${a.workspaceId}', false)`)
      .catch(() => undefined);
    expect(await database.query(b, SLUGS)).toEqual([{ slug: b.slug }]);
  });
});

test('a name prepares the statement once per connection, for every workspace', async () => {
  await onOneConnection(async (database) => {
    for (const ctx of [a, b, a]) {
      const rows = await database.query(ctx, 'select slug from workspaces where id = $1', [ctx.workspaceId], {
        name: 'one-slug',
      });
      expect(rows).toEqual([{ slug: ctx.slug }]);
    }
    const prepared = await database.query<{ name: string; plans: number }>(
      a,
      'select name, (generic_plans + custom_plans)::int as plans from pg_prepared_statements',
    );
    expect(prepared).toEqual([{ name: 'one-slug', plans: 3 }]);
  });
});

test('instants are Dates, or ISO text when asked for, in and outside a unit', async () => {
  const sql = `select timestamptz '2026-03-02 08:15:00.25+00' as at, null::timestamptz as none, 7::bigint as many`;
  const text = { at: '2026-03-02T08:15:00.250Z', none: null, many: '7' };
  expect(await db.database.query(a, sql)).toEqual([{ at: new Date(text.at), none: null, many: '7' }]);
  expect(await db.database.query(a, sql, [], { isoTimestamps: true })).toEqual([text]);
  expect(await db.unitOfWork.run(a, () => db.database.query(a, sql, [], { isoTimestamps: true }))).toEqual([text]);
});

test('queries give up their connections: more at once than the pool has all end', async () => {
  const slugs = await Promise.all(
    Array.from({ length: 40 }, (_, index) => db.database.query<{ slug: string }>(index % 2 ? a : b, SLUGS)),
  );
  expect(slugs.flat().map((row) => row.slug)).toEqual(
    Array.from({ length: 40 }, (_, index) => (index % 2 ? a : b).slug),
  );
});

test('a connection that the server has cut is replaced', async () => {
  const owner = new pg.Client({ connectionString: db.url });
  await owner.connect();
  try {
    await onOneConnection(async (database) => {
      const [row] = await database.query<{ pid: number }>(a, 'select pg_backend_pid() as pid');
      await owner.query('select pg_terminate_backend($1, 5000)', [row?.pid]);
      await database.query(a, SLUGS).catch(() => undefined); // the pool may or may not have noticed yet
      expect(await database.query(a, SLUGS)).toEqual([{ slug: a.slug }]);
    });
  } finally {
    await owner.end();
  }
});
