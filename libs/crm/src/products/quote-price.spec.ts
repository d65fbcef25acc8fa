import fc from 'fast-check';
import { packPrices } from './pack-prices.ts';
import { product, tier, TODAY, variant } from './product.fixture.ts';
import type { PriceTier, ProductContent } from './product.ts';
import { quotePrice, type QuoteRequest } from './quote-price.ts';

const ask = (change: Partial<QuoteRequest> = {}): QuoteRequest => ({
  variantId: null,
  quantity: 100,
  currency: 'USD',
  country: null,
  today: TODAY,
  ...change,
});

describe('the list price', () => {
  it('is that of the highest tier that the quantity reaches, times the quantity', () => {
    expect(quotePrice(product(), ask({ quantity: 499 }))).toMatchObject({
      unitPriceMinor: 490n,
      totalMinor: 244_510n,
      tier: { minQuantity: 100 },
      problem: null,
      moq: 100,
      leadTimeDays: 3,
    });
    expect(quotePrice(product(), ask({ quantity: 500 }))).toMatchObject({ unitPriceMinor: 466n, totalMinor: 233_000n });
  });

  it.each<[string, Partial<QuoteRequest>, bigint]>([
    ['variant and country', { variantId: 'a', country: 'US' }, 1n],
    ['variant before country', { variantId: 'a', country: 'JP' }, 2n],
    ['country before general', { country: 'US' }, 3n],
    ['general', {}, 4n],
    ['another variant has no part in them', { variantId: 'b', country: 'US', quantity: 500 }, 3n],
  ])('%s', (_what, request, price) => {
    const prices = [
      tier(1, 4n),
      tier(1, 3n, { country: 'US' }),
      tier(1, 2n, { variantId: 'a' }),
      tier(1, 1n, { variantId: 'a', country: 'US' }),
    ];
    expect(quotePrice(product({ prices, moq: null }), ask(request)).unitPriceMinor).toBe(price);
  });

  it('comes from the next list where the more particular one does not reach down to the quantity', () => {
    const prices = [tier(100, 490n), tier(1_000, 300n, { country: 'US' })];
    expect(quotePrice(product({ prices }), ask({ country: 'US' })).unitPriceMinor).toBe(490n);
    expect(quotePrice(product({ prices }), ask({ country: 'US', quantity: 1_000 })).unitPriceMinor).toBe(300n);
  });

  it('is exact beyond the numbers of JavaScript', () => {
    const prices = [tier(1, 9_007_199_254_740_993n)];
    expect(quotePrice(product({ prices }), ask({ quantity: 2_147_483_647 })).totalMinor).toBe(
      9_007_199_254_740_993n * 2_147_483_647n,
    );
  });

  it('counts on its last day and not the day after', () => {
    const prices = [tier(100, 490n, { validUntil: TODAY }), tier(1, 500n)];
    expect(quotePrice(product({ prices }), ask()).unitPriceMinor).toBe(490n);
    expect(quotePrice(product({ prices }), ask({ today: '2026-03-03' })).unitPriceMinor).toBe(500n);
  });
});

describe('no price', () => {
  it.each<[string, Partial<ProductContent>, Partial<QuoteRequest>, object]>([
    ['below the MOQ', {}, { quantity: 99 }, { problem: 'below_moq', moq: 100 }],
    ["below the variant's MOQ", {}, { variantId: 'b' }, { problem: 'below_moq', moq: 500, leadTimeDays: 25 }],
    ['below every tier', { moq: null }, { quantity: 99 }, { problem: 'below_moq', moq: 100 }],
    ['no price at all', { prices: [] }, {}, { problem: 'no_price' }],
    ['only expired ones', { prices: [tier(1, 1n, { validUntil: '2026-03-01' })] }, {}, { problem: 'no_price' }],
    [
      'only for another country',
      { prices: [tier(1, 1n, { country: 'US' })] },
      { country: 'JP' },
      { problem: 'no_price' },
    ],
    ['only in other currencies', {}, { currency: 'EUR' }, { problem: 'no_price_for_currency' }],
    ['the product is discontinued', { status: 'discontinued' }, {}, { problem: 'discontinued' }],
    [
      'the variant is discontinued',
      { variants: [variant('a', '30 ml', { status: 'discontinued' })] },
      { variantId: 'a' },
      { problem: 'discontinued' },
    ],
  ])('%s', (_what, change, request, expected) => {
    const quote = quotePrice(product(change), ask(request));
    expect(quote).toMatchObject({ unitPriceMinor: null, totalMinor: null, tier: null, ...expected });
  });

  it('for what cannot be asked', () => {
    expect(() => quotePrice(product(), ask({ variantId: 'none' }))).toThrow(RangeError);
    for (const quantity of [0, -1, 1.5, Number.NaN])
      expect(() => quotePrice(product(), ask({ quantity }))).toThrow(RangeError);
  });
});

