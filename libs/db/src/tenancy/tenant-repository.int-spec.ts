import { newId } from '../ids.ts';
import {
  BuyerIdentitiesRepository,
  BuyersRepository,
  InboundMessagesRepository,
  KnowledgeEntriesRepository,
  MembersRepository,
  OrdersRepository,
  ProductsRepository,
  RolesRepository,
  WorkspacesRepository,
} from '../repositories/index.ts';
import { createTestDatabase, type SeededWorkspace, seedTwoWorkspaces, type TestDatabase } from '../testing/index.ts';
import * as repository from './tenant-repository.ts';

let db: TestDatabase;
let a: SeededWorkspace;
let b: SeededWorkspace;
let buyers: BuyersRepository;
let orders: OrdersRepository;
const at = new Date('2026-03-02T09:30:00.123Z');

beforeAll(async () => {
  db = await createTestDatabase();
  ({ a, b } = await seedTwoWorkspaces(db));
  buyers = new BuyersRepository(db.unitOfWork);
  orders = new OrdersRepository(db.unitOfWork);
});
afterAll(() => db.drop());

const inA = <T>(work: () => Promise<T>) => db.unitOfWork.run(a, work);
const buyer = (more: object = {}) => ({
  id: newId(),
  name: 'New',
  stageSince: at,
  createdAt: at,
  updatedAt: at,
  ...more,
});
const order = (index: number) => ({
  id: newId(),
  buyerId: a.buyerId,
  externalId: `bulk-${index}`,
  state: 'COMPLETED' as const,
  placedAt: at,
  currency: 'KRW',
  totalMinor: 9_007_199_254_740_993n + BigInt(index),
  baseCurrency: 'USD',
  baseTotalMinor: -BigInt(index),
  createdAt: at,
});

test('there is no save, nor anything else that matches by what it is given', () => {
  const methods = Object.getOwnPropertyNames(repository.TenantRepository.prototype);
  for (const absent of ['save', 'upsert', 'remove', 'merge', 'query']) expect(methods).not.toContain(absent);
});

describe('insert', () => {
  test('stamps the workspace and leaves defaults and nulls to the database', async () => {
    const row = buyer({ country: 'DE', annualPurchaseMinor: 9_007_199_254_740_993n });
    await inA(() => buyers.insert(a, row));
    expect(await buyers.getById(a, row.id)).toMatchObject({
      workspaceId: a.workspaceId,
      ...row,
      gradeRank: 4,
      levelRank: 5,
      orderCount: 0,
      ownerId: null,
      grading: null,
    });
    expect(await buyers.findById(b, row.id)).toBeNull();
  });

  test('of a row that says it is of the other workspace stamps it all the same', async () => {
    const row = { ...buyer(), workspaceId: b.workspaceId };
    // @ts-expect-error the type forbids it; this is what happens to a caller that got around the type
    await inA(() => buyers.insert(a, row));
    expect(await buyers.getById(a, row.id)).toMatchObject({ workspaceId: a.workspaceId });
    expect(await buyers.findById(b, row.id)).toBeNull();
  });

  test('of thousands of rows is exact in every type, and each gets its defaults', async () => {
    const rows = Array.from({ length: 4_321 }, (_, index) => order(index));
    await inA(() => orders.insert(a, rows));
    const [{ count } = { count: 0 }] = await db.database.query<{ count: number }>(
      a,
      `select count(*)::int as count from orders where external_id like 'bulk-%'`,
    );
    expect(count).toBe(4_321);
    expect(await orders.getById(a, rows[4_320]!.id)).toEqual({
      ...rows[4_320],
      workspaceId: a.workspaceId,
      channelId: null,
      country: null,
      importId: null,
      isSample: false,
      paidAt: null,
      cancelledAt: null,
    });

    const entry = (index: number) => ({
      id: newId(),
      code: `K-${index}`,
      category: 'payment',
      visibility: 'public' as const,
      validUntil: '2026-12-31',
      title: `따옴표 " ' \\ 🙂 \n ${index}`,
      questions: ['하나, 둘', '"three"', '{four}'],
      answer: 'NULL',
      language: 'ko',
      createdAt: at,
      updatedAt: at,
    });
    const entries = new KnowledgeEntriesRepository(db.unitOfWork);
    const many = Array.from({ length: 30 }, (_, index) => entry(index));
    await inA(() => entries.insert(a, many));
    expect(await entries.getById(a, many[29]!.id)).toEqual({
      ...many[29],
      workspaceId: a.workspaceId,
      importId: null,
      version: 1,
      autoReply: false,
      titleKo: null,
    });
  });

  test('of many rows with bytes, JSON and nulls keeps them as they are', async () => {
    const inbound = new InboundMessagesRepository(db.unitOfWork);
    const rows = Array.from({ length: 25 }, (_, index) => ({
      id: newId(),
      channelId: a.channelId,
      externalId: `bytes-${index}`,
      body: Buffer.from([0, 255, 92, 34, index]),
      contentHash: Buffer.alloc(0),
      receivedAt: at,
      status: 'pending' as const,
      problem: null,
    }));
    const products = new ProductsRepository(db.unitOfWork);
    const names = { en: 'a "quoted" \\ name', ko: '세럼', nested: '{"x": [1, null]}' };
    const goods = Array.from({ length: 25 }, (_, index) => ({
      id: newId(),
      code: `p-${index}`,
      names,
      createdAt: at,
      updatedAt: at,
    }));
    await inA(() => inbound.insert(a, rows).then(() => products.insert(a, goods)));
    expect(await inbound.getById(a, rows[24]!.id)).toMatchObject({ ...rows[24], attempts: 0, appliedAt: null });
    expect(await products.getById(a, goods[24]!.id)).toMatchObject({ names });
  });

  test('of many rows that set different properties writes each as it is', async () => {
    const rows = Array.from({ length: 40 }, (_, index) =>
      buyer(index % 2 ? { gradeRank: 1 } : { company: `C ${index}` }),
    );
    await inA(() => buyers.insert(a, rows));
    expect(await buyers.getById(a, rows[0]!.id)).toMatchObject({ gradeRank: 4, company: 'C 0' });
    expect(await buyers.getById(a, rows[1]!.id)).toMatchObject({ gradeRank: 1, company: null });
  });

  test('of no rows does nothing', async () => {
    await expect(inA(() => orders.insert(a, []))).resolves.toBeUndefined();
  });
});

