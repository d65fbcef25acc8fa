import type { ClientBase } from 'pg';

/** Something in the schema that would let workspaces meet, or that would be slow for all of them. */
export interface SchemaFault {
  rule: SchemaRule;
  subject: string;
  detail: string;
}

/** The rules of DESIGN.md, "Data rules", as far as the catalogue can tell. */
export type SchemaRule =
  | 'primary-key'
  | 'row-security'
  | 'policy'
  | 'foreign-key'
  | 'foreign-key-index'
  | 'unique-index'
  | 'own-records'
  | 'app-role'
  | 'app-rights'
  | 'security-definer';

const APP_ROLE = 'dangol_app';
const OWN_RECORDS_ROLE = 'dangol_own_records';
const BUYERS = 'buyers';
/** TypeORM's record of what ran; holds nothing of anybody, and the application's role has no right on it. */
const RECORD_OF_MIGRATIONS = 'migrations';
/** The directory: its own id is the workspace's, and its slug is unique in the installation because it is in addresses. */
const DIRECTORY = 'workspaces';
const DIRECTORY_SLUG_INDEX = 'workspaces_slug_key';
/** Rows may not be rewritten here. */
const APPEND_ONLY = ['events'];

/** As PostgreSQL prints it; in a subquery, so that a statement reads the setting once and not for each row. */
const BOUND = `( SELECT (NULLIF(current_setting('app.workspace_id'::text, true), ''::text))::uuid AS "nullif")`;
const TABLES = `
  tables as (
    select c.oid, c.relname as name, c.relrowsecurity, c.relforcerowsecurity, c.relowner,
      case when c.relname = '${DIRECTORY}' then array['id'] else array['workspace_id', 'id'] end as key,
      case when c.relname = '${DIRECTORY}' then 'id' else 'workspace_id' end as workspace
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> '${RECORD_OF_MIGRATIONS}')`;
const COLUMNS_OF = (relation: string, numbers: string) => `
  array(select a.attname::text from unnest(${numbers}) with ordinality n (number, place)
    join pg_attribute a on a.attrelid = ${relation} and a.attnum = n.number order by n.place)`;

