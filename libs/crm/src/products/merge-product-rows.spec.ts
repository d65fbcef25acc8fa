import { fieldsOf, type ImportRecord } from '../imports/index.ts';
import { mergeProductRows } from './merge-product-rows.ts';
import { product } from './product.fixture.ts';
import type { ProductContent } from './product.ts';
import { quotePrice } from './quote-price.ts';
import { readProduct } from './read-product.ts';

const EMPTY = Object.fromEntries(
  Object.keys(fieldsOf('products')).map((key) => [key, null]),
) as ImportRecord<'products'>;
const usd = (minor: bigint) => ({ minor, currency: 'USD' });
let made = 0;
const newId = () => `new-${(made += 1)}`;

const merge = (
  records: Partial<ImportRecord<'products'>>[],
  known: ProductContent | null = null,
  mode: 'fill' | 'overwrite' = 'fill',
) => {
  const rows = records.map((record, i) => ({ rowNumber: i + 2, record: { ...EMPTY, code: 'X', ...record } }));
  return mergeProductRows(known, rows, { mode, newId });
};
const merged = (...args: Parameters<typeof merge>) => merge(...args).entered;
beforeEach(() => void (made = 0));

describe('a product of rows', () => {
  it.each<[string, Partial<ImportRecord<'products'>>[], unknown, unknown[]]>([
    ['one row: its terms are the product’s', [{ sku: 'a', moq: 5 }], 5, [null]],
    [
      'rows that agree',
      [
        { sku: 'a', moq: 5 },
        { sku: 'b', moq: 5 },
      ],
      5,
      [null, null],
    ],
    [
      'rows that differ',
      [
        { sku: 'a', moq: 5 },
        { sku: 'b', moq: 6 },
      ],
      null,
      [5, 6],
    ],
    ['a row of the product itself', [{ moq: 5 }, { sku: 'a', moq: 6 }, { sku: 'b', moq: 5 }], 5, [6, null]],
  ])('%s', (_what, rows, ofProduct, ofVariants) => {
    const { moq, variants } = merged(rows);
    expect([moq, variants.map((variant) => variant.moq)]).toEqual([ofProduct, ofVariants]);
  });

  it.each<[string, Partial<ImportRecord<'products'>>[], string[], unknown[]]>([
    [
      'named',
      [{ sku: 'a', options: ['Colour: Rose', 'Size= M'] }],
      ['Colour', 'Size'],
      [{ Colour: 'Rose', Size: 'M' }],
    ],
    [
      'under the names of the file',
      [{ sku: 'a', option_names: ['Colour'], options: ['Rose'] }],
      ['Colour'],
      [{ Colour: 'Rose' }],
    ],
    ['without a name', [{ sku: 'a', options: ['Rose'] }], ['Option'], [{ Option: 'Rose' }]],
    [
      'without names',
      [{ sku: 'a', options: ['Rose', 'M'] }],
      ['Option 1', 'Option 2'],
      [{ 'Option 1': 'Rose', 'Option 2': 'M' }],
    ],
    ['none: several SKUs differ by the SKU', [{ sku: 'a' }, { sku: 'b' }], ['SKU'], [{ SKU: 'a' }, { SKU: 'b' }]],
    ['none: one SKU needs no table', [{ sku: 'a' }], [], [{}]],
  ])('options %s', (_what, rows, names, values) => {
    const { optionNames, variants } = merged(rows);
    const options = variants.map((one) => Object.fromEntries(one.options.map(({ name, value }) => [name, value])));
    expect([optionNames, options]).toEqual([names, values]);
  });

  it('a tier that all variants have at one price is the product’s, others are of the variant', () => {
    const { prices, variants } = merged([
      { sku: 'a', price: usd(5n), min_quantity: 100 },
      { sku: 'b', price: usd(5n), min_quantity: 100 },
      { sku: 'a', price: usd(4n), min_quantity: 500 },
      { sku: 'b', price: usd(3n), min_quantity: 500 },
      { price: usd(2n), min_quantity: 900, price_country: 'US' },
      { sku: 'a', price: usd(1n), moq: 950 },
    ]);
    const skuOf = new Map(variants.map(({ id, sku }) => [id, sku]));
    expect(
      prices.map((one) => [skuOf.get(one.variantId ?? '') ?? null, one.minQuantity, one.unitPriceMinor, one.country]),
    ).toEqual([
      [null, 100, 5n, null],
      ['a', 500, 4n, null],
      ['b', 500, 3n, null],
      [null, 900, 2n, 'US'],
      ['a', 950, 1n, null],
    ]);
  });

  it('leaves two prices of one tier for the rules to refuse, at the later row', () => {
    const { entered, rowsBehind } = merge([
      { name: 'x', price: usd(5n), min_quantity: 100 },
      { price: usd(5n), min_quantity: 100 },
      { price: usd(4n), min_quantity: 100 },
    ]);
    const read = readProduct(entered, '2026-03-02');
    expect('problems' in read && read.problems.map(({ field }) => [field, rowsBehind(field)])).toEqual([
      ['prices.1.minQuantity', [4]],
    ]);
  });

  it.each([
    ['립틴트', 'ko'],
    ['口红', 'zh'],
    ['リップ', 'ja'],
    ['lip tint', 'en'],
  ])('the name %s is in the language of its script', (name, language) =>
    expect(merged([{ name }]).names).toEqual([{ language, name }]),
  );

  it.each<[string, ('draft' | 'active' | 'discontinued')[], string, string[]]>([
    ['all ended', ['discontinued', 'discontinued'], 'discontinued', ['discontinued', 'discontinued']],
    ['one ended', ['discontinued', 'active'], 'active', ['discontinued', 'active']],
    ['drafts', ['draft', 'draft'], 'draft', ['active', 'active']],
  ])('status: %s', (_what, said, status, ofVariants) => {
    const result = merged(said.map((one, i) => ({ sku: `${i}`, status: one })));
    expect([result.status, result.variants.map((variant) => variant.status)]).toEqual([status, ofVariants]);
  });
});

