/** What puts prices into one list: the same variant, currency and country. */
interface Listed {
  readonly variantId: string | null;
  readonly currency: string;
  readonly country: string | null;
  readonly minQuantity: number;
}

export interface PriceList<Price> {
  readonly variantId: string | null;
  readonly currency: string;
  readonly country: string | null;
  readonly tiers: readonly Price[];
}

/** Prices as lists of tiers, in the order of their currencies; what holds for all comes before what is for some. */
export function listsOf<Price extends Listed>(prices: readonly Price[]): PriceList<Price>[] {
  const lists = new Map<string, Price[]>();
  for (const price of prices) {
    const key = JSON.stringify([price.currency, price.country, price.variantId]);
    lists.set(key, [...(lists.get(key) ?? []), price]);
  }
  const generality = (list: PriceList<Price>) => (list.variantId === null ? 0 : 2) + (list.country === null ? 0 : 1);
  return [...lists.values()]
    .map((tiers): PriceList<Price> => {
      const { variantId, currency, country } = tiers[0]!;
      return {
        variantId,
        currency,
        country,
        tiers: tiers.toSorted((one, other) => one.minQuantity - other.minQuantity),
      };
    })
    .toSorted((one, other) => one.currency.localeCompare(other.currency) || generality(one) - generality(other));
}