/** Each statement returns the subjects that break its rule, and why. */
const CHECKS: Record<SchemaRule, string> = {
  'primary-key': `
    with ${TABLES}
    select t.name as subject, 'primary key is not (' || array_to_string(t.key, ', ') || ')' as detail
    from tables t left join pg_constraint k on k.conrelid = t.oid and k.contype = 'p'
    where k.oid is null or ${COLUMNS_OF('t.oid', 'k.conkey')} <> t.key`,

  'row-security': `
    with ${TABLES}
    select name as subject, 'row-level security is not enabled and forced' as detail
    from tables where not (relrowsecurity and relforcerowsecurity)
    union all
    select c.relname, 'a view shows what its owner sees: it needs security_invoker'
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'm')
      and not coalesce('security_invoker=true' = any (c.reloptions) or 'security_invoker=on' = any (c.reloptions), false)`,

  policy: `
    with ${TABLES}
    select t.name as subject, 'has no policy that binds every command to the workspace' as detail
    from tables t where not exists (
      select from pg_policy p where p.polrelid = t.oid and p.polcmd = '*' and p.polpermissive and p.polroles = '{0}'
        and pg_get_expr(p.polqual, t.oid) = '(' || t.workspace || $$ = ${BOUND})$$
        and pg_get_expr(p.polwithcheck, t.oid) = '(' || t.workspace || $$ = ${BOUND})$$)
    union all
    select t.name, 'policy ' || p.polname || ' opens more rows to the application'
    from tables t join pg_policy p on p.polrelid = t.oid
    where p.polpermissive and p.polname <> 'workspace_isolation'
      and exists (select from unnest(p.polroles) r (role) where r.role = 0 or pg_has_role('${APP_ROLE}', r.role, 'member'))`,

  'foreign-key': `
    with ${TABLES}, keys as (
      select k.conname, t.name, k.confrelid,
        ${COLUMNS_OF('k.conrelid', 'k.conkey')} as own, ${COLUMNS_OF('k.confrelid', 'k.confkey')} as other
      from tables t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f')
    select name || '.' || conname as subject, 'does not carry workspace_id to the other table' as detail
    from keys
    where not (confrelid = '${DIRECTORY}'::regclass and own = array['workspace_id'] and other = array['id'])
      and not (cardinality(own) > 1 and own[1] = 'workspace_id' and other[1] = 'workspace_id')`,

  'foreign-key-index': `
    with ${TABLES}
    select t.name || '.' || k.conname as subject, 'no index begins with its columns' as detail
    from tables t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
    where not exists (
      select from pg_index x
      where x.indrelid = t.oid and x.indisvalid
        and (x.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey
        -- a partial index serves when all it leaves out are rows that refer to nothing
        and (x.indpred is null or pg_get_expr(x.indpred, t.oid) = any (
          select '(' || a.attname || ' IS NOT NULL)' from pg_attribute a where a.attrelid = t.oid and a.attnum = any (k.conkey))))`,

  'unique-index': `
    with ${TABLES}
    select t.name || '.' || i.relname as subject, 'unique over all workspaces' as detail
    from tables t join pg_index x on x.indrelid = t.oid and x.indisunique join pg_class i on i.oid = x.indexrelid
    left join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
    where a.attname is distinct from t.workspace and i.relname <> '${DIRECTORY_SLUG_INDEX}'`,

  // What belongs to a buyer, by a column or by referring to what does, must not be seen by a role that sees own buyers only.
  'own-records': `
    with recursive ${TABLES}, belonging as (
      select t.oid, t.name from tables t
      where t.name = '${BUYERS}' or exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = 'buyer_id' and not a.attisdropped)
      union
      select t.oid, t.name from belonging b join pg_constraint k on k.confrelid = b.oid and k.contype = 'f' join tables t on t.oid = k.conrelid)
    select b.name as subject, 'has no policy own_records that holds back what belongs to buyers of others' as detail
    from belonging b where not exists (
      select from pg_policy p where p.polrelid = b.oid and p.polname = 'own_records' and not p.polpermissive and p.polcmd = '*'
        and p.polroles = array['${OWN_RECORDS_ROLE}'::regrole::oid] and pg_get_expr(p.polqual, b.oid) <> 'true' and p.polwithcheck is null)
    union all
    select '${OWN_RECORDS_ROLE}', 'has not exactly the rights of the application''s role'
    from pg_roles r where r.rolname = '${OWN_RECORDS_ROLE}'
      and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or not pg_has_role(r.oid, '${APP_ROLE}', 'usage'))
    union all
    select '${APP_ROLE}', 'is a member of the role that sees own records only, and so sees nothing'
    where pg_has_role('${APP_ROLE}', '${OWN_RECORDS_ROLE}', 'member')`,

  'app-role': `
    select r.rolname as subject, 'is a superuser, bypasses row-level security, or may make roles or databases' as detail
    from pg_roles r where pg_has_role('${APP_ROLE}', r.oid, 'member')
      and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb)
    union all
    select c.relnamespace::regnamespace || '.' || c.relname, 'is owned by the application''s role'
    from pg_class c where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f') and pg_has_role('${APP_ROLE}', c.relowner, 'member')
      and not exists (select from pg_roles r where r.oid = c.relowner and r.rolname = 'pg_database_owner')`,

  'app-rights': `
    with ${TABLES}, rights as (
      select n.nspname, c.relname, r.name as allowed from pg_class c join pg_namespace n on n.oid = c.relnamespace
      cross join unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) r (name)
      where c.relkind in ('r', 'p', 'v', 'm') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
        and (has_table_privilege('${APP_ROLE}', c.oid, r.name)
          or (r.name in ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES') and has_any_column_privilege('${APP_ROLE}', c.oid, r.name))))
    select nspname || '.' || relname as subject, 'the application''s role has ' || string_agg(allowed, ', ') || ' on it' as detail
    from rights
    where nspname <> 'public' or relname = '${RECORD_OF_MIGRATIONS}' or allowed in ('TRUNCATE', 'REFERENCES', 'TRIGGER')
      or (relname = any ('{${APPEND_ONLY.join()}}') and allowed in ('UPDATE', 'DELETE'))
    group by 1`,

  'security-definer': `
    select p.oid::regprocedure::text as subject, 'runs with its owner''s rights and without a fixed search path' as detail
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.prosecdef and n.nspname !~ '^pg_' and not exists (select from unnest(p.proconfig) c where c like 'search\\_path=%')
    union all
    select p.oid::regprocedure::text, 'runs with its owner''s rights and is outside schemas identity, queue and search'
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.prosecdef and n.nspname !~ '^pg_' and n.nspname not in ('identity', 'queue', 'search', 'jobs')`,
};

/** Walks the catalogue and returns every breach of the rules; an empty list is a sound schema. */
export async function findSchemaFaults(client: ClientBase): Promise<SchemaFault[]> {
  const faults: SchemaFault[] = [];
  for (const [rule, sql] of Object.entries(CHECKS) as [SchemaRule, string][]) {
    const { rows } = await client.query<{ subject: string; detail: string }>(sql);
    faults.push(...rows.map((row) => ({ rule, ...row })));
  }
  return faults;
}