describe('rows of a product that is there', () => {
  const known = product();

  it('fill only what is unknown, and add what is new', () => {
    const result = merged(
      [{ name: 'other', moq: 7, description: 'New', sku: 'VC-a', barcode: '88', price: usd(1n), min_quantity: 100 }],
      known,
    );
    expect(result).toMatchObject({ moq: 100, description: 'New', variants: [{ barcode: '88' }, { sku: 'VC-b' }] });
    expect(result.names).toContainEqual({ language: 'en', name: 'vitamin C serum' });
    expect(result.prices).toHaveLength(4); // the variant's own now
  });

  it('overwrite what they speak of, and leave the rest', () => {
    const result = merged([{ name: 'other', moq: 7, price: usd(480n), min_quantity: 100 }], known, 'overwrite');
    expect(result).toMatchObject({ moq: 7, leadTimeDays: 3, category: 'Skin care' });
    expect(result.names).toEqual([
      { language: 'en', name: 'other' },
      { language: 'ko', name: '비타민C 세럼' },
    ]);
    expect(result.prices.map(({ id, unitPriceMinor }) => [id, unitPriceMinor])).toEqual([
      [known.prices[0]!.id, 480n],
      [known.prices[1]!.id, 466n],
      [known.prices[2]!.id, 6_500n],
    ]);
    expect(result.variants.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('a term of one variant among others is the variant’s', () =>
    expect(merged([{ sku: 'VC-a', moq: 7 }], known, 'overwrite')).toMatchObject({
      moq: 100,
      variants: [{ moq: 7 }, { moq: 500 }],
    }));

  it('a variant that says what its product says, says nothing', () =>
    expect(merged([{ sku: 'VC-a', moq: 100 }], known, 'overwrite').variants).toMatchObject([
      { moq: null },
      { moq: 500 },
    ]));
});

describe('prices that a file gives are the prices that are quoted', () => {
  const quoted = (entered: ReturnType<typeof merged>, quantity: number, country: string | null = null) => {
    const read = readProduct(entered, '2026-03-02');
    if ('problems' in read) throw new Error(JSON.stringify(read.problems));
    const { product: made } = read;
    return made.variants.map(
      ({ id }) =>
        quotePrice(made, { variantId: id, quantity, currency: 'USD', country, today: '2026-03-02' }).unitPriceMinor,
    );
  };
  const own = [
    { name: 'x', sku: 'a', price: usd(5n), min_quantity: 100 },
    { sku: 'b', price: usd(6n), min_quantity: 100 },
  ];
  const together = (minor: bigint, min_quantity: number, price_country: string | null = null) =>
    ['a', 'b'].map((sku) => ({ sku, price: usd(minor), min_quantity, price_country }));

  it('also where variants differ in a lower tier, whatever the order of the rows', () => {
    for (const rows of [
      [...own, ...together(4n, 500)],
      [...together(4n, 500), ...own],
    ]) {
      expect(quoted(merged(rows), 600)).toEqual([4n, 4n]);
      expect(quoted(merged(rows), 200)).toEqual([5n, 6n]);
    }
    const oneOwn = merged([own[0]!, ...together(4n, 500)]);
    expect([quoted(oneOwn, 600), quoted(oneOwn, 200)]).toEqual([
      [4n, 4n],
      [5n, null],
    ]);
    expect(quoted(merged([...own, ...together(3n, 500, 'US')]), 600, 'US')).toEqual([3n, 3n]);
  });

  it('also where own prices of the variants are overwritten by one for all', () => {
    const first = readProduct(merged(own), '2026-03-02');
    if ('problems' in first) throw new Error('not sound');
    expect(quoted(merged(together(4n, 100), first.product, 'overwrite'), 200)).toEqual([4n, 4n]);
    expect(quoted(merged(together(4n, 100), first.product, 'fill'), 200)).toEqual([5n, 6n]);
  });
});

describe('a file that speaks of a part of a product that is there', () => {
  const known = product();
  const [first, second] = known.variants;

  it('ends one variant, not the product and its other variants', () => {
    const result = merged([{ sku: first!.sku, status: 'discontinued' }], known, 'overwrite');
    expect([result.status, result.variants.map(({ status }) => status)]).toEqual([
      'active',
      ['discontinued', 'active'],
    ]);
    const firstEnded = { ...known, variants: [{ ...first!, status: 'discontinued' as const }, second!] };
    const last = merged([{ sku: second!.sku, status: 'discontinued' }], firstEnded, 'overwrite');
    expect(last.status).toBe('discontinued');
    expect(merged([{ status: 'discontinued' }, { sku: first!.sku }], known, 'overwrite').status).toBe('discontinued');
  });

  it('revives nothing when it does not speak of the status', () => {
    const ended = {
      ...known,
      status: 'draft' as const,
      variants: [{ ...first!, status: 'discontinued' as const }, second!],
    };
    const result = merged([{ sku: first!.sku, moq: 5 }], ended, 'overwrite');
    expect([result.status, result.variants[0]!.status]).toEqual(['draft', 'discontinued']);
    expect(merged([{ sku: first!.sku, status: 'active' }], ended, 'overwrite').variants[0]!.status).toBe('active');
    expect(
      merged([{ sku: second!.sku, status: 'discontinued' }], { ...known, status: 'draft' }, 'overwrite').status,
    ).toBe('draft');
  });

  it('brings a term of a variant’s own back to that of the product', () => {
    expect(known.variants[1]!.moq).toBe(500);
    const row = { sku: second!.sku, moq: 100 };
    expect(merged([row], known, 'overwrite').variants[1]!.moq).toBeNull();
    expect(merged([row], known, 'fill').variants[1]!.moq).toBe(500);
    expect(merged([{ sku: second!.sku }], known, 'overwrite').variants[1]!.moq).toBe(500);
  });
});
