import { quotePrice, readProduct } from '@dangol/crm';
import fc from 'fast-check';
import { planOrderLines, type OfferedProduct } from './order-lines.ts';
import { readDemoSeed, readOtherSeed } from './read-seed-data.ts';

const NOW = new Date('2026-11-25T05:12:30Z');
const TODAY = '2026-11-25';
const seed = readDemoSeed(NOW);

const catalogue = seed.products.map((entered): OfferedProduct => {
  const read = readProduct(entered, TODAY);
  if ('problems' in read) throw new Error(`${entered.code}: ${JSON.stringify(read.problems)}`);
  return { id: entered.code, content: read.product };
});
const of = (code: string) => catalogue.find(({ content }) => content.code === code)!.content;
const answerOf = (id: string) => seed.knowledge.find((entry) => entry.id === id)!.answer;

describe('the catalogue of the demo', () => {
  it('has a draft, a discontinued product, three new ones and some with missing parts', () => {
    expect(catalogue).toHaveLength(22);
    const isOf = (status: string) => catalogue.filter(({ content }) => content.status === status);
    expect([isOf('draft'), isOf('discontinued')].map((some) => some.length)).toEqual([1, 1]);
    expect(catalogue.filter(({ content }) => (content.launchedOn ?? '') > '2026-08-27')).toHaveLength(3);
  });

  it('has the list prices of the knowledge base, and no others in dollars for everybody', () => {
    const named = [...answerOf('KB-024').matchAll(/([a-z][^;:]*?)(?: \(500\+ sheets\))? USD (\d+\.\d\d)/gi)];
    const listed = new Map(named.map(([, name, usd]) => [name!.trim(), BigInt(usd!.replace('.', ''))]));
    expect(listed.size).toBe(10);
    for (const { content } of catalogue.filter((one) => one.content.status === 'active')) {
      const [first] = content.prices.filter(({ currency, country }) => currency === 'USD' && country === null);
      expect([content.names['en'], first?.unitPriceMinor]).toEqual([
        content.names['en'],
        listed.get(content.names['en']!),
      ]);
    }
  });

  it('gives the discounts of the knowledge base, to the cent', () => {
    expect(answerOf('KB-025')).toContain('500-999 units 5%; 1,000-2,999 units 10%; 3,000-9,999 units 15%');
    expect(answerOf('KB-025')).toContain('5,000 sheets 5%, 10,000 sheets 10%, 30,000 sheets 15%');
    for (const { content } of catalogue.filter((one) => one.content.status === 'active')) {
      const tiers = content.prices.filter(({ currency, country }) => currency === 'USD' && country === null);
      if (tiers.length === 0) continue;
      const list = Number(tiers[0]!.unitPriceMinor);
      const from = content.code === 'SM-25' ? [500, 5_000, 10_000, 30_000] : [100, 500, 1_000, 3_000];
      const cents = [0, 5, 10, 15].map((percent) => Math.round((list * (100 - percent)) / 100 + 1e-9));
      expect(tiers.map(({ minQuantity, unitPriceMinor }) => [minQuantity, Number(unitPriceMinor)])).toEqual(
        from.map((quantity, i) => [quantity, cents[i]]),
      );
    }
  });

  it('has the minimum orders of the knowledge base', () => {
    expect(answerOf('KB-016')).toContain('100 units per SKU (sheet masks: 500 sheets per SKU)');
    expect(answerOf('KB-069')).toContain('Albums have an MOQ of 30 pieces per title and light sticks 10 pieces');
    expect(answerOf('KB-070')).toContain('MOQ 1,000 packs for sleeves and stickers and 500 pairs for socks');
    const moqs = {
      'SM-25': 500,
      'SE-100': 100,
      'KA-CD': 30,
      'KL-01': 10,
      'PS-60': 1_000,
      'ST-10': 1_000,
      'SO-01': 500,
    };
    for (const [code, moq] of Object.entries(moqs)) expect([code, of(code).moq]).toEqual([code, moq]);
    expect(answerOf('KB-017')).toContain('3,000 units per SKU for bottles, tubes and jars and 10,000 sheets per SKU');
    const privateLabel = catalogue.flatMap(({ content }) =>
      content.variants
        .filter(({ options }) => options['Packaging'] === 'Private label')
        .map(({ moq }) => [content.code, moq]),
    );
    expect(privateLabel).toHaveLength(8); // those of KB-042
    for (const [code, moq] of privateLabel) expect(moq).toBe(code === 'SM-25' ? 10_000 : 3_000);
  });

  it('is sound in the second workspace too', () => {
    for (const product of readOtherSeed(NOW).products) expect(readProduct(product, TODAY)).toHaveProperty('product');
  });
});

describe('lines of an order', () => {
  const priced = catalogue.filter(({ content }) => content.prices.some(({ currency }) => currency === 'USD'));

  it('sum up to the order, goods at their list price', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30_000 }),
        fc.bigInt({ min: 1n, max: 5_000_000n }),
        (number, totalMinor) => {
          const lines = planOrderLines(priced, number, totalMinor, TODAY);
          if (lines.length === 0) return;
          expect(lines.reduce((sum, line) => sum + line.totalMinor, 0n)).toBe(totalMinor);
          for (const { product, variant, quantity, unitPriceMinor, ...line } of lines) {
            expect(line.totalMinor).toBe(unitPriceMinor * BigInt(quantity));
            if (!product || !variant) continue;
            const asked = { variantId: variant.id, quantity, currency: 'USD', country: null, today: TODAY };
            expect(quotePrice(product.content, asked)).toMatchObject({ unitPriceMinor, problem: null });
          }
        },
      ),
    );
  });

  it('are there for orders that buy the MOQ of something', () => {
    expect(planOrderLines(priced, 0, 1_000n, TODAY)).toEqual([]);
    expect(planOrderLines(priced, 5, 40_000n, TODAY)).toHaveLength(2);
    expect(planOrderLines(priced, 5, 400_000n, TODAY)).toHaveLength(3);
  });
});