describe('insertIfNew', () => {
  const identity = (externalId: string) => ({
    id: newId(),
    buyerId: a.buyerId,
    channelId: a.channelId,
    externalId,
    seenAt: at,
    createdAt: at,
  });

  test('tells whether it inserted, and leaves the row that was there', async () => {
    const identities = new BuyerIdentitiesRepository(db.unitOfWork);
    const first = identity('new-1');
    const again = identity('new-1');
    const made = await inA(async () => [
      await identities.insertIfNew(a, first, ['channelId', 'externalId']),
      await identities.insertIfNew(a, again, ['channelId', 'externalId']),
    ]);
    expect(made).toEqual([true, false]);
    expect(await identities.find(a, { externalId: 'new-1' })).toEqual([expect.objectContaining({ id: first.id })]);
  });

  test('of many at the same time inserts once', async () => {
    const identities = new BuyerIdentitiesRepository(db.unitOfWork);
    const made = await Promise.all(
      Array.from({ length: 10 }, () =>
        inA(() => identities.insertIfNew(a, identity('race'), ['channelId', 'externalId'])),
      ),
    );
    expect(made.filter(Boolean)).toHaveLength(1);
  });

  test('the same values in the other workspace are no conflict', async () => {
    const members = new MembersRepository(db.unitOfWork);
    const made = await inA(() =>
      members.insertIfNew(
        a,
        { id: newId(), accountId: b.ownerAccountId, roleId: a.roleIds.owner, name: 'n', email: 'e', createdAt: at },
        ['accountId'],
      ),
    );
    expect(made).toBe(true);
  });

  test('a conflict with another constraint still throws', async () => {
    const identities = new BuyerIdentitiesRepository(db.unitOfWork);
    const first = identity('new-2');
    const unit = inA(async () => {
      await identities.insert(a, first);
      await identities.insertIfNew(a, { ...identity('new-3'), id: first.id }, ['channelId', 'externalId']);
    });
    await expect(unit).rejects.toMatchObject({ code: '23505' });
  });
});

describe('update and delete', () => {
  test('change the one row, null included, and nothing else', async () => {
    const [one, two] = [buyer({ ownerId: a.ownerId, company: 'Old' }), buyer({ company: 'Old' })];
    await inA(async () => {
      await buyers.insert(a, [one, two]);
      await buyers.update(a, one.id, { ownerId: null, company: 'New', annualPurchaseMinor: 5n });
    });
    expect(await buyers.getById(a, one.id)).toMatchObject({
      workspaceId: a.workspaceId,
      ownerId: null,
      company: 'New',
      annualPurchaseMinor: 5n,
    });
    expect(await buyers.getById(a, two.id)).toMatchObject({ company: 'Old' });
    await inA(() => buyers.delete(a, one.id));
    expect(await buyers.findById(a, one.id)).toBeNull();
    expect(await buyers.findById(a, two.id)).not.toBeNull();
  });

  test('throw for a row of the other workspace and leave it alone', async () => {
    const before = await buyers.getById(b, b.buyerId);
    await expect(inA(() => buyers.update(a, b.buyerId, { name: 'Stolen' }))).rejects.toMatchObject({
      name: 'RowNotFound',
    });
    await expect(inA(() => buyers.delete(a, b.buyerId))).rejects.toMatchObject({ name: 'RowNotFound' });
    expect(await buyers.getById(b, b.buyerId)).toEqual(before);
  });

  test('throw for a row that does not exist', async () => {
    await expect(inA(() => buyers.update(a, newId(), { name: 'x' }))).rejects.toMatchObject({
      name: 'RowNotFound',
      table: 'buyers',
    });
    await expect(inA(() => buyers.delete(a, newId()))).rejects.toMatchObject({ name: 'RowNotFound' });
  });

  test('never change the key of a row', async () => {
    for (const patch of [{ workspaceId: b.workspaceId }, { id: newId() }]) {
      // @ts-expect-error the type forbids it; this is what happens to a caller that got around the type
      await expect(inA(() => buyers.update(a, a.buyerId, patch))).rejects.toThrow(TypeError);
    }
  });

  test('a patch that changes nothing is a mistake of the caller', async () => {
    await expect(inA(() => buyers.update(a, a.buyerId, {}))).rejects.toThrow();
    await expect(inA(() => buyers.update(a, a.buyerId, { company: undefined }))).rejects.toThrow();
  });
});

