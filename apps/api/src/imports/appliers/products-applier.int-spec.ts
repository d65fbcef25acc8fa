import { isRefused, type Refused } from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import {
  ProductFilter,
  ProductsModule,
  productsStatement,
  queryProductsByCode,
  SaveProductUseCase,
} from '../../products/index.ts';
import { memberContext } from '../../testing/member-context.ts';
import { wireFeatures, type WiredFeatures } from '../../testing/wired-features.ts';
import { ChangeImportUseCase } from '../change-import.use-case.ts';
import { ImportDriver } from '../imported-file.fixture.ts';
import { ImportsModule } from '../index.ts';
import { StartImportUseCase } from '../start-import.use-case.ts';
import { UndoImportUseCase } from '../undo-import.use-case.ts';

const NOW = new Date('2026-03-02T05:00:00Z');
const CATALOGUE = `code,name_en,name_ko,category,sku,options,moq,lead_time_days,price,currency,min_quantity,cost,unit,specs
LT-4,lip tint,립틴트,Make-up,LT-4-01,Shade: Rose,100,3,2.40,USD,100,1250 KRW,pcs,Content: 4 g
LT-4,,,,LT-4-01,Shade: Rose,,,2.28,USD,500,,,
LT-4,,,,LT-4-02,Shade: Coral,100,25,2.40,USD,100,1300 KRW,,
LT-4,,,,LT-4-02,Shade: Coral,,,2.20,USD,500,,,
HC-50,hand cream,핸드크림,Body,HC-50,,100,3,1.70,USD,100,,pcs,
`;

