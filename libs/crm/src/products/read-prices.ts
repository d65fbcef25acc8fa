import type { EnteredProduct } from './entered-product.ts';
import { isExpired, type PriceTier } from './product.ts';
import type { ProductReader } from './product-reader.ts';

/** Reads the price lists: tiers unique in their list, and more units never cost more each. */
export function readPrices(
  read: ProductReader,
  { prices: entered, variants }: Pick<EnteredProduct, 'prices' | 'variants'>,
  today: string,
  most: number,
): PriceTier[] {
  const known = new Set(variants.map(({ id }) => id.toLowerCase()));
  const prices = read.list('prices', entered, most).map((one, i): PriceTier => {
    const field = `prices.${i}`;
    const variantId = one.variantId?.toLowerCase() ?? null;
    if (variantId !== null && !known.has(variantId))
      read.refuse(`${field}.variantId`, 'the product has no such variant');
    return {
      id: one.id.toLowerCase(),
      variantId,
      currency: read.currency(`${field}.currency`, one.currency),
      country: read.country(`${field}.country`, one.country),
      minQuantity: read.count(`${field}.minQuantity`, one.minQuantity, 1) ?? 1,
      unitPriceMinor: read.amount(`${field}.unitPriceMinor`, one.unitPriceMinor),
      validUntil: read.day(`${field}.validUntil`, one.validUntil),
    };
  });
  read.distinct(
    prices.map(({ id }) => id),
    (i) => `prices.${i}.id`,
    'another price has this id',
  );
  read.distinct(
    prices.map((price) => `${listOf(price)} ${price.minQuantity}`),
    (i) => `prices.${i}.minQuantity`,
    'there is a price from this quantity on already',
  );
  refuseDearerTiers(read, prices, today);
  return prices;
}

function refuseDearerTiers(read: ProductReader, prices: readonly PriceTier[], today: string): void {
  const valid = prices
    .map((price, index) => ({ ...price, index, list: listOf(price) }))
    .filter((price) => !isExpired(price, today))
    .toSorted((one, other) => compare(one.list, other.list) || one.minQuantity - other.minQuantity);
  for (const [place, tier] of valid.entries()) {
    const before = valid[place - 1];
    if (before?.list === tier.list && tier.unitPriceMinor > before.unitPriceMinor)
      read.refuse(`prices.${tier.index}.unitPriceMinor`, `more than for ${before.minQuantity}`);
  }
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function listOf({ variantId, currency, country }: PriceTier): string {
  return `${variantId} ${currency} ${country}`;
}
