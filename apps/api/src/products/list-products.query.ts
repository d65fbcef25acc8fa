import { NEW_FOR_DAYS } from '@dangol/crm';
import type { TenantDatabase } from '@dangol/db';
import { z } from 'zod';
import { ATTACHMENT_PATH, INLINE_TYPES } from '../attachments/index.ts';
import { toConnection } from '../platform/graphql/connection.ts';
import { decodeCursor, encodeCursor } from '../platform/graphql/cursor.ts';
import { MISSING_PARTS } from './missing-parts.sql.ts';
import type { ProductFilter } from './product-filter.input.ts';
import type { ProductCategory, ProductConnection, ProductRow } from './product.model.ts';
import type { ProductReader } from './product.query.ts';

const CURSOR = z.tuple([z.string(), z.uuid()]);

/** A statement and its parameters; $1 is the workspace. */
export interface ProductsStatement {
  readonly sql: string;
  readonly params: unknown[];
}

const IS_NEW = `coalesce(p.launched_on <= w.today and p.launched_on > w.today - ${NEW_FOR_DAYS}, false)`;

/** Every word of the search as a pattern; unlike a buyer's, a product's words may be digits and hyphens. */
const WORDS = `array(select '%' || regexp_replace(word, '([\\\\%_])', '\\\\\\1', 'g') || '%'
  from regexp_split_to_table(fold_text(?), '\\s+') word where word <> '')`;

const ROW = `p.id, p.code, p.status, p.category, p.moq, p.lead_time_days as "leadTimeDays", p.updated_at as "updatedAt",
  coalesce(p.names ->> $3::text, p.names ->> 'en', (select name.value from jsonb_each_text(p.names) name limit 1), p.code) as name,
  to_char(p.launched_on, 'YYYY-MM-DD') as "launchedOn", ${IS_NEW} as "isNew", ${MISSING_PARTS} as missing,
  (select count(*)::int from product_variants v where v.workspace_id = $1 and v.product_id = p.id and v.status = 'active') as "variantCount",
  (select json_build_object('minor', t.unit_price_minor::text, 'currency', t.currency) from product_prices t
    where t.workspace_id = $1 and t.product_id = p.id and t.country is null and (t.valid_until is null or t.valid_until >= w.today)
    order by t.currency <> w.base_currency, t.currency, t.unit_price_minor limit 1) as "fromPrice",
  (select ${ATTACHMENT_PATH} from attachments f where f.workspace_id = $1 and f.product_id = p.id
    and f.content_type = any ('{${INLINE_TYPES.join()}}'::text[]) order by f.position, f.id limit 1) as "imagePath"`;

const FROM = `products p cross join lateral (
  select s.slug, s.base_currency, ($2::timestamptz at time zone s.time_zone)::date as today from workspaces s where s.id = $1) w`;

/** All rows of the list in its order, without a page. */
export function productsStatement(ctx: ProductReader, filter: ProductFilter, now: Date): ProductsStatement {
  const { sql, params } = conditionOf(ctx, filter, now);
  return { sql: `select ${ROW} from ${FROM} where ${sql} order by p.code, p.id`, params };
}

/** One page of products, by code. */
export async function queryProducts(
  database: TenantDatabase,
  ctx: ProductReader,
  page: { first: number; after?: string | null },
  filter: ProductFilter,
  now: Date,
): Promise<ProductConnection> {
  const { sql, params } = conditionOf(ctx, filter, now);
  const after = page.after ? decodeCursor(page.after, CURSOR) : null;
  if (after) params.push(...after);
  const keyset = after ? `and (p.code, p.id) > ($${params.length - 1}::text, $${params.length}::uuid)` : '';
  params.push(page.first + 1);
  const rows = await database.query<ProductRow>(
    ctx,
    `select ${ROW} from ${FROM} where ${sql} ${keyset} order by p.code, p.id limit $${params.length}`,
    params,
    { isoTimestamps: true },
  );
  return { ...toConnection(rows, page, (row) => encodeCursor([row.code, row.id])), filter };
}

/** How many products there are. */
export async function countProducts(
  database: TenantDatabase,
  ctx: ProductReader,
  filter: ProductFilter,
  now: Date,
): Promise<number> {
  const { sql, params } = conditionOf(ctx, filter, now);
  const [row] = await database.query<{ n: number }>(
    ctx,
    // $3 is the language, which only the rows need; a parameter that no statement names has no type.
    `select count(*)::int as n from ${FROM} where $3::text is not null and ${sql}`,
    params,
  );
  return row!.n;
}

/** The groups of the catalogue by name, with how many products each offers. */
export function queryCategories(database: TenantDatabase, ctx: ProductReader): Promise<ProductCategory[]> {
  return database.query<ProductCategory>(
    ctx,
    `select category as name, count(*) filter (where status <> 'discontinued')::int as "productCount" from products
     where workspace_id = $1 and category is not null group by category order by category`,
    [ctx.workspaceId],
  );
}

function conditionOf(ctx: ProductReader, filter: ProductFilter, now: Date): ProductsStatement {
  const params: unknown[] = [ctx.workspaceId, now, ctx.account?.language ?? 'en'];
  const parts = ['p.workspace_id = $1'];
  /** Adds a condition on a parameter, written as `?`. */
  const where = (sql: string, value: unknown): void => {
    params.push(value);
    parts.push(sql.replaceAll('?', `$${params.length}`));
  };
  if (filter.status?.length) where('p.status = any (?::text[])', filter.status);
  if (filter.category?.length) where('p.category = any (?::text[])', filter.category);
  if (filter.missing?.length) where(`${MISSING_PARTS} && ?::text[]`, filter.missing);
  if (typeof filter.isNew === 'boolean') where(`${IS_NEW} = ?::boolean`, filter.isNew);
  if (filter.q?.trim()) where(`p.search_text like all (${WORDS.replace('?', '?::text')})`, filter.q);
  return { sql: parts.join(' and '), params };
}
