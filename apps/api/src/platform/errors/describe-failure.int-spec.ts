import { BuyersRepository, newId } from '@dangol/db';
import type { TenantContext } from '@dangol/db';
import { createTestDatabase, seedTwoWorkspaces } from '@dangol/db/testing';
import type { SeededWorkspace, TestDatabase } from '@dangol/db/testing';
import { describeFailure } from './describe-failure.ts';

const AT = new Date('2026-03-02T00:00:00Z');

let db: TestDatabase;
let a: SeededWorkspace;
beforeAll(async () => {
  db = await createTestDatabase();
  ({ a } = await seedTwoWorkspaces(db));
});
afterAll(() => db.drop());

async function codeOf(ctx: TenantContext, id: string, ownerId: string | null): Promise<string> {
  const row = { id, name: 'New', ownerId, stageSince: AT, createdAt: AT, updatedAt: AT };
  try {
    await db.unitOfWork.run(ctx, () => new BuyersRepository(db.unitOfWork).insert(ctx, row));
    return 'stored';
  } catch (error) {
    return describeFailure(error).code;
  }
}

test('an id that is taken, seen or not, is a conflict', async () => {
  expect(await codeOf(a, a.buyerId, null)).toBe('CONFLICT');
  const scoped = { ...a, ownRecordsOf: a.viewerId };
  expect(await codeOf(scoped, a.buyerId, a.viewerId)).toBe('CONFLICT');
});

test('a record that would not be the own one is forbidden to who sees own records only', async () => {
  const scoped = { ...a, ownRecordsOf: a.viewerId };
  expect(await codeOf(scoped, newId(), null)).toBe('FORBIDDEN');
  expect(await codeOf(scoped, newId(), a.ownerId)).toBe('FORBIDDEN');
  expect(await codeOf(scoped, newId(), a.viewerId)).toBe('stored');
});

test('every other refusal of the database is ours to look into', async () => {
  const twice = db.unitOfWork.run(a, () =>
    db.database.query(a, `update roles set key = 'owner' where workspace_id = $1`, [a.workspaceId]),
  );
  expect(await twice.catch((error: unknown) => describeFailure(error).code)).toBe('INTERNAL');
  const accounts = db.database.query(a, 'select from identity.accounts');
  expect(await accounts.catch((error: unknown) => describeFailure(error).code)).toBe('INTERNAL');
});
