import { activeVariants } from './missing-parts.ts';
import { isExpired, type PriceTier, type ProductContent } from './product.ts';

/** Tiers of one list in one currency, the lowest quantity first. */
export interface PricedList {
  readonly tiers: readonly PriceTier[];
}

/** Prices as one reader is shown them: those for every variant, and those of variants with a list of their own. */
export interface ShownPrices {
  readonly general: PricedList | null;
  readonly own: ReadonlyMap<string, PricedList>;
}

/**
 * The price lists of a country in one currency. Where the country has tiers of its own they are shown in place of the general
 * ones from their quantity on, as `quotePrice` takes them.
 */
export function packPrices(
  product: ProductContent,
  reader: { country: string | null; currency: string | null; preferredCurrency: string; today: string },
): ShownPrices {
  const valid = product.prices.filter(
    (price) => !isExpired(price, reader.today) && (price.country === null || price.country === reader.country),
  );
  const active = activeVariants(product).map(({ id }) => id);
  const shown = valid.filter(({ variantId }) => variantId === null || active.includes(variantId));
  const currency = reader.currency ?? chooseCurrency(shown, reader.preferredCurrency);
  const listOf = (wanted: string | null): PricedList | null => {
    const prices = shown.filter((price) => price.currency === currency && price.variantId === wanted);
    return prices.length > 0 ? toList(prices) : null;
  };
  const own = active.flatMap((id): [string, PricedList][] => {
    const list = listOf(id);
    return list ? [[id, list]] : [];
  });
  return { general: listOf(null), own: new Map(own) };
}

function chooseCurrency(prices: readonly PriceTier[], preferred: string): string | undefined {
  const currencies = prices.map(({ currency }) => currency);
  return currencies.includes(preferred) ? preferred : currencies.toSorted()[0];
}

/** From where the country's own tiers begin, general ones are never quoted. */
function toList(prices: readonly PriceTier[]): PricedList {
  const ofCountry = prices.filter(({ country }) => country !== null);
  const from = Math.min(...ofCountry.map(({ minQuantity }) => minQuantity));
  const below = prices.filter(({ country, minQuantity }) => country === null && minQuantity < from);
  return { tiers: [...below, ...ofCountry].toSorted((one, other) => one.minQuantity - other.minQuantity) };
}
