import type { TenantContext, TenantDatabase } from '@dangol/db';
import type { ProductChange } from '../../products/index.ts';
import type { Dependent } from '../import-applier.ts';

/** A product that an import made (version 0) or changed, with the version it had before. */
export interface ImportedVersion {
  readonly id: string;
  readonly version: number;
}

/** Keeps, for the undoing, the version that each product had before the import and the one that the import gave it. */
export async function keepProductVersions(
  database: TenantDatabase,
  ctx: TenantContext,
  importId: string,
  changes: readonly ProductChange[],
): Promise<void> {
  await database.query(
    ctx,
    `insert into import_changes as c (workspace_id, id, import_id, table_name, row_id, before)
     select $1, gen_random_uuid(), $2, 'products', n.id, jsonb_build_object('version', jsonb_build_array(n.before, n.before + 1))
     from unnest($3::uuid[], $4::int[]) as n (id, before)
     on conflict (workspace_id, import_id, table_name, row_id) do update
       set before = jsonb_build_object('version', jsonb_build_array(c.before -> 'version' -> 0, excluded.before -> 'version' -> 1))`,
    [ctx.workspaceId, importId, changes.map(({ id }) => id), changes.map(({ before }) => before?.version ?? 0)],
  );
}

/** Takes up to `limit` of what was kept. */
export function takeProductVersions(
  database: TenantDatabase,
  ctx: TenantContext,
  importId: string,
  limit: number,
): Promise<ImportedVersion[]> {
  return database.query<ImportedVersion>(
    ctx,
    `delete from import_changes c where c.workspace_id = $1 and c.id in (
       select id from import_changes where workspace_id = $1 and import_id = $2 and table_name = 'products' limit $3)
     returning c.row_id as id, (c.before -> 'version' ->> 0)::int as version`,
    [ctx.workspaceId, importId, limit],
  );
}

const KEPT = `kept as (
  select c.row_id as id, (c.before -> 'version' ->> 0)::int as version, (c.before -> 'version' ->> 1)::int as made from import_changes c
  where c.workspace_id = $1 and c.import_id = $2 and c.table_name = 'products')`;

/** What came later to products that the import made or changed: orders, announcements, files, other changes. */
export async function queryProductDependents(
  database: TenantDatabase,
  ctx: TenantContext,
  importId: string,
): Promise<Dependent[]> {
  const found = await database.query<Dependent>(
    ctx,
    `with ${KEPT}
     select 'order_lines' as what, count(*)::int as count, min(coalesce(l.sku, l.description)) as example from order_lines l
       left join product_variants v on v.workspace_id = $1 and v.id = l.variant_id
       where l.workspace_id = $1 and (v.import_id = $2 or l.product_id in (select id from kept where version = 0))
     union all
     select 'announcements', count(distinct a.id)::int, min(a.name) from announcement_products p
       join announcements a on a.workspace_id = $1 and a.id = p.announcement_id
       where p.workspace_id = $1 and p.product_id in (select id from kept where version = 0)
     union all
     select 'attachments', count(*)::int, min(f.name) from attachments f
       where f.workspace_id = $1 and f.product_id in (select id from kept where version = 0)
     union all
     select 'product_changes', count(*)::int, min(p.code) from kept k join products p on p.workspace_id = $1 and p.id = k.id
       where p.version <> k.made`,
    [ctx.workspaceId, importId],
  );
  return found.filter(({ count }) => count > 0);
}
