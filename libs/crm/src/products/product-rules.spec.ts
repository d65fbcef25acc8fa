import { changedFields } from './changed-fields.ts';
import { isNewProduct } from './is-new-product.ts';
import { productFacts } from './product-facts.ts';
import { certificate, product, tier, TODAY, variant } from './product.fixture.ts';
import { productName } from './product.ts';

describe('the name', () => {
  it.each([
    ['ko', { en: 'serum', ko: '세럼' }, '세럼'],
    ['es', { en: 'serum', ko: '세럼' }, 'serum'],
    ['es', { ko: '세럼' }, '세럼'],
    ['es', {}, 'VC-30'],
  ])('in %s of %j is %s', (language, names, name) => expect(productName(product({ names }), language)).toBe(name));
});

it.each([
  [null, false],
  [TODAY, true],
  ['2025-12-03', true], // the 90th day
  ['2025-12-02', false],
  ['2026-03-03', false], // not launched yet
])('a product launched on %s is new: %s', (launchedOn, isNew) => expect(isNewProduct(launchedOn, TODAY)).toBe(isNew));

describe('what changed', () => {
  it.each<[string, Parameters<typeof product>[0], string[]]>([
    ['nothing', {}, []],
    [
      'nothing but the order of names and prices',
      { names: { ko: '비타민C 세럼', en: 'vitamin C serum' }, prices: product().prices.toReversed() },
      [],
    ],
    ['fields', { moq: 200, unit: 'sheets' }, ['unit', 'moq']],
    ['a price', { prices: [tier(100, 491n)] }, ['prices']],
    ['the order of variants', { variants: product().variants.toReversed() }, ['variants']],
    [
      'a cost, which is no change of a variant',
      { variants: [variant('a', '30 ml', { costMinor: 1n, costCurrency: 'USD' }), product().variants[1]!] },
      ['costs'],
    ],
  ])('%s', (_what, change, fields) => expect(changedFields(product(), product(change))).toEqual(fields));
});

describe('facts for the assistant', () => {
  const facts = (change: Parameters<typeof product>[0] = {}) =>
    Object.fromEntries(productFacts(product(change), TODAY).map((fact) => [fact.topic, fact]));

  it('say what a buyer asks about', () => {
    expect(Object.fromEntries(Object.entries(facts()).map(([topic, { answer }]) => [topic, answer]))).toEqual({
      specification: 'Volume of vitamin C serum: 30 ml. Weight of vitamin C serum: 90 g.',
      price:
        'The list price of vitamin C serum from 100 pcs is KRW 6,500 per unit. The list price of vitamin C serum from 100 pcs is USD 4.90 per unit. The list price of vitamin C serum from 500 pcs is USD 4.66 per unit.',
      moq: 'The MOQ of vitamin C serum is 100 pcs. The MOQ of vitamin C serum 50 ml is 500 pcs.',
      lead_time: 'The lead time of vitamin C serum is 3 days. The lead time of vitamin C serum 50 ml is 25 days.',
      options: 'vitamin C serum comes in volume: 30 ml, 50 ml.',
      certificates: 'vitamin C serum has the certificate ISO 22716, valid until 30 November 2027.',
      origin: 'vitamin C serum is made in South Korea.',
    });
    expect(facts()['price']).toMatchObject({ title: 'vitamin C serum: list price', titleKo: '비타민C 세럼: 가격' });
  });

  it('hold until the first of what they rest on ends, and leave out what has ended', () => {
    const prices = [
      tier(100, 490n),
      tier(500, 466n, { validUntil: '2026-06-30' }),
      tier(900, 400n, { validUntil: '2026-04-30' }),
    ];
    expect(facts({ prices })['price']!.validUntil).toBe('2026-04-30');
    expect(facts()['price']!.validUntil).toBeNull();
    expect(facts({ certificates: [certificate('Halal', '2026-03-01')] })['certificates']).toBeUndefined();
    expect(facts({ prices: [tier(1, 1n, { validUntil: '2026-03-01' })] })['price']).toBeUndefined();
  });

  it('keep to themselves the prices of one country, and what costs us', () => {
    const answers = JSON.stringify(
      productFacts(
        product({
          prices: [tier(100, 111n, { country: 'US' })],
          variants: [variant('a', '30 ml', { costMinor: 222n, costCurrency: 'USD' })],
        }),
        TODAY,
      ),
    );
    expect(answers).not.toMatch(/1\.11|2\.22/);
  });

  it('say nothing of options when no variant is made any more', () => {
    expect(facts({ variants: [variant('a', '30 ml', { status: 'discontinued' })] })['options']).toBeUndefined();
  });

  it('are none of a product that is not offered', () => {
    for (const status of ['draft', 'discontinued'] as const)
      expect(productFacts(product({ status }), TODAY)).toEqual([]);
  });
});
