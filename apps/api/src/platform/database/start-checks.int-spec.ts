import { createDataSource } from '@dangol/db';
import { createTestDatabase } from '@dangol/db/testing';
import type { TestDatabase } from '@dangol/db/testing';
import pg from 'pg';
import { assertHarmlessRole, assertTakesOwnRecordsRole, HarmfulRole, OwnRecordsRoleUnusable } from './start-checks.ts';

let db: TestDatabase;
let admin: pg.Client;
beforeAll(async () => {
  db = await createTestDatabase();
  admin = new pg.Client({ connectionString: db.url });
  await admin.connect();
  await admin.query(`
    create role spec_free login bypassrls;
    create role spec_owner login;
    create role spec_plain login;
    grant dangol_jobs to spec_owner;
    grant dangol_app to spec_plain;
    create role spec_pool login noinherit password 'pool';
    grant dangol_app to spec_pool;
    alter role spec_pool set role = 'dangol_app'`);
});
afterAll(async () => {
  await admin.query('drop role spec_free, spec_owner, spec_plain, spec_pool');
  await admin.end();
  await db.drop();
});

async function verdictOn(role?: string): Promise<string> {
  const source = await createDataSource({ url: db.url, poolSize: 1, ...(role ? { role } : {}) }).initialize();
  try {
    await assertHarmlessRole(source);
    return 'harmless';
  } catch (error) {
    if (error instanceof HarmfulRole) return error.message;
    throw error;
  } finally {
    await source.destroy();
  }
}

test('a pool that could see every workspace does not start', async () => {
  expect(await verdictOn()).toContain('is a superuser');
  expect(await verdictOn('spec_free')).toContain('bypasses row-level security');
  expect(await verdictOn('spec_owner')).toContain('owns');
  expect(await verdictOn('spec_free')).toContain('DATABASE_URL works as the role "spec_free"');
});

test('the application’s role and a plain member of it do', async () => {
  expect(await verdictOn('dangol_app')).toBe('harmless');
  expect(await verdictOn('spec_plain')).toBe('harmless');
});

async function ownRecordsVerdict(): Promise<string> {
  const address = new URL(db.url);
  [address.username, address.password] = ['spec_pool', 'pool'];
  const source = await createDataSource({ url: address.href, poolSize: 1 }).initialize();
  try {
    await assertHarmlessRole(source);
    await assertTakesOwnRecordsRole(source);
    const [now] = await source.query<{ role: string }[]>('select current_user::text as role');
    return `works as ${String(now?.role)}`;
  } catch (error) {
    if (error instanceof OwnRecordsRoleUnusable) return error.message;
    throw error;
  } finally {
    await source.destroy();
  }
}

test('a pool that may not take the role for own records, or never leaves it, does not start', async () => {
  expect(await ownRecordsVerdict()).toContain('grant dangol_own_records to spec_pool;');
  await admin.query('grant dangol_own_records to spec_pool');
  expect(await ownRecordsVerdict()).toBe('works as dangol_app');
  await admin.query('alter role spec_pool inherit');
  await admin.query('alter role spec_pool reset role');
  await admin.query('revoke dangol_own_records from spec_pool; grant dangol_own_records to spec_pool'); // from 16 on inheriting is the grant's
  expect(await ownRecordsVerdict()).toContain("alter role spec_pool set role = 'dangol_app';");
});
