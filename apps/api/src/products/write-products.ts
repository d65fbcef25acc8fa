import type { ProductContent } from '@dangol/crm';
import { newId, type TenantContext, type TenantDatabase } from '@dangol/db';
import { storedOf } from './stored-product.ts';

/** A product that is made (`before` null) or changed, with the version that it thereby gets. */
export interface ProductChange {
  readonly id: string;
  readonly before: { readonly version: number; readonly updatedAt: Date; readonly content: ProductContent } | null;
  readonly after: ProductContent;
}

/** Who changes products, when, and by which import. */
export interface ChangeStamp {
  readonly now: Date;
  readonly memberId: string | null;
  readonly importId: string | null;
}

const PRODUCT_COLUMNS = `code, names, status, category, description, unit, moq, lead_time_days, weight_grams, origin_country, hs_code,
  launched_on, option_names, specs, certificates`;
const PRODUCT_VALUES = `p."code", p."names", p."status", p."category", p."description", p."unit", p."moq", p."leadTimeDays", p."weightGrams",
  p."originCountry", p."hsCode", p."launchedOn", p."optionNames", p."specs", p."certificates"`;
const PRODUCT_RECORD = `"id" uuid, "version" int, "code" text, "names" jsonb, "status" text, "category" text, "description" text, "unit" text, "moq" int,
  "leadTimeDays" int, "weightGrams" int, "originCountry" text, "hsCode" text, "launchedOn" date, "optionNames" text[], "specs" jsonb, "certificates" jsonb`;

const WRITE_PRODUCTS = `
  insert into products (workspace_id, id, version, ${PRODUCT_COLUMNS}, created_at, updated_at, import_id)
  select $1, p."id", p."version", ${PRODUCT_VALUES}, $3, $3, $4 from json_to_recordset($2::json) as p (${PRODUCT_RECORD})
  on conflict (workspace_id, id) do update set version = excluded.version, updated_at = excluded.updated_at,
    (${PRODUCT_COLUMNS}) = row (excluded.code, excluded.names, excluded.status, excluded.category, excluded.description, excluded.unit,
      excluded.moq, excluded.lead_time_days, excluded.weight_grams, excluded.origin_country, excluded.hs_code, excluded.launched_on,
      excluded.option_names, excluded.specs, excluded.certificates)`;

const VARIANT_RECORD = `"id" uuid, "productId" uuid, "sku" text, "options" jsonb, "moq" int, "leadTimeDays" int, "weightGrams" int, "costMinor" bigint,
  "costCurrency" text, "barcode" text, "status" text, "position" int`;

/** Two variants may swap their SKUs: those that change step aside first. */
const PARK_SKUS = `
  update product_variants v set sku = v.id::text from json_to_recordset($2::json) as n (${VARIANT_RECORD})
  where v.workspace_id = $1 and v.id = n."id" and v.sku <> n."sku"`;

const WRITE_VARIANTS = `
  insert into product_variants (workspace_id, id, product_id, sku, options, moq, lead_time_days, weight_grams, cost_minor, cost_currency, barcode,
    status, position, created_at, import_id)
  select $1, v."id", v."productId", v."sku", v."options", v."moq", v."leadTimeDays", v."weightGrams", v."costMinor", v."costCurrency", v."barcode",
    v."status", v."position", $3, $4 from json_to_recordset($2::json) as v (${VARIANT_RECORD})
  on conflict (workspace_id, id) do update set sku = excluded.sku, options = excluded.options, moq = excluded.moq,
    lead_time_days = excluded.lead_time_days, weight_grams = excluded.weight_grams, cost_minor = excluded.cost_minor,
    cost_currency = excluded.cost_currency, barcode = excluded.barcode, status = excluded.status, position = excluded.position`;

const PRICE_RECORD = `"id" uuid, "productId" uuid, "variantId" uuid, "currency" text, "country" text, "minQuantity" int, "unitPriceMinor" bigint, "validUntil" date`;

/** Prices that are gone, and those whose place in the lists changes, which another one may take. */
const DROP_PRICES = `
  delete from product_prices t where t.workspace_id = $1 and t.product_id = any ($2::uuid[]) and not exists (
    select from json_to_recordset($3::json) as n (${PRICE_RECORD})
    where n."id" = t.id and n."variantId" is not distinct from t.variant_id and n."currency" = t.currency
      and n."country" is not distinct from t.country and n."minQuantity" = t.min_quantity)`;

