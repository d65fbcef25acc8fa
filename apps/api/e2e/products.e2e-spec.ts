import { newId } from '@dangol/db';
import { codeOf, FixedClock, newMember, newWorkspace, ok, startTestApp } from './harness/index.ts';
import type { TestApp, TestMember, TestWorkspace } from './harness/index.ts';

const clock = new FixedClock('2026-11-20T00:00:00Z');
let app: TestApp;
let workspace: TestWorkspace;
let stranger: TestWorkspace;
let viewer: TestMember;
beforeAll(async () => {
  app = await startTestApp({ clock });
  [workspace, stranger] = [await newWorkspace(app), await newWorkspace(app)];
  viewer = await newMember(app, workspace, 'viewer');
});
afterAll(() => app.stop());

const SAVED = `__typename ... on Refusal { code } ... on InvalidField { field } ... on VersionConflict { version } ... on ProductSaved { product { id version } }`;
const CREATE = `mutation ($id: ID!, $fields: ProductFields!) { createProduct(id: $id, fields: $fields) { ${SAVED} } }`;
const UPDATE = `mutation ($id: ID!, $version: Int!, $fields: ProductFields!) { updateProduct(id: $id, version: $version, fields: $fields) { ${SAVED} } }`;
const REMOVE = `mutation ($id: ID!) { removeProduct(id: $id) { __typename ... on Removed { id } ... on ProductInUse { orderLines announcements } } }`;
const PRODUCT = `query ($id: ID!, $variantId: ID) { product(id: $id) {
  code name version isNew originCountry names { language name } specs { name value } optionNames
  certificates { name expired attachment { id } }
  variants { id sku options { name value } cost { minor currency } status }
  prices { minQuantity unitPrice { minor currency } expired }
  images { id } files { id }
  versions { version changedFields changedBy { id } product { code moq variants { cost { minor } } } }
  decisionPack(language: "ko", currency: "USD") { text missing expired attachments { id } }
  quote(variantId: $variantId, quantity: 500, currency: "USD") { unitPrice { minor currency } total { minor currency } tier { minQuantity } problem moq leadTimeDays version } } }`;
const LIST = `query ($filter: ProductFilter) { products(filter: $filter) { totalCount pageInfo { hasNextPage } edges { node {
  code name status category variantCount fromPrice { minor currency } missing isNew imagePath } } } productCategories { name productCount } }`;

const [roseId, plumId] = [newId(), newId()];
const fields = (change: Record<string, unknown> = {}) => ({
  code: 'LT-4',
  names: [
    { language: 'en', name: 'lip tint' },
    { language: 'ko', name: '립틴트' },
  ],
  status: 'ACTIVE',
  category: 'Make-up',
  unit: 'pcs',
  moq: 100,
  leadTimeDays: 3,
  originCountry: 'kr',
  launchedOn: '2026-11-01',
  optionNames: ['Shade'],
  specs: [{ name: 'Content', value: '4 g' }],
  certificates: [{ name: 'ISO 22716', validUntil: '2026-11-19' }],
  variants: [
    {
      id: roseId,
      sku: 'LT-4-01',
      options: [{ name: 'Shade', value: 'Rose' }],
      cost: { minor: '1250', currency: 'KRW' },
      status: 'ACTIVE',
    },
    { id: plumId, sku: 'LT-4-03', options: [{ name: 'Shade', value: 'Plum' }], status: 'ACTIVE' },
  ],
  prices: [
    { id: newId(), currency: 'USD', minQuantity: 100, unitPriceMinor: '240' },
    { id: newId(), currency: 'USD', minQuantity: 500, unitPriceMinor: '228' },
  ],
  ...change,
});

