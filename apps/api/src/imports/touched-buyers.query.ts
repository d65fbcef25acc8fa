import type { TenantContext, TenantDatabase } from '@dangol/db';

/** Change records that hold what follows from imported rows at a buyer that was there before. */
export const FOLLOWED = 'buyers.followed';
/** Change records of rows that an import made in tables without a column for it; nothing was there before. */
export const MADE = '+';

/** What follows from a buyer's orders, messages and facts, and is put back as it was when the import is undone. */
export const FOLLOWING_COLUMNS = [
  'stage',
  'stage_since',
  'computed_grade',
  'score',
  'provisional',
  'platform_level',
  'level_rank',
  'grading',
  'grading_rules_version',
  'graded_at',
  'graded_facts',
] as const;

/** The next buyers, after `after`, to which an import brought anything. */
export async function queryTouchedBuyers(
  database: TenantDatabase,
  ctx: TenantContext,
  importId: string,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const own = (table: string) => `select buyer_id from ${table} where workspace_id = $1 and import_id = $2`;
  const changed = (table: string) =>
    `select t.buyer_id from import_changes c join ${table} t on t.workspace_id = $1 and t.id = c.row_id
     where c.workspace_id = $1 and c.import_id = $2 and c.table_name = '${table}'`;
  const rows = await database.query<{ id: string }>(
    ctx,
    `select distinct buyer_id as id from (
       select id as buyer_id from buyers where workspace_id = $1 and import_id = $2
       union all select row_id from import_changes where workspace_id = $1 and import_id = $2 and table_name = 'buyers'
       union all ${['orders', 'buyer_identities', 'conversations'].map(own).join(' union all ')}
       union all ${['orders', 'buyer_identities', 'conversations'].map(changed).join(' union all ')}
       union all select o.buyer_id from order_lines l join orders o on o.workspace_id = $1 and o.id = l.order_id
         where l.workspace_id = $1 and l.import_id = $2
       union all select c.buyer_id from messages m join conversations c on c.workspace_id = $1 and c.id = m.conversation_id
         where m.workspace_id = $1 and m.import_id = $2) touched
     where $3::uuid is null or buyer_id > $3 order by 1 limit $4`,
    [ctx.workspaceId, importId, after, limit],
  );
  return rows.map(({ id }) => id);
}

/** Keeps what follows at buyers that the import did not make, once, before anything follows from the import. */
export async function keepFollowing(
  database: TenantDatabase,
  ctx: TenantContext,
  importId: string,
  buyerIds: readonly string[],
): Promise<void> {
  const before = FOLLOWING_COLUMNS.map((column) => `'${column}', b.${column}`).join(', ');
  await database.query(
    ctx,
    `insert into import_changes (workspace_id, id, import_id, table_name, row_id, before)
     select $1, gen_random_uuid(), $2, '${FOLLOWED}', b.id, jsonb_build_object(${before})
     from buyers b where b.workspace_id = $1 and b.id = any ($3::uuid[]) and b.import_id is distinct from $2::uuid
     on conflict (workspace_id, import_id, table_name, row_id) do nothing`,
    [ctx.workspaceId, importId, buyerIds],
  );
}

/** Notes rows that an import made in a table without a column for it, so that undoing takes them away. */
export async function noteMade(
  database: TenantDatabase,
  ctx: TenantContext,
  importId: string,
  table: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await database.query(
    ctx,
    `insert into import_changes (workspace_id, id, import_id, table_name, row_id, before)
     select $1, gen_random_uuid(), $2, $3, id, '{}' from unnest($4::uuid[]) id
     on conflict (workspace_id, import_id, table_name, row_id) do nothing`,
    [ctx.workspaceId, importId, `${table}${MADE}`, ids],
  );
}