describe('bringing in products', () => {
  let wired: WiredFeatures;
  let a: SeededWorkspace;
  let b: SeededWorkspace;
  let driver: ImportDriver;
  let pairs = 0;
  beforeAll(async () => {
    wired = await wireFeatures(NOW.toISOString(), [ImportsModule, ProductsModule]);
  });
  beforeEach(async () => {
    ({ a, b } = await seedTwoWorkspaces(wired.db, `-p${(pairs += 1)}`));
    driver = new ImportDriver(wired, memberContext(a));
    await sql(`update roles set permissions = array_append(permissions, 'money:read') where workspace_id = $1`);
  });
  afterAll(() => wired.close());

  const check = (content: string) => driver.send({ kind: 'products', content });
  const run = async (id: string) => {
    expect(isRefused(await wired.get(StartImportUseCase).run(driver.ctx, id))).toBe(false);
    await driver.work(id);
    return id;
  };
  const bring = async (content: string) => run(await check(content));
  const overwrite = async (content: string) => {
    const id = await check(content);
    const { revision } = await driver.read(id);
    await wired.get(ChangeImportUseCase).execute(driver.ctx, id, revision, { known: 'overwrite' } as never);
    await driver.work(id);
    return run(id);
  };
  const undo = async (id: string) => {
    const outcome = await wired.get(UndoImportUseCase).execute(driver.ctx, id);
    await driver.work(id);
    return outcome;
  };
  const product = async (code: string, of = a) =>
    (await queryProductsByCode(wired.db.database, of, [code])).get(code) ?? null;
  const sql = <Row>(text: string, ...params: unknown[]) =>
    wired.db.unitOfWork.run(a, () => wired.db.database.query<Row>(a, text, [a.workspaceId, ...params]));
  const codes = async () => {
    const { sql: text, params } = productsStatement(driver.ctx, new ProductFilter(), NOW);
    return (await wired.db.database.query<{ code: string }>(driver.ctx, text, params)).map(({ code }) => code);
  };

  it('makes of the rows of a code one product: what they agree on is its own, what they differ in the variants', async () => {
    const id = await check(CATALOGUE);
    expect(await driver.read(id)).toMatchObject({
      status: 'checked',
      goodRows: 5,
      badRows: 0,
      preview: { newRecords: 5, knownRecords: 0, repeatedInFile: 0 },
    });
    expect(await product('LT-4')).toBeNull();
    await run(id);
    expect(await driver.read(id)).toMatchObject({ status: 'done', createdRows: 5, failedRows: 0 });
    const made = (await product('LT-4'))!;
    expect(made).toMatchObject({ version: 1, importId: id });
    expect(made.content).toMatchObject({
      ...{ names: { en: 'lip tint', ko: '립틴트' }, category: 'Make-up', status: 'active', unit: 'pcs', moq: 100 },
      ...{ leadTimeDays: null, optionNames: ['Shade'], specs: [{ name: 'Content', value: '4 g' }] },
      variants: [
        {
          sku: 'LT-4-01',
          options: { Shade: 'Rose' },
          moq: null,
          leadTimeDays: 3,
          costMinor: 1250n,
          costCurrency: 'KRW',
        },
        { sku: 'LT-4-02', options: { Shade: 'Coral' }, moq: null, leadTimeDays: 25, costMinor: 1300n },
      ],
    });
    const [rose, coral] = made.content.variants;
    expect(made.content.prices).toHaveLength(3);
    expect(made.content.prices).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ variantId: null, minQuantity: 100, unitPriceMinor: 240n, currency: 'USD' }),
        expect.objectContaining({ variantId: rose!.id, minQuantity: 500, unitPriceMinor: 228n }),
        expect.objectContaining({ variantId: coral!.id, minQuantity: 500, unitPriceMinor: 220n }),
      ]),
    );
    expect((await product('HC-50'))!.content).toMatchObject({
      moq: 100,
      leadTimeDays: 3,
      optionNames: [],
      variants: [{ sku: 'HC-50' }],
    });
    expect(await product('LT-4', b)).toBeNull();
    expect(await sql(`select from products where workspace_id = $1 and search_text like '%lt-4-02%'`)).toHaveLength(1);
  });

  it('changes nothing when the same file comes again', async () => {
    await bring(CATALOGUE);
    const before = await product('LT-4');
    for (const again of [await bring(CATALOGUE), await overwrite(CATALOGUE)])
      expect(await driver.read(again)).toMatchObject({
        status: 'done',
        unchangedRows: 5,
        createdRows: 0,
        updatedRows: 0,
      });
    expect(await product('LT-4')).toEqual(before);
  });

  it('fills what was unknown, or overwrites, and takes nothing away', async () => {
    await bring(CATALOGUE);
    const more = `code,name,sku,options,moq,price,min_quantity,origin_country
LT-4,lip tint XL,LT-4-01,Shade: Rose,200,2.30,100,KR
LT-4,,LT-4-03,Shade: Plum,,,,
`.replaceAll('2.30', 'USD 2.30');
    const filled = await bring(more);
    expect(await driver.read(filled)).toMatchObject({ updatedRows: 2 });
    const one = (await product('LT-4'))!;
    expect(one).toMatchObject({ version: 2 });
    expect(one.content).toMatchObject({ names: { en: 'lip tint' }, moq: 100, originCountry: 'KR' });
    expect(one.content.variants.map(({ sku, moq }) => [sku, moq])).toEqual([
      ['LT-4-01', 200],
      ['LT-4-02', null],
      ['LT-4-03', null],
    ]);
    expect(
      one.content.prices.filter(({ minQuantity, variantId }) => minQuantity === 100 && variantId === null),
    ).toMatchObject([{ unitPriceMinor: 240n }]);
    await overwrite(more);
    expect((await product('LT-4'))!.content).toMatchObject({ names: { en: 'lip tint XL', ko: '립틴트' }, moq: 100 });
    expect((await product('LT-4'))!.content.prices).toContainEqual(
      expect.objectContaining({ minQuantity: 100, variantId: one.content.variants[0]!.id, unitPriceMinor: 230n }),
    );
  });

  it('lets the rows fail that do not fit, and brings the rest of their product in', async () => {
    await bring(CATALOGUE);
    const id = await bring(`code,name,sku,options,price,currency,min_quantity,hs_code
NEW,new one,N-1,Size: S,5.00,USD,100,
NEW,,N-1,Size: S,6.00,USD,500,
NEW,,N-2,Size: S,,,,
NEW,,HC-50,Size: L,,,,
BAD,bad one,B-1,,,,,33-4
`);
    expect(await driver.read(id)).toMatchObject({ status: 'done', createdRows: 1, failedRows: 4 });
    expect((await product('NEW'))!.content).toMatchObject({
      variants: [{ sku: 'N-1' }],
      prices: [{ minQuantity: 100 }],
    });
    expect(await product('BAD')).toBeNull();
    const rows = await sql<{ row: number; code: string }>(
      `select row_number as row, problems -> 0 ->> 'code' as code from import_rows where workspace_id = $1 and import_id = $2 order by 1`,
      id,
    );
    expect(rows).toEqual([
      { row: 3, code: 'DEARER_FOR_MORE' },
      { row: 4, code: 'OPTIONS_DO_NOT_FIT' },
      { row: 5, code: 'SKU_TAKEN' },
      { row: 6, code: 'NOT_AN_HS_CODE' },
    ]);
  });

  it('undone, it takes away what it made and gives back what it changed, as a new version', async () => {
    await bring(CATALOGUE);
    const before = await product('LT-4');
    const all = await codes();
    const id = await overwrite(`code,name,sku,options,moq
LT-4,other,LT-4-09,Shade: Red,7
ONLY,only here,O-1,,5
`);
    expect((await product('LT-4'))!.content.names).toMatchObject({ en: 'other' });
    await undo(id);
    expect(await driver.read(id)).toMatchObject({ status: 'undone' });
    expect(await codes()).toEqual(all);
    const after = (await product('LT-4'))!;
    expect({ ...after, version: 0, updatedAt: 0 }).toEqual({ ...before, version: 0, updatedAt: 0 });
    expect(after.version).toBe(3);
  });

  it('is not undone over what came later', async () => {
    const id = await bring(CATALOGUE);
    const dependents = async () =>
      ((await undo(id)) as Refused<{ dependents: { what: string }[] }>).refusal.dependents.map(({ what }) => what);
    const { id: productId, version, content } = (await product('HC-50'))!;
    await wired.get(SaveProductUseCase).update(driver.ctx, productId, version, {
      ...content,
      names: [{ language: 'en', name: 'hand cream 2' }],
      variants: content.variants.map((one) => ({ ...one, options: [] })),
    });
    expect(await dependents()).toEqual(['product_changes']);
    await sql(`update order_lines set product_id = $2 where workspace_id = $1`, productId);
    expect(await dependents()).toEqual(['order_lines', 'product_changes']);
    expect(await product('HC-50')).not.toBeNull();
  });

  it('leaves unit costs out when whoever imports may not see them', async () => {
    await sql(`update roles set permissions = array_remove(permissions, 'money:read') where workspace_id = $1`);
    await bring(CATALOGUE);
    expect((await product('LT-4'))!.content.variants.every(({ costMinor }) => costMinor === null)).toBe(true);
  });

  it('takes thousands of products', async () => {
    const lines = Array.from({ length: 2_500 }, (_, i) => `P-${i},Product ${i},S-${i},,10,USD 1.5${i % 10},10`);
    const started = performance.now();
    const id = await bring(['code,name,sku,options,moq,price,min_quantity', ...lines, ''].join('\n'));
    expect(await driver.read(id)).toMatchObject({ status: 'done', createdRows: 2_500, failedRows: 0 });
    process.stderr.write(`2,500 products in ${Math.round(performance.now() - started)} ms\n`);
    await undo(id);
    expect(await product('P-7')).toBeNull();
  });
});