describe('finding', () => {
  test('by equality, by null, ordered and limited', async () => {
    const rows = ['c', 'a', 'b'].map((name) => buyer({ name, company: 'Find', orderCount: 2 }));
    await inA(() => buyers.insert(a, rows));
    const found = (options: object) =>
      buyers.find(a, { company: 'Find', ownerId: null }, options).then((all) => all.map((row) => row.name).join(''));
    expect(await found({})).toBe('cab'); // by id, which ascends
    expect(await found({ orderBy: { name: 'asc' } })).toBe('abc');
    expect(await found({ orderBy: { orderCount: 'asc', name: 'desc' }, limit: 2 })).toBe('cb');
    expect(await buyers.find(a, { company: 'Find', ownerId: a.ownerId })).toEqual([]);
    expect(await buyers.find(b, { company: 'Find' })).toEqual([]);
    expect(await buyers.find(a, { annualPurchaseMinor: 100_000_000n })).toEqual([
      expect.objectContaining({ id: a.buyerId }),
    ]);
  });

  test('a condition cannot widen the workspace, and one that is undefined throws instead of matching all', async () => {
    const elsewhere = buyers.find(a, { workspaceId: b.workspaceId, id: b.buyerId });
    await expect(elsewhere).rejects.toMatchObject({ name: 'WorkspaceMismatch' });
    await expect(buyers.find(a, { company: undefined })).rejects.toThrow(TypeError);
  });

  test('by ids', async () => {
    const found = await buyers.findByIds(a, [a.buyerId, b.buyerId, newId()]);
    expect(found.map((row) => row.id)).toEqual([a.buyerId]);
    expect(await buyers.findByIds(a, [])).toEqual([]);
  });

  test('rows come back as the entity says: bigint, Date, arrays, JSON, bytes', async () => {
    expect(await orders.getById(a, a.orderId)).toMatchObject({
      totalMinor: 120_000n,
      placedAt: new Date('2026-03-02T00:00:00Z'),
    });
    const [role] = await new RolesRepository(db.unitOfWork).find(a, { key: 'owner' });
    expect(role?.permissions).toContain('inbox:reply');
  });

  test('a missing row: null, or RowNotFound', async () => {
    expect(await buyers.findById(a, b.buyerId)).toBeNull();
    await expect(buyers.getById(a, b.buyerId)).rejects.toMatchObject({ name: 'RowNotFound', id: b.buyerId });
  });
});

describe('a lock', () => {
  test('keeps others from changing the row until the unit ends, but not from referring to it', async () => {
    const held = await inA(async () => {
      const row = await buyers.getById(a, a.buyerId, { lock: true });
      const outside = db.dataSource.createQueryRunner();
      try {
        await outside.query(
          `begin; select set_config('app.workspace_id', '${a.workspaceId}', true); set local lock_timeout = '50ms'`,
        );
        const refer = await outside.query('select id from buyers where id = $1 for key share', [a.buyerId]);
        await expect(outside.query(`update buyers set name = 'x' where id = $1`, [a.buyerId])).rejects.toMatchObject({
          code: '55P03',
        });
        return [row.id, refer];
      } finally {
        await outside.query('rollback');
        await outside.release();
      }
    });
    expect(held).toEqual([a.buyerId, [{ id: a.buyerId }]]);
  });

  test('outside a unit would be released at once, so it is refused', async () => {
    await expect(buyers.getById(a, a.buyerId, { lock: true })).rejects.toMatchObject({ name: 'NoUnitOfWork' });
  });
});

test('the workspace’s own row: read, changed, and never the other’s', async () => {
  const workspaces = new WorkspacesRepository(db.unitOfWork);
  await inA(() => workspaces.update(a, { name: 'Renamed', undoSendSeconds: 30 }));
  expect(await workspaces.get(a)).toMatchObject({
    id: a.workspaceId,
    slug: a.slug,
    name: 'Renamed',
    undoSendSeconds: 30,
  });
  expect(await workspaces.get(b)).toMatchObject({ name: b.slug, undoSendSeconds: 10 });
  const nobody = { ...a, workspaceId: newId() };
  await expect(workspaces.get(nobody)).rejects.toMatchObject({ name: 'RowNotFound' });
  await expect(db.unitOfWork.run(nobody, () => workspaces.update(nobody, { name: 'x' }))).rejects.toMatchObject({
    name: 'RowNotFound',
  });
});