/** Price lists of every kind, some tiers expired, falling in each list as entered ones must. */
const priceLists: fc.Arbitrary<PriceTier[]> = fc
  .uniqueArray(
    fc.record({
      variantId: fc.constantFrom(null, null, 'a', 'b'),
      currency: fc.constantFrom('USD', 'USD', 'KRW'),
      country: fc.constantFrom(null, null, 'US', 'JP'),
      minQuantity: fc.constantFrom(1, 50, 100, 500, 1_000, 5_000),
      validUntil: fc.constantFrom(null, null, null, TODAY, '2026-03-01'),
    }),
    { maxLength: 24, selector: (one) => `${one.variantId} ${one.currency} ${one.country} ${one.minQuantity}` },
  )
  .chain((tiers) =>
    fc
      .array(fc.bigInt({ min: 0n, max: 500n }), { minLength: tiers.length, maxLength: tiers.length })
      .map((more) =>
        tiers.map((one, i) => tier(one.minQuantity, BigInt(1_000_000 / one.minQuantity) * 1_000n + more[i]!, one)),
      ),
  );

const requests = fc.record({
  variantId: fc.constantFrom(null, 'a', 'b'),
  quantity: fc.oneof(fc.integer({ min: 1, max: 12_000 }), fc.constantFrom(1, 49, 50, 100, 499, 500, 5_000)),
  currency: fc.constantFrom('USD', 'KRW'),
  country: fc.constantFrom(null, 'US', 'JP'),
  today: fc.constant(TODAY),
});

/** Said once more, list by list. */
function bruteForce(prices: PriceTier[], { variantId, quantity, currency, country, today }: QuoteRequest) {
  const lists: [string | null, string | null][] = [
    ...(variantId && country ? [[variantId, country] as [string, string]] : []),
    ...(variantId ? [[variantId, null] as [string, null]] : []),
    ...(country ? [[null, country] as [null, string]] : []),
    [null, null],
  ];
  for (const [ofVariant, ofCountry] of lists) {
    let best: PriceTier | null = null;
    for (const one of prices) {
      if (one.variantId !== ofVariant || one.country !== ofCountry || one.currency !== currency) continue;
      if (one.validUntil !== null && one.validUntil < today) continue;
      if (one.minQuantity <= quantity && (best === null || one.minQuantity > best.minQuantity)) best = one;
    }
    if (best) return best;
  }
  return null;
}

describe('for all price lists', () => {
  it('equals the search through them one by one', () => {
    fc.assert(
      fc.property(priceLists, requests, (prices, request) => {
        const open = product({ prices, moq: null, variants: [variant('a', '30 ml'), variant('b', '50 ml')] });
        const expected = bruteForce(prices, request);
        const quote = quotePrice(open, request);
        expect(quote.tier).toEqual(expected);
        expect(quote.totalMinor).toBe(expected && expected.unitPriceMinor * BigInt(request.quantity));
        expect(quote.problem === null).toBe(expected !== null);
      }),
      { numRuns: 500 },
    );
  });

  it('more units never cost more each within one list', () => {
    fc.assert(
      fc.property(
        priceLists,
        fc.integer({ min: 1, max: 9_999 }),
        fc.integer({ min: 1, max: 9_999 }),
        (prices, n, m) => {
          const general = prices.filter(({ variantId, country }) => variantId === null && country === null);
          const [few, many] = [Math.min(n, m), Math.max(n, m)].map((quantity) =>
            quotePrice(product({ prices: general, moq: null }), ask({ quantity })),
          );
          if (few!.unitPriceMinor !== null) expect(many!.unitPriceMinor! <= few!.unitPriceMinor).toBe(true);
        },
      ),
    );
  });

  it('never quotes below an MOQ', () => {
    fc.assert(
      fc.property(priceLists, requests, fc.integer({ min: 1, max: 2_000 }), (prices, request, moq) => {
        const quote = quotePrice(product({ prices, moq, variants: [variant('a', 'x'), variant('b', 'y')] }), request);
        if (quote.problem === null) expect(request.quantity).toBeGreaterThanOrEqual(moq);
      }),
    );
  });

  it('the decision pack shows the prices that are quoted, at every quantity', () => {
    const ask = fc.record({
      quantity: fc.integer({ min: 1, max: 6_000 }),
      country: fc.constantFrom(null, 'US', 'JP'),
      currency: fc.constantFrom('USD', 'KRW'),
    });
    fc.assert(
      fc.property(priceLists, ask, (prices, { quantity, country, currency }) => {
        const one = product({ prices, moq: null });
        const { general } = packPrices(one, { country, currency, preferredCurrency: 'USD', today: TODAY });
        const shown = general?.tiers.filter(({ minQuantity }) => minQuantity <= quantity).at(-1);
        const quote = quotePrice(one, { variantId: null, quantity, currency, country, today: TODAY });
        expect(shown?.unitPriceMinor ?? null).toBe(quote.unitPriceMinor);
      }),
      { numRuns: 500 },
    );
  });
});
