import type { ProductContent } from '@dangol/crm';
import type { TenantContext, TenantDatabase } from '@dangol/db';
import { contentOf, STORED_PRODUCT, type StoredProduct } from './stored-product.ts';

/** A product with what a change of it has to know. */
export interface KnownProduct {
  readonly id: string;
  readonly version: number;
  readonly updatedAt: Date;
  readonly importId: string | null;
  readonly content: ProductContent;
}

type Row = Omit<KnownProduct, 'content'> & { readonly stored: StoredProduct };

/** The products with these codes, by code. */
export async function queryProductsByCode(
  database: TenantDatabase,
  ctx: TenantContext,
  codes: readonly string[],
): Promise<Map<string, KnownProduct>> {
  const known = await queryKnown(database, ctx, 'p.code = any ($2::text[])', codes);
  return new Map(known.map((product) => [product.content.code, product]));
}

/** The products with these ids, by id. */
export async function queryProductsById(
  database: TenantDatabase,
  ctx: TenantContext,
  ids: readonly string[],
): Promise<Map<string, KnownProduct>> {
  const known = await queryKnown(database, ctx, 'p.id = any ($2::uuid[])', ids);
  return new Map(known.map((product) => [product.id, product]));
}

/** The code of the product that each SKU belongs to, of those that belong to one. */
export async function querySkuOwners(
  database: TenantDatabase,
  ctx: TenantContext,
  skus: readonly string[],
): Promise<Map<string, string>> {
  const rows = await database.query<{ sku: string; code: string }>(
    ctx,
    `select v.sku, p.code from product_variants v join products p on p.workspace_id = v.workspace_id and p.id = v.product_id
     where v.workspace_id = $1 and v.sku = any ($2::text[])`,
    [ctx.workspaceId, skus],
  );
  return new Map(rows.map(({ sku, code }) => [sku, code]));
}

/** Products as they were in one of their versions, by id. */
export async function queryContentOfVersions(
  database: TenantDatabase,
  ctx: TenantContext,
  wanted: readonly { readonly id: string; readonly version: number }[],
): Promise<Map<string, ProductContent>> {
  const rows = await database.query<{ id: string; snapshot: Partial<StoredProduct> }>(
    ctx,
    `select v.product_id as id, v.snapshot from unnest($2::uuid[], $3::int[]) as w (id, version)
     join product_versions v on v.workspace_id = $1 and v.product_id = w.id and v.version = w.version`,
    [ctx.workspaceId, wanted.map(({ id }) => id), wanted.map(({ version }) => version)],
  );
  return new Map(rows.map(({ id, snapshot }) => [id, contentOf(snapshot)]));
}

async function queryKnown(
  database: TenantDatabase,
  ctx: TenantContext,
  condition: string,
  keys: readonly string[],
): Promise<KnownProduct[]> {
  const rows = await database.query<Row>(
    ctx,
    `select p.id, p.version, p.updated_at as "updatedAt", p.import_id as "importId", ${STORED_PRODUCT} as stored
     from products p where p.workspace_id = $1 and ${condition}`,
    [ctx.workspaceId, [...new Set(keys)]],
  );
  return rows.map(({ stored, ...row }) => ({ ...row, content: contentOf(stored) }));
}
