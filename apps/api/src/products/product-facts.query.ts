import { productFacts, type ProductFact } from '@dangol/crm';
import type { TenantContext, TenantDatabase } from '@dangol/db';
import { contentOf, STORED_PRODUCT, type StoredProduct } from './stored-product.ts';
import { queryToday } from './today.query.ts';

/** A fact about a product with where it comes from: the product in the version that says so. */
export interface ProductFactEntry extends ProductFact {
  readonly productId: string;
  /** Code of the product and topic, such as VC-30:price. */
  readonly code: string;
  readonly version: number;
}

/** Everything that may be told to buyers about the products on offer, by code. */
export async function queryProductFacts(
  database: TenantDatabase,
  ctx: TenantContext,
  now: Date,
): Promise<ProductFactEntry[]> {
  const today = await queryToday(database, ctx, now);
  const rows = await database.query<{ id: string; version: number; stored: StoredProduct }>(
    ctx,
    `select p.id, p.version, ${STORED_PRODUCT} as stored from products p
     where p.workspace_id = $1 and p.status = 'active' order by p.code`,
    [ctx.workspaceId],
  );
  return rows.flatMap(({ id: productId, version, stored }) =>
    productFacts(contentOf(stored), today).map((fact) => ({
      ...fact,
      productId,
      code: `${stored.code}:${fact.topic}`,
      version,
    })),
  );
}
