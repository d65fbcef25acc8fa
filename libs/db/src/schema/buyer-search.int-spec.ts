import { BuyerContactsRepository, BuyersRepository } from '../repositories/index.ts';
import { newId } from '../ids.ts';
import { createTestDatabase, seedTwoWorkspaces, type SeededWorkspace, type TestDatabase } from '../testing/index.ts';

const AT = new Date('2026-03-02T00:00:00Z');
const PEOPLE = {
  kim: { name: '김수진', company: '한빛 무역', email: 'soojin@hanbit.co.kr', phone: '+821012345678' },
  cafe: { name: 'Café Zürich AG', company: 'Große Handelshaus', email: null, phone: null },
  wide: { name: 'ＡＣＭＥ 100%_real', company: null, email: 'x@tinyshop.example', phone: '+36 30 555 0199' },
};

let db: TestDatabase;
let a: SeededWorkspace;
let b: SeededWorkspace;
const ids = new Map<string, string>();

beforeAll(async () => {
  db = await createTestDatabase();
  ({ a, b } = await seedTwoWorkspaces(db));
  for (const ctx of [a, b])
    await db.unitOfWork.run(ctx, async () => {
      for (const [key, { name, company, email, phone }] of Object.entries(PEOPLE)) {
        const id = newId();
        ids.set(`${ctx.slug}:${key}`, id);
        await new BuyersRepository(db.unitOfWork).insert(ctx, {
          id,
          name,
          company,
          webSite: key === 'cafe' ? 'https://www.zuerich-kaffee.example/start' : null,
          stageSince: AT,
          createdAt: AT,
          updatedAt: AT,
        });
        if (email || phone)
          await new BuyerContactsRepository(db.unitOfWork).insert(ctx, {
            id: newId(),
            buyerId: id,
            email,
            phone,
            createdAt: AT,
          });
      }
    });
});
afterAll(() => db.drop());

const find = async (ctx: SeededWorkspace, query: string): Promise<string[]> => {
  const [row] = await db.database.query<{ ids: string[] }>(ctx, 'select search_buyers($1) as ids', [query]);
  return row!.ids;
};

describe.each(['a', 'b'] as const)('workspace %s', (which) => {
  it.each([
    ['김수', 'kim'],
    ['수진', 'kim'],
    ['김', 'kim'],
    ['한빛 김수', 'kim'],
    ['hanbit', 'kim'],
    ['t.co.k', 'kim'],
    ['2345', 'kim'],
    ['010-1234', 'kim'],
    ['+82 10 1234 5678', 'kim'],
    ['cafe', 'cafe'],
    ['CAFÉ', 'cafe'],
    ['zurich', 'cafe'],
    ['kaffee', 'cafe'],
    ['handels', 'cafe'],
    ['acme', 'wide'],
    ['100%_', 'wide'],
    ['tinyshop', 'wide'],
    ['305550', 'wide'],
  ])('finds %j', async (query, key) => {
    const ctx = which === 'a' ? a : b;
    expect(await find(ctx, query)).toEqual([ids.get(`${ctx.slug}:${key}`)]);
  });

  it.each(['진수', '수', '0%r', 'zurich acme', '', ' ', '\\', '99999999'])('finds nobody by %j', async (query) => {
    expect(await find(which === 'a' ? a : b, query)).toEqual([]);
  });
});

test('a contact that changes, moves or goes is no longer found by', async () => {
  const contacts = new BuyerContactsRepository(db.unitOfWork);
  const [contact] = await contacts.find(a, { buyerId: ids.get(`${a.slug}:kim`)! });
  await db.unitOfWork.run(a, () => contacts.update(a, contact!.id, { email: 'new@moved.example' }));
  expect(await find(a, 'hanbit')).toEqual([]);
  expect(await find(a, 'moved')).toEqual([ids.get(`${a.slug}:kim`)]);
  await db.unitOfWork.run(a, () => contacts.update(a, contact!.id, { buyerId: ids.get(`${a.slug}:cafe`)! }));
  expect(await find(a, 'moved')).toEqual([ids.get(`${a.slug}:cafe`)]);
  await db.unitOfWork.run(a, () => contacts.delete(a, contact!.id));
  expect(await find(a, 'moved')).toEqual([]);
});

test('more than 2,000 are not listed: the caller reads its own order', async () => {
  await db.unitOfWork.run(b, () =>
    db.database.query(
      b,
      `insert into buyers (workspace_id, id, name, stage_since, created_at, updated_at)
       select $1, gen_random_uuid(), 'Massive ' || n, $2, $2, $2 from generate_series(1, 2001) n`,
      [b.workspaceId, AT],
    ),
  );
  expect(await find(b, 'massive')).toBeNull();
  expect(await find(b, 'massive 2001')).toHaveLength(1);
  expect(await find(a, 'massive')).toEqual([]);
});