test('a product is made, read, quoted, changed and removed over HTTP; costs are not for everybody', async () => {
  const id = newId();
  const create = { id, fields: fields() };
  const first = await ok(app, workspace.owner, CREATE, create);
  expect(first).toEqual({ createProduct: { __typename: 'ProductSaved', product: { id, version: 1 } } });
  expect(await ok(app, workspace.owner, CREATE, create)).toEqual(first);

  const { product } = await ok<{ product: Record<string, unknown> }>(app, workspace.owner, PRODUCT, {
    id,
    variantId: roseId,
  });
  expect(product).toMatchObject({
    ...{ code: 'LT-4', name: 'lip tint', version: 1, isNew: true, originCountry: 'KR', images: [], files: [] },
    certificates: [{ name: 'ISO 22716', expired: true, attachment: null }],
    variants: [
      {
        sku: 'LT-4-01',
        options: [{ name: 'Shade', value: 'Rose' }],
        cost: { minor: '1250', currency: 'KRW' },
        status: 'ACTIVE',
      },
      { sku: 'LT-4-03', cost: null },
    ],
    versions: [
      { version: 1, changedFields: [], changedBy: { id: workspace.ownerId }, product: { code: 'LT-4', moq: 100 } },
    ],
    decisionPack: { missing: ['CERTIFICATES'], expired: ['ISO 22716'], attachments: [] },
    quote: {
      ...{ unitPrice: { minor: '228', currency: 'USD' }, total: { minor: '114000', currency: 'USD' } },
      ...{ tier: { minQuantity: 500 }, problem: null, moq: 100, leadTimeDays: 3, version: 1 },
    },
  });
  expect((product['decisionPack'] as { text: string }).text).toContain('- 100~499개: USD 2.40');

  const seen = await ok<{ product: { variants: unknown[]; versions: unknown[] } }>(app, viewer, PRODUCT, { id });
  expect(JSON.stringify(seen)).not.toContain('1250');
  expect(await codeOf(app, viewer, CREATE, { id: newId(), fields: fields() })).toBe('FORBIDDEN');
  expect(await ok(app, stranger.owner, PRODUCT, { id })).toEqual({ product: null });
  expect(await codeOf(app, workspace.owner, PRODUCT, { id, variantId: newId() })).toBe('NOT_FOUND');

  const update = (version: number, change: Record<string, unknown>) =>
    ok(app, workspace.owner, UPDATE, { id, version, fields: fields(change) });
  expect(await update(1, { moq: 200 })).toMatchObject({ updateProduct: { product: { version: 2 } } });
  expect(await update(1, { moq: 300 })).toEqual({
    updateProduct: { __typename: 'VersionConflict', code: 'VERSION_CONFLICT', version: 2 },
  });
  expect(
    await update(2, { prices: [{ id: newId(), currency: 'DOLLAR', minQuantity: 1, unitPriceMinor: '1' }] }),
  ).toMatchObject({
    updateProduct: { __typename: 'InvalidField', field: 'prices.0.currency' },
  });
  expect(
    await ok(app, workspace.owner, `query ($id: ID!) { productVersion(id: $id, version: 1) { version moq } }`, { id }),
  ).toEqual({
    productVersion: { version: 1, moq: 100 },
  });

  expect(
    await ok(app, workspace.owner, LIST, {
      filter: { q: 'lt-4-03', status: ['ACTIVE'], missing: ['CERTIFICATES'], isNew: true },
    }),
  ).toEqual({
    products: {
      totalCount: 1,
      pageInfo: { hasNextPage: false },
      edges: [
        {
          node: {
            ...{ code: 'LT-4', name: 'lip tint', status: 'ACTIVE', category: 'Make-up', variantCount: 2, isNew: true },
            ...{ fromPrice: { minor: '228', currency: 'USD' }, missing: ['CERTIFICATES'], imagePath: null },
          },
        },
      ],
    },
    productCategories: [{ name: 'Make-up', productCount: 1 }],
  });
  expect(await ok(app, stranger.owner, LIST, {})).toMatchObject({ products: { totalCount: 0 }, productCategories: [] });

  expect(await ok(app, stranger.owner, REMOVE, { id })).toEqual({ removeProduct: { __typename: 'NotFound' } });
  expect(await ok(app, workspace.owner, REMOVE, { id })).toEqual({ removeProduct: { __typename: 'Removed', id } });
});
