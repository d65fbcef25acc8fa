import { text } from 'node:stream/consumers';
import { createTestDatabase, seedTwoWorkspaces, type SeededWorkspace, type TestDatabase } from '../testing/index.ts';

let db: TestDatabase;
let a: SeededWorkspace;
let b: SeededWorkspace;

beforeAll(async () => {
  db = await createTestDatabase();
  ({ a, b } = await seedTwoWorkspaces(db));
});
afterAll(() => db.drop());

const NAMES = 'select name from buyers where name like $1 order by name';

it('copies the rows of one workspace, parameters included', async () => {
  const read = (ctx: SeededWorkspace, pattern: string) =>
    db.database.snapshot(ctx, (snapshot) => text(snapshot.copyOut(NAMES, [pattern], 'csv with header')));
  expect(await read(a, '%')).toBe('name\nBuyer of workspace-a\n');
  expect(await read(b, '%workspace-b')).toBe('name\nBuyer of workspace-b\n');
  expect(await read(a, "' or true --")).toBe('name\n');
});

it('tells NULL from an empty text, and keeps line breaks and quotes', async () => {
  const sql = `select null::text, ''::text, $1::text`;
  const written = await db.database.snapshot(a, (snapshot) => text(snapshot.copyOut(sql, ['a "b"\r\nc'], 'csv')));
  expect(written).toBe(',"","a ""b""\r\nc"\n');
});

it('sees one moment, although others write', async () => {
  const count = 'select count(*)::int as n from tags';
  const seen = await db.database.snapshot(a, async (snapshot) => {
    const [before] = await snapshot.query<{ n: number }>(count);
    await db.unitOfWork.run(a, () =>
      db.database.query(
        a,
        `insert into tags (workspace_id, id, name, created_at) values ($1, gen_random_uuid(), 'New', now())`,
        [a.workspaceId],
      ),
    );
    const [after] = await snapshot.query<{ n: number }>(count);
    return [before?.n, after?.n];
  });
  expect(seen[0]).toBe(seen[1]);
});

it('refuses to write', async () => {
  await expect(db.database.snapshot(a, (snapshot) => snapshot.query('delete from tags'))).rejects.toThrow('read-only');
});

it('shows own records alone to whom only those exist', async () => {
  const own = { ...a, ownRecordsOf: a.viewerId };
  const rows = await db.database.snapshot(own, (snapshot) => text(snapshot.copyOut(NAMES, ['%'], 'csv')));
  const whole = await db.database.snapshot(a, (snapshot) => text(snapshot.copyOut(NAMES, ['%'], 'csv')));
  expect([rows, whole]).toEqual(['', 'Buyer of workspace-a\n']);
});

it('hands out rows in batches as texts', async () => {
  const batches = await db.database.snapshot(a, async (snapshot) => {
    const found: (string | null)[][][] = [];
    for await (const batch of snapshot.rows('select n, null::text from generate_series(1, $1::int) n', [4_001]))
      found.push(batch);
    return found;
  });
  expect(batches.map((batch) => batch.length)).toEqual([2_000, 2_000, 1]);
  expect(batches[2]).toEqual([['4001', null]]);
});

it.each(['an error in the middle', 'a reader that goes away'])(
  '%s leaves no broken connection behind',
  async (what) => {
    for (let round = 0; round < 12; round += 1) {
      const work = db.database.snapshot(a, async (snapshot) => {
        const sql = 'select 1 / (30000 - n), repeat($1::text, 100) from generate_series(1, 100000) n';
        const stream = snapshot.copyOut(sql, ['x'], 'csv');
        for await (const _chunk of stream) if (what !== 'an error in the middle') throw new Error('gone');
      });
      await expect(work).rejects.toThrow(what === 'an error in the middle' ? 'division by zero' : 'gone');
    }
    expect(await db.database.query(a, 'select 1 as one')).toEqual([{ one: 1 }]);
  },
);
