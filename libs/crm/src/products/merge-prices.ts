import type { EnteredPrice, EnteredVariant } from './entered-product.ts';
import type { MergeOptions, ProductFileRow } from './file-rows.ts';
import type { ProductContent } from './product.ts';

/** A price with the rows that say it. */
export type PricedRow = EnteredPrice & { readonly row: readonly number[] };
/** A tier as a row says it. */
type SaidTier = EnteredPrice & { readonly sku: string | null; readonly rowNumber: number };

/**
 * A tier that every variant has at one price is the product's. A variant that has a price of its own below it keeps to its own
 * list, because a quotation looks there first.
 */
export function mergePrices(
  known: ProductContent | null,
  rows: readonly ProductFileRow[],
  variants: readonly EnteredVariant[],
  mode: MergeOptions['mode'],
  newId: () => string,
): PricedRow[] {
  const prices: PricedRow[] = (known?.prices ?? []).map((price) => ({ ...price, row: [] }));
  const active = variants.filter(({ status }) => status === 'active');
  const idOf = new Map(variants.map(({ sku, id }) => [sku, id]));
  const tiers = new Map<string, SaidTier[]>();
  for (const { rowNumber, record } of rows) {
    if (record.price === null) continue;
    const { currency, minor: unitPriceMinor } = record.price;
    const [country, minQuantity] = [record.price_country, record.min_quantity ?? record.moq ?? 1];
    const key = `${currency} ${country} ${minQuantity}`;
    const tier = { id: '', currency, country, minQuantity, unitPriceMinor, validUntil: record.price_valid_until };
    tiers.set(key, [...(tiers.get(key) ?? []), { ...tier, sku: record.sku, rowNumber }]);
  }
  for (const said of [...tiers.values()].sort(lowestFirst)) {
    const skus = new Set(said.map(({ sku }) => sku));
    const isOne = new Set(said.map(({ unitPriceMinor, validUntil }) => `${unitPriceMinor} ${validUntil}`)).size === 1;
    const isEverybodys = isOne && active.every(({ sku }) => skus.has(sku));
    for (const { sku, rowNumber, ...tier } of said) {
      const own = sku === null ? null : (idOf.get(sku) ?? null);
      const variantId = isEverybodys && !prices.some((price) => isOwnBelow(price, own, tier)) ? null : own;
      const place = prices.findIndex((price) => isSameTier(price, { ...tier, variantId }));
      const before = prices[place];
      const isSame = before?.unitPriceMinor === tier.unitPriceMinor && before.validUntil === tier.validUntil;
      // Said by the file before, with another price: both stand, so that the rules refuse the later row.
      if (!before || (before.row.length > 0 && !isSame))
        prices.push({ ...tier, variantId, id: newId(), row: [rowNumber] });
      else if (before.row.length > 0 || mode === 'overwrite')
        prices[place] = { ...before, ...tier, variantId, id: before.id, row: [...before.row, rowNumber] };
    }
  }
  return prices;
}

/** The general list before those of countries, so that what a tier rests on is there when it is looked at. */
function lowestFirst([one]: readonly SaidTier[], [other]: readonly SaidTier[]): number {
  return one!.minQuantity - other!.minQuantity || Number(one!.country !== null) - Number(other!.country !== null);
}

/** A price of the variant's own that would be quoted in place of the product's tier. */
function isOwnBelow(price: EnteredPrice, variantId: string | null, tier: EnteredPrice): boolean {
  const country = price.country ?? null;
  return (
    variantId !== null &&
    price.variantId === variantId &&
    price.currency === tier.currency &&
    price.minQuantity <= tier.minQuantity &&
    (country === null || country === tier.country)
  );
}

function isSameTier(one: EnteredPrice, other: EnteredPrice): boolean {
  return (
    (one.variantId ?? null) === (other.variantId ?? null) &&
    one.currency === other.currency &&
    (one.country ?? null) === (other.country ?? null) &&
    one.minQuantity === other.minQuantity
  );
}
