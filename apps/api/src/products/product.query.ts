import { changedFields, isExpired, isNewProduct, productName, type PriceTier, type ProductContent } from '@dangol/crm';
import type { TenantDatabase } from '@dangol/db';
import type { RequestContext } from '../platform/context/request-context.ts';
import { queryMembers } from '../workspaces/index.ts';
import { Certificate, ProductPrice, ProductVariant } from './product-parts.model.ts';
import type { ProductStatusEnum } from './product.enums.ts';
import { Product, ProductVersion } from './product.model.ts';
import { contentOf, STORED_PRODUCT, type StoredProduct } from './stored-product.ts';

/** Who reads products; the account says in which language. */
export type ProductReader = Pick<RequestContext, 'workspaceId' | 'actor' | 'ownRecordsOf' | 'account'>;

interface ProductRecord {
  id: string;
  version: number;
  importId: string | null;
  createdAt: Date;
  updatedAt: Date;
  today: string;
  baseCurrency: string;
  stored: Partial<StoredProduct>;
}

const RECORD = `p.id, p.version, p.import_id as "importId", p.created_at as "createdAt", p.updated_at as "updatedAt",
  to_char($2::timestamptz at time zone w.time_zone, 'YYYY-MM-DD') as today, w.base_currency as "baseCurrency"`;

/** One product with everything; null when there is none. */
export async function queryProduct(
  database: TenantDatabase,
  ctx: ProductReader,
  id: string,
  now: Date,
): Promise<Product | null> {
  const [row] = await database.query<ProductRecord>(
    ctx,
    `select ${RECORD}, ${STORED_PRODUCT} as stored from products p join workspaces w on w.id = p.workspace_id
     where p.workspace_id = $1 and p.id = $3`,
    [ctx.workspaceId, now, id],
    { name: 'product' },
  );
  return row ? toProduct(row, ctx) : null;
}

/** A product as it was in one of its versions; null when there is no such version. */
export async function queryProductVersion(
  database: TenantDatabase,
  ctx: ProductReader,
  id: string,
  version: number,
  now: Date,
): Promise<Product | null> {
  const [row] = await queryRecords(database, ctx, { id, from: version, first: 1 }, now);
  return row?.version === version ? toProduct(row, ctx) : null;
}

/** The versions of a product, newest first. */
export async function queryProductVersions(
  database: TenantDatabase,
  ctx: ProductReader,
  id: string,
  first: number,
  now: Date,
): Promise<ProductVersion[]> {
  const rows = await queryRecords(database, ctx, { id, from: null, first: first + 1 }, now);
  const members = new Map((await queryMembers(database, ctx)).map((member) => [member.id, member]));
  return rows.slice(0, first).map((row, place) => {
    const product = toProduct(row, ctx);
    const before = rows[place + 1];
    return Object.assign(new ProductVersion(), {
      version: row.version,
      changedAt: row.updatedAt,
      changedBy: members.get(row.changedBy ?? '') ?? null,
      changedFields: before ? changedFields(contentOf(before.stored), product.content) : [],
      product,
    });
  });
}

type VersionRecord = ProductRecord & { changedBy: string | null };

/** Versions at or below `from`. One that nothing was kept of is the product itself: it was never changed since. */
function queryRecords(
  database: TenantDatabase,
  ctx: ProductReader,
  { id, from, first }: { id: string; from: number | null; first: number },
  now: Date,
): Promise<VersionRecord[]> {
  return database.query<VersionRecord>(
    ctx,
    `with live as (
       select ${RECORD}, ${STORED_PRODUCT} as stored from products p join workspaces w on w.id = p.workspace_id
       where p.workspace_id = $1 and p.id = $3)
     select * from (
       select l.id, v.version, l."importId", l."createdAt", v.changed_at as "updatedAt", l.today, l."baseCurrency", v.snapshot as stored,
         v.changed_by as "changedBy"
       from live l join product_versions v on v.workspace_id = $1 and v.product_id = l.id
       union all
       select l.id, l.version, l."importId", l."createdAt", l."updatedAt", l.today, l."baseCurrency", l.stored::jsonb, null
       from live l where not exists (select from product_versions v where v.workspace_id = $1 and v.product_id = l.id and v.version = l.version)
     ) versions
     where $4::int is null or version <= $4 order by version desc limit $5`,
    [ctx.workspaceId, now, id, from, first],
  );
}

/** The content of a product as the rules read it, with the version; null when there is none. */
export async function queryProductContent(
  database: TenantDatabase,
  ctx: Pick<RequestContext, 'workspaceId' | 'actor' | 'ownRecordsOf'>,
  id: string,
): Promise<{ version: number; updatedAt: Date; content: ProductContent } | null> {
  const [row] = await database.query<{ version: number; updatedAt: Date; stored: StoredProduct }>(
    ctx,
    `select p.version, p.updated_at as "updatedAt", ${STORED_PRODUCT} as stored from products p where p.workspace_id = $1 and p.id = $2`,
    [ctx.workspaceId, id],
  );
  return row ? { version: row.version, updatedAt: row.updatedAt, content: contentOf(row.stored) } : null;
}

function toProduct({ stored, ...row }: ProductRecord, ctx: ProductReader): Product {
  const content = contentOf(stored);
  const { names, status, optionNames, specs, certificates, variants, prices, ...plain } = content;
  const product = Object.assign(new Product(), row, plain, {
    content,
    name: productName(content, ctx.account?.language ?? 'en'),
    names: Object.entries(names).map(([language, name]) => ({ language, name })),
    status: status as ProductStatusEnum,
    isNew: isNewProduct(content.launchedOn, row.today),
    optionNames: [...optionNames],
    specs: [...specs],
    variants: variants.map((variant) => toVariant(variant, optionNames)),
    prices: prices.map((price) => toPrice(price, row.today)),
  });
  product.certificates = certificates.map((one) =>
    Object.assign(new Certificate(), one, { expired: isExpired(one, row.today), product }),
  );
  return product;
}

function toVariant(variant: ProductContent['variants'][number], optionNames: readonly string[]): ProductVariant {
  const { costMinor, costCurrency, options, status, ...rest } = variant;
  return Object.assign(new ProductVariant(), rest, {
    status: status as ProductStatusEnum,
    options: optionNames.flatMap((name) => (options[name] === undefined ? [] : [{ name, value: options[name] }])),
    cost: costMinor === null || costCurrency === null ? null : { minor: costMinor, currency: costCurrency },
  });
}

/** A list price as it is answered. */
export function toPrice({ unitPriceMinor, ...price }: PriceTier, today: string): ProductPrice {
  return Object.assign(new ProductPrice(), price, {
    unitPrice: { minor: unitPriceMinor, currency: price.currency },
    expired: isExpired(price, today),
  });
}
