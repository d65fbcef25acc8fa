import type { TenantContext, TenantDatabase } from '@dangol/db';
import { BUYER_TABLES } from './buyer-tables.ts';

/** Columns of the kept buyer that a merge decides on, by the name of the input field. */
const COLUMNS: Readonly<Record<string, string>> = {
  name: 'name',
  company: 'company',
  country: 'country',
  language: 'language',
  timeZone: 'time_zone',
  address: 'address',
  companyType: 'company_type',
  employees: 'employees',
  annualPurchaseMinor: 'annual_purchase_minor',
  webSite: 'web_site',
  links: 'links',
  owner: 'owner_id',
};

/** What a merge moved: ids by table, and the rows that the kept buyer could not have beside its own, as JSON text. */
export interface MovedRows {
  readonly moved: Record<string, string[]>;
  readonly setAside: Record<string, string[]>;
}

/** The whole row of a buyer as JSON text: parsed by JavaScript, large numbers would lose digits. */
export async function readBuyerJson(database: TenantDatabase, ctx: TenantContext, id: string): Promise<string> {
  const [row] = await database.query<{ row: string }>(
    ctx,
    `select to_jsonb(b)::text as row from buyers b where b.workspace_id = $1 and b.id = $2`,
    [ctx.workspaceId, id],
  );
  return row!.row;
}

/** Gives every row of the merged buyer to the kept one. */
export async function moveRows(
  database: TenantDatabase,
  ctx: TenantContext,
  keptId: string,
  mergedId: string,
): Promise<MovedRows> {
  const params = [ctx.workspaceId, keptId, mergedId];
  const moved: Record<string, string[]> = {};
  const setAside: Record<string, string[]> = {};
  for (const { table, column, aside } of BUYER_TABLES) {
    if (aside) {
      const beside =
        aside === 'true'
          ? ''
          : `and exists (select from ${table} k where k.workspace_id = $1 and k.${column} = $2 and ${aside})`;
      const rows = await database.query<{ row: string }>(
        ctx,
        `delete from ${table} x where x.workspace_id = $1 and x.${column} = $3 and $2::uuid is not null ${beside} returning to_jsonb(x)::text as row`,
        params,
      );
      setAside[table] = rows.map(({ row }) => row);
    }
    const rows = await database.query<{ id: string }>(
      ctx,
      `update ${table} set ${column} = $2 where workspace_id = $1 and ${column} = $3 returning id`,
      params,
    );
    moved[table] = rows.map(({ id }) => id);
  }
  return { moved, setAside };
}

/** Takes the chosen fields from the merged buyer, and what the kept one lacks. */
export async function takeFields(
  database: TenantDatabase,
  ctx: TenantContext,
  keptId: string,
  mergedId: string,
  chosen: readonly string[],
  now: Date,
): Promise<void> {
  const sets = Object.entries(COLUMNS).map(([field, column]) => {
    if (chosen.includes(field)) return `${column} = m.${column}`;
    if (field === 'links') return `links = case when k.links = '[]' then m.links else k.links end`;
    return `${column} = coalesce(k.${column}, m.${column})`;
  });
  await database.query(
    ctx,
    `update buyers k set ${sets.join(', ')}, custom = m.custom || k.custom,
       last_contact_at = greatest(k.last_contact_at, m.last_contact_at), updated_at = $4
     from buyers m where k.workspace_id = $1 and m.workspace_id = $1 and k.id = $2 and m.id = $3`,
    [ctx.workspaceId, keptId, mergedId, now],
  );
}

/** Gives the rows back that were moved, and puts those back that were set aside; the merged buyer is there again. */
export async function returnRows(
  database: TenantDatabase,
  ctx: TenantContext,
  mergeId: string,
  keptId: string,
  mergedId: string,
): Promise<void> {
  for (const { table, column, aside } of BUYER_TABLES) {
    await database.query(
      ctx,
      `update ${table} t set ${column} = $3 where t.workspace_id = $1 and t.${column} = $2
         and t.id in (select jsonb_array_elements_text(m.snapshot -> 'moved' -> '${table}')::uuid from buyer_merges m where m.workspace_id = $1 and m.id = $4)`,
      [ctx.workspaceId, keptId, mergedId, mergeId],
    );
    if (!aside) continue;
    const alive =
      table === 'buyer_tags' ? 'where exists (select from tags t where t.workspace_id = $1 and t.id = r.tag_id)' : '';
    await database.query(
      ctx,
      `insert into ${table} select r.* from buyer_merges m, lateral jsonb_populate_recordset(null::${table}, m.snapshot -> 'setAside' -> '${table}') r
       ${alive ? `${alive} and` : 'where'} m.workspace_id = $1 and m.id = $2`,
      [ctx.workspaceId, mergeId],
    );
  }
}

