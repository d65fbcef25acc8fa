import type { EnteredProduct } from '@dangol/crm';
import { isRefused, newId, type Refused } from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import type { RequestContext } from '../platform/context/request-context.ts';
import { PERMISSIONS } from '../platform/permissions/permissions.ts';
import { memberContext } from '../testing/member-context.ts';
import { wireFeatures, type WiredFeatures } from '../testing/wired-features.ts';
import {
  enteredPrice as price,
  enteredProduct as product,
  enteredVariant as variant,
} from './entered-product.fixture.ts';
import { queryProduct, queryProductVersion, queryProductVersions } from './product.query.ts';
import { ProductsModule } from './products.module.ts';
import { RemoveProductUseCase } from './remove-product.use-case.ts';
import { SaveProductUseCase } from './save-product.use-case.ts';

/** Already the 3rd in Seoul. */
const NOW = new Date('2026-03-02T15:30:00Z');

let wired: WiredFeatures;
let a: SeededWorkspace;
let ctx: RequestContext;
let other: RequestContext;

beforeAll(async () => {
  wired = await wireFeatures(NOW.toISOString(), [ProductsModule]);
  const workspaces = await seedTwoWorkspaces(wired.db);
  a = workspaces.a;
  [ctx, other] = [memberContext(a), memberContext(workspaces.b)];
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
const refusalOf = (outcome: unknown) =>
  (outcome as Refused<{ code: string; field?: string; version?: number; orderLines?: number; announcements?: number }>)
    .refusal;
const read = async (id: string, by = ctx) => (await queryProduct(wired.db.database, by, id, NOW))!;
const sql = <Row>(text: string, ...params: unknown[]) =>
  wired.db.unitOfWork.run(ctx, () => wired.db.database.query<Row>(ctx, text, [a.workspaceId, ...params]));
const eventsOf = (id: string) =>
  sql<{ verb: string; data: object }>(
    `select verb, data from events where workspace_id = $1 and subject_id = $2 order by position`,
    id,
  );
const without = (permission: string, by = ctx): RequestContext => ({
  ...by,
  permissions: new Set(PERMISSIONS.filter((one) => one !== permission)),
});

describe('making and changing', () => {
  it('keeps everything, once, and shows it only to its workspace', async () => {
    const size = variant('S-1', {
      options: [{ name: 'Size', value: 'M' }],
      moq: 500,
      cost: { minor: 1_200n, currency: 'KRW' },
      barcode: '880',
    });
    const fields = product('FULL', {
      ...{ category: 'Skin care', description: 'Two lines\nof text', moq: 100, leadTimeDays: 3, weightGrams: 90 },
      ...{ originCountry: 'KR', hsCode: '3304.99', launchedOn: '2026-01-15', optionNames: ['Size'], variants: [size] },
      specs: [{ name: 'Volume', value: '30 ml' }],
      certificates: [
        { name: 'ISO 22716', validUntil: '2026-03-02' },
        { name: 'CPNP', country: 'DE' },
      ],
      prices: [price(100, 490n), price(500, 466n, { variantId: size.id, country: 'US', validUntil: '2026-03-03' })],
    });
    const id = await make(fields);
    expect(await make(fields, ctx, id)).toBe(id);
    expect(await make(product('Another'), ctx, id)).toBe(id); // made before: nothing of this is kept
    expect(await read(id)).toMatchObject({
      ...{ code: 'FULL', name: 'Product FULL', version: 1, status: 'active', moq: 100, leadTimeDays: 3, isNew: true },
      ...{ description: 'Two lines\nof text', launchedOn: '2026-01-15', optionNames: ['Size'], importId: null },
      specs: [{ name: 'Volume', value: '30 ml' }],
      certificates: [
        { name: 'ISO 22716', expired: true }, // it is the 3rd in Seoul
        { name: 'CPNP', expired: false, country: 'DE' },
      ],
      variants: [
        { sku: 'S-1', options: [{ name: 'Size', value: 'M' }], moq: 500, cost: { minor: 1_200n, currency: 'KRW' } },
      ],
      prices: [
        { minQuantity: 100, unitPrice: { minor: 490n, currency: 'USD' }, expired: false },
        { minQuantity: 500, variantId: size.id, country: 'US', expired: false },
      ],
    });
    expect(
      (await read(id, { ...ctx, account: { ...{ id: newId(), email: '', name: '', textSize: 16 }, language: 'ko' } }))
        .name,
    ).toBe('제품 FULL');
    expect(await queryProduct(wired.db.database, other, id, NOW)).toBeNull();
    expect(refusalOf(await update(id, 1, fields, other)).code).toBe('NOT_FOUND');
    expect(await eventsOf(id)).toEqual([{ verb: 'product.created', data: { version: 1 } }]);
  });

  it('replaces the content, keeps every version and says what changed', async () => {
    const [one, two] = [variant('V-1'), variant('V-2', { options: [] })];
    const before = product('VERS', { variants: [one], prices: [price(100, 5n), price(500, 4n)] });
    const id = await make(before);
    const [first, second] = before.prices;
    const after = product('VERS-2', {
      optionNames: ['Size'],
      variants: [
        { ...two, options: [{ name: 'Size', value: 'L' }] },
        { ...one, options: [{ name: 'Size', value: 'M' }] },
      ],
      // The tiers change places.
      prices: [
        { ...first!, minQuantity: 500, unitPriceMinor: 4n },
        { ...second!, minQuantity: 100, unitPriceMinor: 6n },
      ],
    });
    expect(await update(id, 1, after)).toEqual({ productId: id });
    expect(await update(id, 1, after)).toEqual({ productId: id }); // the same again is no change, whatever it rests on
    expect(await read(id)).toMatchObject({
      version: 2,
      code: 'VERS-2',
      variants: [{ sku: 'V-2' }, { sku: 'V-1' }],
      prices: [
        { id: second!.id, minQuantity: 100, unitPrice: { minor: 6n } },
        { id: first!.id, minQuantity: 500 },
      ],
    });
    const versions = await queryProductVersions(wired.db.database, ctx, id, 10, NOW);
    expect(versions).toMatchObject([
      {
        version: 2,
        changedFields: ['code', 'names', 'optionNames', 'variants', 'prices'],
        changedBy: { id: a.ownerId },
      },
      { version: 1, changedFields: [], product: { code: 'VERS', variants: [{ sku: 'V-1' }] } },
    ]);
    expect(await queryProductVersions(wired.db.database, ctx, id, 1, NOW)).toMatchObject([
      { version: 2, changedFields: ['code', 'names', 'optionNames', 'variants', 'prices'] },
    ]);
    expect(await queryProductVersion(wired.db.database, ctx, id, 1, NOW)).toMatchObject({ code: 'VERS', version: 1 });
    expect(await queryProductVersion(wired.db.database, ctx, id, 3, NOW)).toBeNull();
    expect(await queryProductVersion(wired.db.database, other, id, 1, NOW)).toBeNull();
    expect((await eventsOf(id)).at(-1)).toEqual({
      verb: 'product.updated',
      data: { version: 2, fields: ['code', 'names', 'optionNames', 'variants', 'prices'] },
    });
  });

  it('tells the second of two people, and saves nothing of theirs', async () => {
    const id = await make(product('TWO'));
    await update(id, 1, product('TWO', { moq: 5 }));
    expect(refusalOf(await update(id, 1, product('TWO', { unit: 'sets' })))).toMatchObject({
      code: 'VERSION_CONFLICT',
      version: 2,
    });
    expect(await read(id)).toMatchObject({ version: 2, moq: 5, unit: 'pcs' });
  });

  it('two people at the same moment: one wins, the other is told', async () => {
    const id = await make(product('RACE'));
    const outcomes = await Promise.all([5, 6, 7].map((moq) => update(id, 1, product('RACE', { moq }))));
    expect(outcomes.filter(isRefused)).toHaveLength(2);
    expect((await read(id)).version).toBe(2);
    expect(await sql(`select from product_versions where workspace_id = $1 and product_id = $2`, id)).toHaveLength(2);
  });

  it('variants swap their SKUs', async () => {
    const [one, two] = [
      variant('SW-1', { options: [{ name: 'Size', value: 'M' }] }),
      variant('SW-2', { options: [{ name: 'Size', value: 'L' }] }),
    ];
    const fields = product('SWAP', { optionNames: ['Size'], variants: [one, two] });
    const id = await make(fields);
    await update(id, 1, {
      ...fields,
      variants: [
        { ...one, sku: 'SW-2' },
        { ...two, sku: 'SW-1' },
      ],
    });
    expect((await read(id)).variants).toMatchObject([
      { id: one.id, sku: 'SW-2' },
      { id: two.id, sku: 'SW-1' },
    ]);
  });

  it('keeps a version of a product that is older than versions', async () => {
    const id = newId();
    await sql(
      `insert into products (workspace_id, id, code, names, created_at, updated_at) values ($1, $2, 'OLD', '{"en": "Old"}', now(), '2026-01-01')`,
      id,
    );
    expect(await queryProductVersions(wired.db.database, ctx, id, 10, NOW)).toMatchObject([
      { version: 1, product: { code: 'OLD' } },
    ]);
    await update(id, 1, product('OLD', { moq: 3 }));
    expect(await queryProductVersions(wired.db.database, ctx, id, 10, NOW)).toMatchObject([
      { version: 2, changedFields: ['names', 'moq'] },
      {
        version: 1,
        changedAt: new Date('2026-01-01T00:00:00Z'),
        product: { code: 'OLD', names: [{ name: 'Old' }], moq: null },
      },
    ]);
  });
});

describe('what is refused', () => {
  it('a code or SKU that is taken, but not by another workspace', async () => {
    const taken = variant('SKU-T');
    const id = await make(product('TAKEN', { variants: [taken], prices: [price(1, 1n)] }));
    expect(refusalOf(await save().create(ctx, newId(), product('TAKEN'))).code).toBe('NAME_TAKEN');
    const again = product('FREE', { variants: [variant('SKU-T')] });
    expect(refusalOf(await save().create(ctx, newId(), again))).toMatchObject({
      code: 'INVALID_FIELD',
      field: 'variants.0.sku',
    });
    const stolen = product('FREE', { variants: [{ ...taken, sku: 'other' }] });
    expect(refusalOf(await save().create(ctx, newId(), stolen))).toMatchObject({ field: 'variants.0.id' });
    expect(refusalOf(await update(id, 1, product('serum'))).code).toBe('NAME_TAKEN');
    await make(product('TAKEN', { variants: [variant('SKU-T')] }), other);
  });

  it('what the rules refuse, with its field', async () => {
    const outcome = await save().create(ctx, newId(), product('BAD', { prices: [price(1, 1n), price(1, 1n)] }));
    expect(refusalOf(outcome)).toMatchObject({ code: 'INVALID_FIELD', field: 'prices.1.minQuantity' });
  });

  it("a certificate's file that is none of the product's", async () => {
    const proof = product('CERT', { certificates: [{ name: 'ISO', attachmentId: newId() }] });
    expect(refusalOf(await save().create(ctx, newId(), proof))).toMatchObject({ field: 'certificates.0.attachmentId' });
  });

  it('to take away a variant that orders hold; discontinued it may be', async () => {
    const held = variant('HELD');
    const id = await make(product('HOLD', { variants: [held] }));
    await sql(`update order_lines set product_id = $2, variant_id = $3 where workspace_id = $1`, id, held.id);
    expect(refusalOf(await update(id, 1, product('HOLD')))).toMatchObject({ code: 'INVALID_FIELD', field: 'variants' });
    const mine: RequestContext = { ...ctx, ownRecordsOnly: true, ownRecordsOf: a.viewerId }; // sees none of these orders
    expect(refusalOf(await update(id, 1, product('HOLD'), mine))).toMatchObject({ field: 'variants' });
    await update(id, 1, product('HOLD', { variants: [{ ...held, status: 'discontinued' }] }));
    expect((await read(id)).variants).toMatchObject([{ status: 'discontinued' }]);
    expect(refusalOf(await wired.get(RemoveProductUseCase).execute(mine, id))).toMatchObject({
      code: 'PRODUCT_IN_USE',
      announcements: 0,
    });
    expect(refusalOf(await wired.get(RemoveProductUseCase).execute(mine, id)).orderLines).toBeGreaterThan(0);
  });
});

describe('costs', () => {
  const costing = (id: string, minor: bigint | null) => [
    { ...variant('C-1'), id, cost: minor === null ? null : { minor, currency: 'KRW' } },
  ];

  it('stay as they are when somebody without money:read saves, and are not theirs to enter', async () => {
    const [blind, id] = [without('money:read'), newId()];
    const variantId = newId();
    await make(product('COST', { variants: costing(variantId, 100n) }), ctx, id);
    await update(id, 1, product('COST', { moq: 9, variants: costing(variantId, null) }), blind);
    expect((await read(id)).variants).toMatchObject([{ cost: { minor: 100n } }]);
    await update(id, 2, product('COST', { moq: 10, variants: costing(variantId, 7n) }), blind);
    expect((await read(id)).variants).toMatchObject([{ cost: { minor: 100n } }]);
    await update(id, 3, product('COST', { moq: 10, variants: costing(variantId, 7n) }));
    expect((await read(id)).variants).toMatchObject([{ cost: { minor: 7n } }]);
    const [newest] = await queryProductVersions(wired.db.database, ctx, id, 1, NOW);
    expect(newest).toMatchObject({ version: 4, changedFields: ['costs'] });
  });
});

describe('removing', () => {
  it('takes a product away with all its parts, when nothing refers to it', async () => {
    const id = await make(product('GONE', { variants: [variant('G-1')], prices: [price(1, 1n)] }));
    await update(id, 1, product('GONE', { moq: 2, variants: [variant('G-2')] }));
    await sql(
      `insert into attachments (workspace_id, id, product_id, name, content_type, size_bytes, sha256, created_at)
       values ($1, gen_random_uuid(), $2, 'a.png', 'image/png', 1, '', now())`,
      id,
    );
    expect(refusalOf(await wired.get(RemoveProductUseCase).execute(other, id)).code).toBe('NOT_FOUND');
    expect(await wired.get(RemoveProductUseCase).execute(ctx, id)).toEqual({ id });
    expect(await queryProduct(wired.db.database, ctx, id, NOW)).toBeNull();
    for (const table of ['product_variants', 'product_prices', 'product_versions', 'attachments'])
      expect(await sql(`select from ${table} where workspace_id = $1 and product_id = $2`, id)).toEqual([]);
    expect((await eventsOf(id)).at(-1)!.verb).toBe('product.removed');
    expect(refusalOf(await wired.get(RemoveProductUseCase).execute(ctx, id)).code).toBe('NOT_FOUND');
  });

  it('says what keeps it', async () => {
    expect(refusalOf(await wired.get(RemoveProductUseCase).execute(ctx, a.productId))).toMatchObject({
      announcements: 1,
    });
  });
});
