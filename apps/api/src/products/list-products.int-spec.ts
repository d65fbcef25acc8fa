import { missingParts, type EnteredProduct } from '@dangol/crm';
import { isRefused, newId } from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import { queryKnowledgeStamp, queryProductNames } from '../knowledge/index.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { memberContext } from '../testing/member-context.ts';
import { wireFeatures, type WiredFeatures } from '../testing/wired-features.ts';
import { countProducts, productsStatement, queryCategories, queryProducts } from './list-products.query.ts';
import {
  enteredPrice as price,
  enteredProduct as product,
  enteredVariant as variant,
} from './entered-product.fixture.ts';
import { ProductFilter } from './product-filter.input.ts';
import { queryProductFacts } from './product-facts.query.ts';
import { queryProduct } from './product.query.ts';
import { ProductsModule } from './products.module.ts';
import { RemoveProductUseCase } from './remove-product.use-case.ts';
import { SaveProductUseCase } from './save-product.use-case.ts';

/** Already the 3rd in Seoul. */
const NOW = new Date('2026-03-02T15:30:00Z');

let wired: WiredFeatures;
let b: SeededWorkspace;
let ctx: RequestContext;
let other: RequestContext;

beforeAll(async () => {
  wired = await wireFeatures(NOW.toISOString(), [ProductsModule]);
  const workspaces = await seedTwoWorkspaces(wired.db);
  b = workspaces.b;
  [ctx, other] = [memberContext(workspaces.a), memberContext(b)];
});
afterAll(() => wired.close());

const save = () => wired.get(SaveProductUseCase);
const make = async (fields: EnteredProduct, by = ctx, id = newId()): Promise<string> => {
  const outcome = await save().create(by, id, fields);
  if (isRefused(outcome)) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.productId;
};
const update = (id: string, version: number, fields: EnteredProduct, by = ctx) =>
  save().update(by, id, version, fields);
const read = async (id: string, by = ctx) => (await queryProduct(wired.db.database, by, id, NOW))!;
const find = async (filter: Partial<ProductFilter>, by = ctx): Promise<string[]> => {
  const wanted = Object.assign(new ProductFilter(), filter);
  const page = await queryProducts(wired.db.database, by, { first: 100 }, wanted, NOW);
  expect(await countProducts(wired.db.database, by, wanted, NOW)).toBe(page.edges.length);
  return page.edges.map(({ node }) => node.code);
};

