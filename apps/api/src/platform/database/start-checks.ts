import { OWN_RECORDS_ROLE } from '@dangol/db';
import type { DataSource } from 'typeorm';

/** The database did not let us in; the message says why without the address, which holds a password. */
export class DatabaseUnusable extends Error {
  override readonly name = 'DatabaseUnusable';
  constructor(cause: unknown) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'no reason given';
    super(`The database of DATABASE_URL cannot be used (${code}), so Dangol did not start.`, { cause });
  }
}

/** The pool's role could see or change every workspace, so the process did not start. */
export class HarmfulRole extends Error {
  override readonly name = 'HarmfulRole';
  constructor(role: string, reason: string) {
    super(
      `DATABASE_URL works as the role "${role}", which ${reason}: workspaces would not be kept apart, so Dangol did not start.\n` +
        '  Use a login that is a member of dangol_app and nothing more, with "alter role <login> set role dangol_app".\n' +
        '  Example: DATABASE_URL=postgres://dangol_login:secret@127.0.0.1:5432/dangol',
    );
  }
}

/** The pool's login cannot work as the role for own records, or always does, so the process did not start. */
export class OwnRecordsRoleUnusable extends Error {
  override readonly name = 'OwnRecordsRoleUnusable';
  constructor(login: string, reason: string, cure: string) {
    super(
      `The login "${login}" of DATABASE_URL ${reason}, so Dangol did not start.\n` +
        `  As an administrator of the database: ${cure};`,
    );
  }
}

interface RoleFacts {
  role: string;
  login: string;
  /** Works under the policies for own records all the time. */
  alwaysOwnOnly: boolean;
  superuser: boolean;
  bypassesRls: boolean;
  ownsTables: boolean;
}

const ROLE_FACTS = `
  select r.rolname as role, session_user::text as login, r.rolsuper as superuser, r.rolbypassrls as "bypassesRls",
    exists (
      select from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'identity', 'search', 'jobs') and c.relkind = 'r' and pg_has_role(r.oid, c.relowner, 'member')
    ) as "ownsTables",
    exists (select from pg_roles o where o.rolname = '${OWN_RECORDS_ROLE}' and pg_has_role(r.oid, o.oid, 'usage')) as "alwaysOwnOnly"
  from pg_roles r where r.rolname = current_user`;

/** Throws unless the pool's role is bound by row-level security: no superuser, no bypass, no owner of our tables. */
export async function assertHarmlessRole(dataSource: DataSource): Promise<void> {
  const [facts] = await dataSource.query<RoleFacts[]>(ROLE_FACTS);
  if (!facts) throw new Error('the database does not know its own current_user');
  if (facts.superuser) throw new HarmfulRole(facts.role, 'is a superuser');
  if (facts.bypassesRls) throw new HarmfulRole(facts.role, 'bypasses row-level security');
  if (facts.ownsTables) throw new HarmfulRole(facts.role, 'owns (or is a member of the owner of) the tables');
}

/**
 * Throws unless the pool can take the role for own records when a caller's role asks for it, and only then: members whose
 * role shows own records only would otherwise meet an error at every screen, or everybody would see no buyer at all.
 */
export async function assertTakesOwnRecordsRole(dataSource: DataSource): Promise<void> {
  const [facts] = await dataSource.query<RoleFacts[]>(ROLE_FACTS);
  if (!facts) throw new Error('the database does not know its own current_user');
  const { login, role } = facts;
  if (facts.alwaysOwnOnly)
    throw new OwnRecordsRoleUnusable(
      login,
      `works as "${role}", which is always bound to own records only`,
      `alter role ${login} set role = 'dangol_app'`,
    );
  const runner = dataSource.createQueryRunner();
  try {
    await runner.startTransaction(); // asked by trying: what membership allows is told differently by each version
    await runner.query(`select set_config('role', '${OWN_RECORDS_ROLE}', true)`);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === '42501')
      throw new OwnRecordsRoleUnusable(
        login,
        `may not work as ${OWN_RECORDS_ROLE}`,
        `grant ${OWN_RECORDS_ROLE} to ${login}`,
      );
    // No such role: the migrations have not run yet, and readiness says so until they have.
    if (code !== '22023') throw error;
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}
