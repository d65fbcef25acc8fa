import type { EnteredProduct } from './entered-product.ts';
import { TODAY } from './product.fixture.ts';
import { readProduct } from './read-product.ts';

const variant = (id: string, value: string, change: Partial<EnteredProduct['variants'][number]> = {}) => ({
  id,
  sku: `SKU-${id}`,
  options: [{ name: 'Colour', value }],
  status: 'active' as const,
  ...change,
});
const price = (id: string, minQuantity: number, unitPriceMinor: bigint, change = {}) => ({
  id,
  currency: 'USD',
  minQuantity,
  unitPriceMinor,
  ...change,
});
const entered = (change: Partial<EnteredProduct> = {}): EnteredProduct => ({
  code: 'LT-4',
  names: [
    { language: 'en', name: 'lip tint' },
    { language: 'ko', name: '립틴트' },
  ],
  status: 'active',
  unit: 'pcs',
  optionNames: ['Colour'],
  specs: [{ name: 'Weight', value: '4 g' }],
  certificates: [],
  variants: [variant('a', 'Rose'), variant('b', 'Coral')],
  prices: [price('1', 100, 240n), price('2', 500, 228n)],
  ...change,
});
const problemsOf = (change: Partial<EnteredProduct>) => {
  const read = readProduct(entered(change), TODAY);
  return 'problems' in read ? read.problems.map(({ field }) => field) : [];
};

it('keeps what can be kept, as it is meant', () => {
  const read = readProduct(
    entered({
      code: '  LT-4 ',
      category: ' ',
      originCountry: 'kr',
      names: [{ language: 'EN', name: 'lip\u0000 \t tint' }],
      variants: [variant('A', 'Rose', { options: [{ name: ' colour ', value: ' Rose ' }] })],
      prices: [price('P', 1, 5n, { variantId: 'A', currency: 'usd', country: 'us' })],
    }),
    TODAY,
  );
  expect(read).toMatchObject({
    product: {
      code: 'LT-4',
      category: null,
      names: { en: 'lip tint' },
      originCountry: 'KR',
      variants: [{ id: 'a', options: { Colour: 'Rose' }, moq: null, costMinor: null }],
      prices: [{ id: 'p', variantId: 'a', currency: 'USD', country: 'US', validUntil: null }],
    },
  });
});

describe('what cannot be kept', () => {
  it.each<[string, Partial<EnteredProduct>, string[]]>([
    ['no code', { code: '\u200b' }, ['code']],
    ['no name', { names: [] }, ['names']],
    ['no such language', { names: [{ language: 'english', name: 'x' }] }, ['names.0.language']],
    [
      'a language twice',
      {
        names: [
          { language: 'en', name: 'x' },
          { language: 'en', name: 'y' },
        ],
      },
      ['names.1.language'],
    ],
    ['an MOQ of nothing', { moq: 0 }, ['moq']],
    ['half a day', { leadTimeDays: 0.5 }, ['leadTimeDays']],
    ['more than the database counts', { weightGrams: 2 ** 31 }, ['weightGrams']],
    ['no such country', { originCountry: 'QQ' }, ['originCountry']],
    ['no tariff number', { hsCode: '33049' }, ['hsCode']],
    ['no such day', { launchedOn: '2026-02-30' }, ['launchedOn']],
    ['a day of another time', { launchedOn: '0026-02-20' }, ['launchedOn']],
    ['an option twice', { optionNames: ['Colour', 'colour'] }, ['optionNames.1']],
    [
      'a specification twice',
      {
        specs: [
          { name: 'Weight', value: '1' },
          { name: 'weight', value: '2' },
        ],
      },
      ['specs.1.name'],
    ],
    ['a certificate without a name', { certificates: [{ name: ' ' }] }, ['certificates.0.name']],
    [
      'a certificate of no day',
      { certificates: [{ name: 'ISO', validUntil: '2026-13-01' }] },
      ['certificates.0.validUntil'],
    ],
  ])('%s', (_what, change, fields) => expect(problemsOf(change)).toEqual(fields));

  it.each<[string, EnteredProduct['variants'], string[]]>([
    ['an option without a value', [variant('a', 'Rose', { options: [] })], ['variants.0.options']],
    [
      'an option of another product',
      [variant('a', 'R', { options: [{ name: 'Size', value: 'M' }] })],
      ['variants.0.options', 'variants.0.options'],
    ],
    [
      'two values of an option',
      [
        variant('a', 'R', {
          options: [
            { name: 'Colour', value: 'R' },
            { name: 'colour', value: 'C' },
          ],
        }),
      ],
      ['variants.0.options'],
    ],
    ['an empty value', [variant('a', ' ')], ['variants.0.options']],
    ['two that are alike', [variant('a', 'Rose'), variant('b', 'rose')], ['variants.1.options']],
    ['one SKU twice', [variant('a', 'R', { sku: 'x' }), variant('b', 'C', { sku: 'X' })], ['variants.1.sku']],
    ['one id twice', [variant('a', 'R'), variant('A', 'C', { sku: 'y' })], ['variants.1.id']],
    ['a draft', [variant('a', 'R', { status: 'draft' })], ['variants.0.status']],
    ['a cost below nothing', [variant('a', 'R', { cost: { minor: -1n, currency: 'USD' } })], ['variants.0.cost']],
    ['a cost in no currency', [variant('a', 'R', { cost: { minor: 1n, currency: 'XYZ' } })], ['variants.0.cost']],
  ])('variants: %s', (_what, variants, fields) => expect(problemsOf({ variants })).toEqual(fields));

  it('but one that is discontinued may be what a new one replaces', () =>
    expect(problemsOf({ variants: [variant('a', 'Rose', { status: 'discontinued' }), variant('b', 'Rose')] })).toEqual(
      [],
    ));

  it.each<[string, EnteredProduct['prices'], string[]]>([
    ['a tier twice', [price('1', 100, 1n), price('2', 100, 1n)], ['prices.1.minQuantity']],
    ['dearer for more', [price('1', 500, 2n), price('2', 100, 1n)], ['prices.0.unitPriceMinor']],
    ['of no variant', [price('1', 1, 1n, { variantId: 'z' })], ['prices.0.variantId']],
    ['in no currency', [price('1', 1, 1n, { currency: 'US' })], ['prices.0.currency']],
    ['below nothing', [price('1', 1, -1n)], ['prices.0.unitPriceMinor']],
    ['from nothing on', [price('1', 0, 1n)], ['prices.0.minQuantity']],
    ['one id twice', [price('1', 1, 1n), price('1', 2, 1n)], ['prices.1.id']],
  ])('prices: %s', (_what, prices, fields) => expect(problemsOf({ prices })).toEqual(fields));

  it('but lists of their own do not compare, and what has expired says nothing', () => {
    expect(problemsOf({ prices: [price('1', 100, 1n), price('2', 500, 2n, { country: 'US' })] })).toEqual([]);
    expect(problemsOf({ prices: [price('1', 100, 1n, { validUntil: '2026-03-01' }), price('2', 500, 2n)] })).toEqual(
      [],
    );
  });

  it('more than a product holds', () => {
    const variants = Array.from({ length: 301 }, (_, i) => variant(`${i}`, `${i}`));
    expect(problemsOf({ variants })).toEqual(['variants']);
  });
});
