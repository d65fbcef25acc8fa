import { quotePrice, type ProductContent, type Variant } from '@dangol/crm';

/** A product of the demo's catalogue. */
export interface OfferedProduct {
  readonly id: string;
  readonly content: ProductContent;
}

/** One line of an order; of the freight, which makes up the rest, without a product. */
export interface PlannedLine {
  readonly product: OfferedProduct | null;
  readonly variant: Variant | null;
  readonly quantity: number;
  readonly unitPriceMinor: bigint;
  readonly totalMinor: bigint;
}

const CURRENCY = 'USD';
/** Goods are at most this part of an order, percent; the rest is freight. */
const GOODS = 92n;
/** Orders below are of one product, minor units. */
const SMALL = 600_00n;
/** Units come in packs of ten. */
const PACK = 10;

/**
 * Lines that an order of `totalMinor` US cents may have had: one or two products at their list price and freight, which sum up
 * to the order exactly. `number` chooses the products. None when the order is too small for any.
 */
export function planOrderLines(
  catalogue: readonly OfferedProduct[],
  number: number,
  totalMinor: bigint,
  today: string,
): PlannedLine[] {
  const goodsMinor = (totalMinor * GOODS) / 100n;
  const first = fill(catalogue, number, totalMinor < SMALL ? goodsMinor : (goodsMinor * 3n) / 5n, today);
  if (!first) return [];
  const others = catalogue.filter((product) => product !== first.product);
  const second = totalMinor < SMALL ? null : fill(others, number * 7 + 3, goodsMinor - first.totalMinor, today);
  const goods = second ? [first, second] : [first];
  const freightMinor = goods.reduce((rest, line) => rest - line.totalMinor, totalMinor);
  return [
    ...goods,
    { product: null, variant: null, quantity: 1, unitPriceMinor: freightMinor, totalMinor: freightMinor },
  ];
}

/** As many units as the budget buys of the first product, from the numbered one on, that it buys the MOQ of. */
function fill(
  catalogue: readonly OfferedProduct[],
  number: number,
  budgetMinor: bigint,
  today: string,
): PlannedLine | null {
  for (const place of catalogue.keys()) {
    const product = catalogue[(number + place) % catalogue.length]!;
    const stock = product.content.variants.filter(({ status, moq }) => status === 'active' && moq === null);
    const variant = stock[number % stock.length];
    const tiers = product.content.prices.filter(({ currency, country }) => currency === CURRENCY && country === null);
    for (const tier of tiers.toSorted((one, other) => other.minQuantity - one.minQuantity)) {
      const quantity = Math.floor(Number(budgetMinor / tier.unitPriceMinor) / PACK) * PACK;
      if (!variant || quantity < tier.minQuantity) continue;
      const asked = { variantId: variant.id, quantity, currency: CURRENCY, country: null, today };
      const { unitPriceMinor, totalMinor } = quotePrice(product.content, asked);
      if (unitPriceMinor !== null && totalMinor !== null && totalMinor <= budgetMinor)
        return { product, variant, quantity, unitPriceMinor, totalMinor };
    }
  }
  return null;
}