describe('the list', () => {
  beforeAll(async () => {
    await make(
      product('L-1', {
        category: 'Masks',
        launchedOn: '2025-12-04',
        variants: [variant('MASK_100%')],
        prices: [
          price(10, 300n),
          price(500, 250n),
          price(10, 9n, { currency: 'EUR' }),
          price(1, 100n, { country: 'US' }),
        ],
      }),
      other,
    );
    await make(product('L-2', { category: 'Masks', status: 'draft', launchedOn: '2025-12-03' }), other);
    await make(
      product('L-3', { category: 'Hair', status: 'discontinued', prices: [price(1, 5n, { currency: 'EUR' })] }),
      other,
    );
    await make(
      product('L-4', {
        names: [{ language: 'fr', name: 'Crème' }],
        moq: 1,
        leadTimeDays: 0,
        variants: [variant('CR-4')],
      }),
      other,
    );
  });
  const list = async (filter: Partial<ProductFilter>) =>
    (await find(filter, other)).filter((code) => code.startsWith('L-'));

  it.each<[string, Partial<ProductFilter>, string[]]>([
    ['everything by code', {}, ['L-1', 'L-2', 'L-3', 'L-4']],
    ['status', { status: ['draft', 'discontinued'] as never }, ['L-2', 'L-3']],
    ['category', { category: ['Masks', 'None'] }, ['L-1', 'L-2']],
    ['new ones', { isNew: true }, ['L-1']],
    ['all but new ones', { isNew: false }, ['L-2', 'L-3', 'L-4']],
    ['missing parts', { missing: ['moq', 'price'] as never }, ['L-1', 'L-2', 'L-3', 'L-4']],
    ['a missing price', { missing: ['price'] as never }, ['L-2', 'L-4']],
    ['a part of a code, in any case', { q: 'l-3' }, ['L-3']],
    ['an SKU with signs', { q: 'mask_100%' }, ['L-1']],
    ['a name, accents folded', { q: 'creme' }, ['L-4']],
    ['a name in Korean and a code', { q: '제품 L-2' }, ['L-2']],
    ['nothing', { q: '   ' }, ['L-1', 'L-2', 'L-3', 'L-4']],
    ['no such thing', { q: 'L-1 L-2' }, []],
  ])('%s', async (_what, filter, codes) => expect(await list(filter)).toEqual(codes));

  it('shows what the catalogue says in short', async () => {
    const page = await queryProducts(wired.db.database, other, { first: 100 }, new ProductFilter(), NOW);
    const rows = new Map(page.edges.map(({ node }) => [node.code, node]));
    expect(rows.get('L-1')).toMatchObject({
      name: 'Product L-1',
      variantCount: 1,
      isNew: true,
      fromPrice: { minor: '250', currency: 'USD' },
      missing: ['moq', 'lead_time', 'certificates'],
      imagePath: null,
    });
    expect(rows.get('L-3')).toMatchObject({ fromPrice: { minor: '5', currency: 'EUR' }, variantCount: 0 });
    expect(rows.get('L-4')).toMatchObject({ name: 'Crème', missing: ['price', 'certificates'] });
    expect(rows.get('serum')!.imagePath).toMatch(
      new RegExp(`^/files/products/${b.productId}/[0-9a-f-]{36}\\?workspace=`),
    );
  });

  it('counts what each group offers', async () => {
    expect(await queryCategories(wired.db.database, other)).toEqual([
      { name: 'Hair', productCount: 0 },
      { name: 'Masks', productCount: 2 },
    ]);
  });

  it('comes in pages that neither overlap nor leave out', async () => {
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const { edges, pageInfo } = await queryProducts(
        wired.db.database,
        other,
        { first: 2, after },
        new ProductFilter(),
        NOW,
      );
      seen.push(...edges.map(({ node }) => node.code));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(seen).toEqual(await find({}, other));
    const { sql: text, params } = productsStatement(other, new ProductFilter(), NOW);
    const rows = await wired.db.database.query<{ code: string }>(other, text, params);
    expect(rows.map(({ code }) => code)).toEqual(seen);
  });

  it('names the same missing parts as the rule', async () => {
    const [made, stopped] = [{ moq: 5, leadTimeDays: 2 }, { status: 'discontinued' as const }];
    const sized = (one: object, two: object) => [
      variant(newId(), { options: [{ name: 'S', value: '1' }], ...one }),
      variant(newId(), { options: [{ name: 'S', value: '2' }], ...two }),
    ];
    const cases: Partial<EnteredProduct>[] = [
      {},
      { moq: 1, leadTimeDays: 1 },
      { optionNames: ['S'], variants: sized(made, {}) },
      { optionNames: ['S'], variants: sized(made, made) },
      { optionNames: ['S'], variants: sized(made, stopped) },
      { optionNames: ['S'], variants: sized(stopped, stopped), moq: 1 },
      { certificates: [{ name: 'x', validUntil: '2026-03-02' }], prices: [price(1, 1n, { validUntil: '2026-03-02' })] },
      { certificates: [{ name: 'x', validUntil: '2026-03-03' }], prices: [price(1, 1n, { validUntil: '2026-03-03' })] },
      {
        certificates: [{ name: 'x', validUntil: '2026-03-02' }, { name: 'y' }],
        prices: [price(1, 1n, { country: 'US' })],
      },
    ];
    for (const [place, change] of cases.entries()) await make(product(`M-${place}`, change));
    const { edges } = await queryProducts(
      wired.db.database,
      ctx,
      { first: 100 },
      Object.assign(new ProductFilter(), { q: 'M-' }),
      NOW,
    );
    expect(edges.length).toBeGreaterThanOrEqual(cases.length);
    for (const { node } of edges)
      expect([node.code, node.missing]).toEqual([node.code, missingParts((await read(node.id)).content, '2026-03-03')]);
  });
});

describe('the assistant', () => {
  it('knows every product that is offered, and is built anew when one changes', async () => {
    let before = await queryKnowledgeStamp(wired.db.database, ctx);
    const moved = async () => {
      const next = await queryKnowledgeStamp(wired.db.database, ctx);
      expect(next).not.toBe(before);
      before = next;
    };
    const id = await make(product('AI', { names: [{ language: 'en', name: 'ampoule' }] }));
    await moved();
    await update(id, 1, product('AI', { names: [{ language: 'en', name: 'essence' }] }));
    await moved();
    const names = async () => (await queryProductNames(wired.db.database, ctx)).find(({ slug }) => slug === 'AI');
    expect(await names()).toEqual({ slug: 'AI', names: { en: 'essence' } });
    await update(id, 2, product('AI', { status: 'draft' }));
    expect(await names()).toBeUndefined();
    await wired.get(RemoveProductUseCase).execute(ctx, id);
    await moved();
  });

  it('can be told what is true of the products on offer, with the version that says so', async () => {
    const id = await make(
      product('FACT', { moq: 300, specs: [{ name: 'Volume', value: '30 ml' }], prices: [price(300, 125n)] }),
    );
    await make(product('HIDDEN', { status: 'draft', moq: 1 }));
    const facts = await queryProductFacts(wired.db.database, ctx, NOW);
    expect(facts.filter(({ productId }) => productId === id)).toMatchObject([
      { code: 'FACT:specification', version: 1, answer: 'Volume of Product FACT: 30 ml.' },
      { code: 'FACT:price', answer: 'The list price of Product FACT from 300 pcs is USD 1.25 per unit.' },
      { code: 'FACT:moq', title: 'Product FACT: minimum order', titleKo: '제품 FACT: 최소 주문 수량' },
    ]);
    expect(facts.some(({ code }) => code.startsWith('HIDDEN'))).toBe(false);
    expect((await queryProductFacts(wired.db.database, other, NOW)).some(({ productId }) => productId === id)).toBe(
      false,
    );
  });
});
