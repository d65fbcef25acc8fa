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

interface RoleFacts {
  role: string;
  superuser: boolean;
  bypassesRls: boolean;
  ownsTables: boolean;
}

const ROLE_FACTS = `
  select r.rolname as role, r.rolsuper as superuser, r.rolbypassrls as "bypassesRls",
    exists (
      select from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'identity', 'jobs') and c.relkind = 'r' and pg_has_role(r.oid, c.relowner, 'member')
    ) as "ownsTables"
  from pg_roles r where r.rolname = current_user`;

/** Throws unless the pool's role is bound by row-level security: no superuser, no bypass, no owner of our tables. */
export async function assertHarmlessRole(dataSource: DataSource): Promise<void> {
  const [facts] = await dataSource.query<RoleFacts[]>(ROLE_FACTS);
  if (!facts) throw new Error('the database does not know its own current_user');
  if (facts.superuser) throw new HarmfulRole(facts.role, 'is a superuser');
  if (facts.bypassesRls) throw new HarmfulRole(facts.role, 'bypasses row-level security');
  if (facts.ownsTables) throw new HarmfulRole(facts.role, 'owns (or is a member of the owner of) the tables');
}
