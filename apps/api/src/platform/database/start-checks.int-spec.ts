import { createDataSource } from '@dangol/db';
import { createTestDatabase } from '@dangol/db/testing';
import type { TestDatabase } from '@dangol/db/testing';
import pg from 'pg';
import { assertHarmlessRole, HarmfulRole } from './start-checks.ts';

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
    grant dangol_app to spec_plain`);
});
afterAll(async () => {
  await admin.query('drop role spec_free, spec_owner, spec_plain');
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