/**
 * Who sent a delivery. Bodies that are not JSON, refused or erased ones, are never read as such, in whatever order the planner
 * takes the conditions.
 */
const SENDER = `case when i.status = 'applied' and octet_length(i.body) > 0 then convert_from(i.body, 'utf8')::jsonb #>> '{sender,externalId}' end`;

/** What arrived after the merge and belongs to the merged buyer by its identity, its conversation or its sample. */
export async function returnNewcomers(
  database: TenantDatabase,
  ctx: TenantContext,
  keptId: string,
  mergedId: string,
): Promise<void> {
  const params = [ctx.workspaceId, keptId, mergedId];
  await database.query(
    ctx,
    `update conversations c set buyer_id = $3 where c.workspace_id = $1 and c.buyer_id = $2 and exists (
       select from messages x join inbound_messages i on i.workspace_id = $1 and i.message_id = x.id
       join buyer_identities d on d.workspace_id = $1 and d.buyer_id = $3 and d.channel_id = i.channel_id
         and d.external_id = ${SENDER}
       where x.workspace_id = $1 and x.conversation_id = c.id and c.created_at >= (
         select max(m.merged_at) from buyer_merges m where m.workspace_id = $1 and m.merged_id = $3))`,
    params,
  );
  for (const table of ['inquiries', 'resolutions', 'sample_requests'])
    await database.query(
      ctx,
      `update ${table} t set buyer_id = $3 from conversations c
       where t.workspace_id = $1 and t.buyer_id = $2 and c.workspace_id = $1 and c.id = t.conversation_id and c.buyer_id = $3`,
      params,
    );
  await database.query(
    ctx,
    `update support_entries t set buyer_id = $3 from sample_requests s
     where t.workspace_id = $1 and t.buyer_id = $2 and s.workspace_id = $1 and s.id = t.sample_id and s.buyer_id = $3`,
    params,
  );
}

/** Makes the merged buyer again, and takes from the kept one what the merge gave it, unless it was changed since. */
export async function restoreBuyers(database: TenantDatabase, ctx: TenantContext, mergeId: string): Promise<void> {
  const columns = await database.query<{ name: string }>(
    ctx,
    `select quote_ident(attname) as name from pg_attribute where attrelid = 'buyers'::regclass and attnum > 0 and not attisdropped
       and attname not in ('workspace_id', 'id', 'search_text') order by attnum`,
  );
  const list = columns.map(({ name }) => name).join(', ');
  await database.query(
    ctx,
    `insert into buyers (workspace_id, id, ${list}) select r.workspace_id, r.id, ${list.replace(/(^|, )/g, '$1r.')}
     from buyer_merges m, lateral jsonb_populate_record(null::buyers, m.snapshot -> 'merged') r where m.workspace_id = $1 and m.id = $2`,
    [ctx.workspaceId, mergeId],
  );
  await database.query(
    ctx,
    `update buyers k set (${list}) = (
       select ${list.replace(/(^|, )/g, '$1r.')} from buyer_merges m,
         lateral (select coalesce(jsonb_object_agg(f.key, f.value), '{}') as fields from jsonb_each(m.snapshot -> 'before') f
           where to_jsonb(k) -> f.key is not distinct from m.snapshot -> 'after' -> f.key) unchanged,
         lateral jsonb_populate_record(k, unchanged.fields) r
       where m.workspace_id = $1 and m.id = $2)
     where k.workspace_id = $1 and k.id = (select kept_id from buyer_merges m where m.workspace_id = $1 and m.id = $2)`,
    [ctx.workspaceId, mergeId],
  );
}
