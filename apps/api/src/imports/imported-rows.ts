import type { TenantContext, TenantDatabase } from '@dangol/db';

/** A row as the table has it: names of columns, money as bigint, instants as Date. The workspace and the import are stamped. */
export type ImportedRow = { readonly id: string } & Readonly<Record<string, unknown>>;

/** What to set in a row that is there. */
export interface RowChange {
  readonly id: string;
  readonly set: Readonly<Record<string, unknown>>;
}

const IDENTIFIER = /^[a-z][a-z0-9_]*$/;

/**
 * Inserts rows that an import makes, in one statement; all rows set the same columns as the first. With `unless` (the columns of
 * a unique key, workspace included by itself) rows that are there already are left out. Answers the ids that were inserted.
 */
export async function insertImported(
  database: TenantDatabase,
  ctx: TenantContext,
  importId: string | null,
  table: string,
  rows: readonly ImportedRow[],
  unless: readonly string[] = [],
): Promise<string[]> {
  if (rows.length === 0) return [];
  const columns = Object.keys(rows[0]!);
  const names = columns.map(quoted).join(', ');
  const stamp = importId === null ? '' : ', import_id';
  const conflict = unless.length === 0 ? '' : `on conflict (workspace_id, ${unless.map(quoted).join(', ')}) do nothing`;
  const inserted = await database.query<{ id: string }>(
    ctx,
    `insert into ${quoted(table)} (workspace_id, ${names}${stamp})
     select $1, ${names}${importId === null ? '' : ', $3::uuid'} from json_populate_recordset(null::${quoted(table)}, $2::json)
     ${conflict} returning id`,
    [ctx.workspaceId, toJson(rows), ...(importId === null ? [] : [importId])],
  );
  return inserted.map(({ id }) => id);
}

/**
 * Changes rows that were there, in one statement, and keeps what each changed column held before and holds now, so that the
 * import can be undone. Columns that already hold the value, and rows that the same import made, leave no trace. Answers the
 * ids of the rows that are another than before.
 */
export async function changeImported(
  database: TenantDatabase,
  ctx: TenantContext,
  importId: string,
  table: string,
  changes: readonly RowChange[],
): Promise<string[]> {
  const columns = [...new Set(changes.flatMap(({ set }) => Object.keys(set)))];
  if (columns.length === 0) return [];
  const name = quoted(table);
  const changed = await database.query<{ id: string }>(
    ctx,
    `with given as materialized (
       select (g ->> 'id')::uuid as id, (g -> 'set')::jsonb as set from json_array_elements($2::json) g),
     present as materialized (
       select t.id, to_jsonb(t) as row, g.set from given g join ${name} t on t.workspace_id = $1 and t.id = g.id
       order by t.id for no key update of t),
     wanted as materialized (
       select id, row, to_jsonb(jsonb_populate_record(null::${name}, row || set)) as wanted from present),
     different as materialized (
       select w.id, w.row, w.wanted, jsonb_object_agg(e.key, jsonb_build_array(w.row -> e.key, e.value)) as changed
       from wanted w, jsonb_each(w.wanted) e where e.value is distinct from w.row -> e.key group by w.id, w.row, w.wanted),
     kept as (
       insert into import_changes as k (workspace_id, id, import_id, table_name, row_id, before)
       select $1, gen_random_uuid(), $3::uuid, '${table}', id, changed from different
       where row ->> 'import_id' is distinct from $3::uuid::text
       on conflict (workspace_id, import_id, table_name, row_id) do update set before = (
         select jsonb_object_agg(c, jsonb_build_array(
           coalesce(k.before -> c -> 0, excluded.before -> c -> 0), coalesce(excluded.before -> c -> 1, k.before -> c -> 1)))
         from jsonb_object_keys(k.before || excluded.before) c))
     update ${name} t set ${columns.map((column) => `${quoted(column)} = p.${quoted(column)}`).join(', ')}
     from different d, jsonb_populate_record(null::${name}, d.wanted) p
     where t.workspace_id = $1 and t.id = d.id returning t.id`,
    [ctx.workspaceId, toJson(changes), importId],
  );
  return changed.map(({ id }) => id);
}

/**
 * Gives up to `limit` changed rows of a table back what they held before, column by column; a column that somebody has set
 * since stays as it was set. Answers how many changes were taken back.
 */
export async function restoreChanges(
  database: TenantDatabase,
  ctx: TenantContext,
  importId: string,
  table: string,
  limit: number,
): Promise<number> {
  const params = [ctx.workspaceId, importId, table, limit];
  const taken = `select id, row_id, before from import_changes
    where workspace_id = $1 and import_id = $2 and table_name = $3 order by row_id limit $4`;
  const keys = await database.query<{ name: string }>(
    ctx,
    `select distinct k as name from (${taken}) t, jsonb_object_keys(t.before) k`,
    params,
  );
  if (keys.length === 0) return 0;
  const name = quoted(table);
  const [row] = await database.query<{ n: number }>(
    ctx,
    `with taken as materialized (${taken}),
     present as materialized (
       select t.id, to_jsonb(t) as row, x.before from taken x join ${name} t on t.workspace_id = $1 and t.id = x.row_id
       order by t.id for no key update of t),
     back as materialized (
       select p.id, p.row || coalesce((select jsonb_object_agg(e.key, e.value -> 0) from jsonb_each(p.before) e
         where p.row -> e.key is not distinct from e.value -> 1), '{}') as row from present p),
     written as (
       update ${name} t set ${keys.map((key) => `${quoted(key.name)} = p.${quoted(key.name)}`).join(', ')}
       from back b, jsonb_populate_record(null::${name}, b.row) p where t.workspace_id = $1 and t.id = b.id),
     gone as (delete from import_changes c using taken x where c.workspace_id = $1 and c.id = x.id)
     select count(*)::int as n from taken`,
    params,
  );
  return row?.n ?? 0;
}

/** Takes away up to `limit` rows of a table that the import made. Answers how many. */
export async function removeCreated(
  database: TenantDatabase,
  ctx: TenantContext,
  importId: string,
  table: string,
  limit: number,
): Promise<number> {
  const gone = await database.query<{ id: string }>(
    ctx,
    `delete from ${quoted(table)} where workspace_id = $1 and id in (
       select id from ${quoted(table)} where workspace_id = $1 and import_id = $2 limit $3) returning id`,
    [ctx.workspaceId, importId, limit],
  );
  return gone.length;
}

function quoted(name: string): string {
  if (!IDENTIFIER.test(name)) throw new TypeError(`${name} is no name of a table or column`);
  return `"${name}"`;
}

/** JSON for `json_populate_recordset`: money stays exact, NUL (which PostgreSQL cannot store) becomes the replacement character. */
function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? part.toString() : part));
}
