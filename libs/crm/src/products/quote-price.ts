import { isExpired, leadTimeOf, moqOf, type PriceTier, type ProductContent, type Variant } from './product.ts';

/** Why there is no price to quote. */
export type QuoteProblem = 'below_moq' | 'no_price' | 'no_price_for_currency' | 'discontinued';

/** What is asked for. `today` is the day in the workspace's zone. */
export interface QuoteRequest {
  /** Null: the product as such, without a variant's own prices and terms. */
  readonly variantId: string | null;
  readonly quantity: number;
  readonly currency: string;
  readonly country: string | null;
  readonly today: string;
}

/** A list price with the tier that it rests on; amounts are null exactly when there is a problem. */
export interface PriceQuote {
  readonly unitPriceMinor: bigint | null;
  readonly totalMinor: bigint | null;
  readonly tier: PriceTier | null;
  readonly problem: QuoteProblem | null;
  /** The smallest order: the variant's, the product's, or where no price list goes lower, its lowest tier. */
  readonly moq: number | null;
  readonly leadTimeDays: number | null;
}

/**
 * Quotes the list price: the most particular list that reaches down to the quantity (variant and country, variant, country,
 * general), in it the highest tier that the quantity reaches. Expired tiers do not exist. Throws a RangeError when the
 * product has no such variant or the quantity is no positive whole number.
 */
export function quotePrice(product: ProductContent, request: QuoteRequest): PriceQuote {
  const { quantity, currency, today } = request;
  if (!Number.isSafeInteger(quantity) || quantity < 1) throw new RangeError(`No quantity to quote for: ${quantity}`);
  const variant = variantOf(product, request.variantId);
  const [moq, leadTimeDays] = [moqOf(product, variant), leadTimeOf(product, variant)];
  const refused = (problem: QuoteProblem, least = moq): PriceQuote => ({
    ...{ unitPriceMinor: null, totalMinor: null, tier: null },
    ...{ problem, moq: least, leadTimeDays },
  });
  if (product.status === 'discontinued' || variant?.status === 'discontinued') return refused('discontinued');
  const valid = product.prices.filter((price) => !isExpired(price, today) && rankOf(price, request) !== null);
  const priced = valid.filter((price) => price.currency === currency);
  if (valid.length === 0) return refused('no_price');
  if (priced.length === 0) return refused('no_price_for_currency');
  if (moq !== null && quantity < moq) return refused('below_moq');
  const reached = priced.filter(({ minQuantity }) => minQuantity <= quantity);
  const tier = reached.toSorted(
    (one, other) => rankOf(one, request)! - rankOf(other, request)! || other.minQuantity - one.minQuantity,
  )[0];
  // No list reaches down to this quantity, although no MOQ forbids it: the lists' own lowest quantity is the MOQ.
  if (!tier) return refused('below_moq', Math.min(...priced.map(({ minQuantity }) => minQuantity)));
  const { unitPriceMinor } = tier;
  const totalMinor = unitPriceMinor * BigInt(quantity);
  return { unitPriceMinor, totalMinor, tier, problem: null, moq, leadTimeDays };
}

/** How particular a price list is to the request, 0 the most; null when it is for another variant or country. */
function rankOf(price: PriceTier, { variantId, country }: QuoteRequest): number | null {
  if (price.variantId !== null && price.variantId !== variantId) return null;
  if (price.country !== null && price.country !== country) return null;
  return (price.variantId === null ? 2 : 0) + (price.country === null ? 1 : 0);
}

function variantOf(product: ProductContent, variantId: string | null): Variant | null {
  if (variantId === null) return null;
  const variant = product.variants.find(({ id }) => id === variantId);
  if (!variant) throw new RangeError(`The product ${product.code} has no variant ${variantId}`);
  return variant;
}
