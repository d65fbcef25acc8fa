import type { ProductContent } from '@dangol/crm';
import type { TenantContext, TenantDatabase } from '@dangol/db';
import { InvalidField, NameTaken } from '../platform/graphql/shared-refusals.ts';

interface Clashes {
  codeTaken: boolean;
  skus: string[];
  variants: string[];
  prices: string[];
  ordered: string[];
  files: string[];
}

/** What of a product's new content the rest of the workspace does not allow; null when it may be stored. */
export async function queryCatalogueClash(
  database: TenantDatabase,
  ctx: TenantContext,
  id: string,
  before: ProductContent | null,
  after: ProductContent,
): Promise<InvalidField | NameTaken | null> {
  const { variants, prices, certificates } = after;
  const kept = new Set(variants.map((variant) => variant.id));
  const gone = before?.variants.map((variant) => variant.id).filter((variantId) => !kept.has(variantId)) ?? [];
  const files = certificates.flatMap(({ attachmentId }) => attachmentId ?? []);
  const [found] = await database.query<Clashes>(
    ctx,
    `select exists (select from products where workspace_id = $1 and code = $3 and id <> $2) as "codeTaken",
       array(select sku from product_variants where workspace_id = $1 and sku = any ($4::text[]) and product_id <> $2) as skus,
       array(select id from product_variants where workspace_id = $1 and id = any ($5::uuid[]) and product_id <> $2) as variants,
       array(select id from product_prices where workspace_id = $1 and id = any ($6::uuid[]) and product_id <> $2) as prices,
       array(select v.sku from product_variants v where v.workspace_id = $1 and v.id = any ($7::uuid[])
         and exists (select from order_lines l where l.workspace_id = $1 and l.variant_id = v.id)) as ordered,
       array(select id from attachments where workspace_id = $1 and id = any ($8::uuid[]) and product_id = $2) as files`,
    [
      ctx.workspaceId,
      id,
      after.code,
      variants.map(({ sku }) => sku),
      variants.map((variant) => variant.id),
      prices.map((price) => price.id),
      gone,
      files,
    ],
  );
  return found ? clashOf(found, after, before) : null;
}

function clashOf(found: Clashes, { variants, prices, certificates }: ProductContent, before: ProductContent | null) {
  if (found.codeTaken) return new NameTaken();
  if (found.ordered.length > 0)
    return new InvalidField('variants', `orders hold ${found.ordered.join(', ')}: discontinue instead of removing`);
  const taken = <Item>(list: string, field: string, items: readonly Item[], isTaken: (item: Item) => boolean) => {
    const place = items.findIndex(isTaken);
    return place < 0 ? null : new InvalidField(`${list}.${place}.${field}`, 'another product has this');
  };
  const filed = new Set(before?.certificates.map(({ attachmentId }) => attachmentId));
  const unfiled = certificates.findIndex(
    // A file that was taken away since does not keep the rest from being saved.
    ({ attachmentId }) => attachmentId !== null && !found.files.includes(attachmentId) && !filed.has(attachmentId),
  );
  return (
    taken('variants', 'sku', variants, ({ sku }) => found.skus.includes(sku)) ??
    taken('variants', 'id', variants, ({ id }) => found.variants.includes(id)) ??
    taken('prices', 'id', prices, ({ id }) => found.prices.includes(id)) ??
    (unfiled < 0 ? null : new InvalidField(`certificates.${unfiled}.attachmentId`, 'the product has no such file'))
  );
}