const WRITE_PRICES = `
  insert into product_prices (workspace_id, id, product_id, variant_id, currency, country, min_quantity, unit_price_minor, valid_until, created_at, import_id)
  select $1, t."id", t."productId", t."variantId", t."currency", t."country", t."minQuantity", t."unitPriceMinor", t."validUntil", $3, $4
  from json_to_recordset($2::json) as t (${PRICE_RECORD})
  on conflict (workspace_id, id) do update set unit_price_minor = excluded.unit_price_minor, valid_until = excluded.valid_until`;

/** The version before too, where nothing was kept of it: products are older than their versions. */
const WRITE_VERSIONS = `
  insert into product_versions (workspace_id, id, product_id, version, snapshot, changed_by, changed_at)
  select $1, v."id", v."productId", v."version", v."snapshot", v."changedBy", v."changedAt" from json_to_recordset($2::json)
    as v ("id" uuid, "productId" uuid, "version" int, "snapshot" jsonb, "changedBy" uuid, "changedAt" timestamptz)
  on conflict (workspace_id, product_id, version) do nothing`;

/** What the list searches: code, names, category, and the SKUs and bar codes of variants. */
const KEEP_SEARCH_TEXT = `
  update products p set search_text = fold_text(concat_ws(chr(10), p.code, p.category,
    (select string_agg(name.value, chr(10)) from jsonb_each_text(p.names) name),
    (select string_agg(concat_ws(chr(10), v.sku, v.barcode), chr(10)) from product_variants v where v.workspace_id = p.workspace_id and v.product_id = p.id)))
  where p.workspace_id = $1 and p.id = any ($2::uuid[])`;

/**
 * Stores products with their variants, prices and versions: a fixed number of statements for however many. The caller has
 * locked the catalogue and checked what is written; runs inside its unit of work. `import_id` stays on what an import made
 * and is set on what is new.
 */
export async function writeProducts(
  database: TenantDatabase,
  ctx: TenantContext,
  changes: readonly ProductChange[],
  { now, memberId, importId }: ChangeStamp,
): Promise<void> {
  if (changes.length === 0) return;
  const run = (sql: string, ...params: unknown[]) => database.query(ctx, sql, [ctx.workspaceId, ...params]);
  const ids = changes.map(({ id }) => id);
  const stored = changes.map(({ id, before, after }) => ({
    id,
    version: versionAfter(before),
    ...storedOf(after),
  }));
  const products = JSON.stringify(stored.map(({ variants: _variants, prices: _prices, ...product }) => product));
  const variants = stored.flatMap(({ id: productId, variants: own }) =>
    own.map((variant, position) => ({ ...variant, productId, position })),
  );
  const variantRows = JSON.stringify(variants);
  const prices = JSON.stringify(
    stored.flatMap(({ id: productId, prices: own }) => own.map((price) => ({ ...price, productId }))),
  );
  await run(WRITE_PRODUCTS, products, now, importId);
  await run(DROP_PRICES, ids, prices);
  await run(
    `delete from product_variants where workspace_id = $1 and product_id = any ($2::uuid[]) and id <> all ($3::uuid[])`,
    ids,
    variants.map(({ id }) => id),
  );
  await run(PARK_SKUS, variantRows);
  await run(WRITE_VARIANTS, variantRows, now, importId);
  await run(WRITE_PRICES, prices, now, importId);
  await run(WRITE_VERSIONS, JSON.stringify(changes.flatMap((change) => versionsOf(change, now, memberId))));
  await run(KEEP_SEARCH_TEXT, ids);
}

/** One writer of the catalogue at a time: codes and SKUs are checked before they are written. */
export async function lockCatalogue(database: TenantDatabase, ctx: TenantContext): Promise<void> {
  await database.query(ctx, `select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`${ctx.workspaceId}:catalogue`]);
}

function versionAfter(before: ProductChange['before']): number {
  return (before?.version ?? 0) + 1;
}

function versionsOf({ id: productId, before, after }: ProductChange, now: Date, changedBy: string | null) {
  const version = versionAfter(before);
  const next = { id: newId(), productId, version, snapshot: storedOf(after), changedBy, changedAt: now };
  if (!before) return [next];
  const snapshot = storedOf(before.content);
  return [
    { id: newId(), productId, version: before.version, snapshot, changedBy: null, changedAt: before.updatedAt },
    next,
  ];
}
