import { newId, type Refused } from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import { BuyerStage } from '../../pipeline/index.ts';
import type { RequestContext } from '../../platform/context/request-context.ts';
import { memberContext } from '../../testing/member-context.ts';
import { wireFeatures, type WiredFeatures } from '../../testing/wired-features.ts';
import { CustomFieldKind } from '../custom-fields/custom-field.model.ts';
import { queryCustomValues } from '../custom-fields/custom-fields.query.ts';
import { MAX_CUSTOM_FIELDS, SaveCustomFieldUseCase } from '../custom-fields/save-custom-field.use-case.ts';
import { SetCustomValueUseCase } from '../custom-fields/set-custom-value.use-case.ts';
import { CreateBuyerUseCase } from '../record/create-buyer.use-case.ts';
import { TagBuyerUseCase } from '../tags/tag-buyer.use-case.ts';
import { queryTags } from '../tags/list-tags.query.ts';
import { BuyerFilter, CustomOperator } from './buyer-filter.input.ts';
import { countBuyers, queryBuyers } from './list-buyers.query.ts';

const NOW = new Date('2026-03-02T09:00:00Z');

let wired: WiredFeatures;
let a: SeededWorkspace;
let ctx: RequestContext;
let other: RequestContext;
const ids: Record<string, string> = {};
const fields: Record<string, string> = {};

beforeAll(async () => {
  wired = await wireFeatures(NOW.toISOString());
  const workspaces = await seedTwoWorkspaces(wired.db);
  a = workspaces.a;
  [ctx, other] = [memberContext(a), memberContext(workspaces.b)];
  for (const name of ['Kim', 'Lee', 'Park']) {
    ids[name] = newId();
    await wired.get(CreateBuyerUseCase).execute(ctx, { id: ids[name], name, email: `${name}@mail.example` });
  }
  for (const [name, kind] of Object.entries({
    text: 'TEXT',
    number: 'NUMBER',
    date: 'DATE',
    choice: 'CHOICE',
  } as const)) {
    fields[name] = newId();
    await save(fields[name], `My ${name}`, CustomFieldKind[kind], kind === 'CHOICE' ? ['Gold', 'Silver'] : null);
  }
  await enter('Kim', { text: 'Café hall 4', number: '12', date: '2026-03-01', choice: 'Gold' });
  await enter('Lee', { text: '100% sure', number: '9.5', date: '2026-02-01', choice: 'Silver' });
});
afterAll(() => wired.close());

const save = (id: string, name: string, kind: CustomFieldKind, choices: string[] | null = null, by = ctx) =>
  wired.get(SaveCustomFieldUseCase).define(by, { id, name, kind, choices });
const set = (buyerId: string, fieldId: string, value: string | null, seen: string | null = null, by = ctx) =>
  wired.get(SetCustomValueUseCase).execute(by, { buyerId, fieldId, value, seen });
const enter = async (name: string, values: Record<string, string>) => {
  for (const [field, value] of Object.entries(values)) await set(ids[name]!, fields[field]!, value);
};
const refusalOf = (outcome: unknown) =>
  (outcome as Refused<{ code: string; field?: string; message: string; limit?: number; current?: string }>).refusal;
const sql = (text: string, ...params: unknown[]) =>
  wired.db.unitOfWork.run(ctx, () => wired.db.database.query(ctx, text, [a.workspaceId, ...params]));

async function find(filter: Partial<BuyerFilter>, search: string | null = null, by = ctx): Promise<string[]> {
  const wanted = { filter: Object.assign(new BuyerFilter(), filter), search };
  const page = await queryBuyers(wired.db.database, by, { first: 50 }, wanted, NOW);
  const { count } = await countBuyers(wired.db.database, by, wanted, NOW);
  expect(count).toBe(page.edges.length);
  return page.edges.map(({ node }) => node.name).toSorted();
}

describe('filters', () => {
  it.each<[string, string, CustomOperator, string | null, string[]]>([
    ['text contains, accents folded', 'text', CustomOperator.CONTAINS, 'cafe', ['Kim']],
    ['text contains a per cent sign', 'text', CustomOperator.CONTAINS, '0%', ['Lee']],
    ['text equals', 'text', CustomOperator.EQUALS, 'Café hall 4', ['Kim']],
    ['number at least, by value and not by letter', 'number', CustomOperator.AT_LEAST, '10', ['Kim']],
    ['number at most', 'number', CustomOperator.AT_MOST, '9.50', ['Lee']],
    ['date at least', 'date', CustomOperator.AT_LEAST, '2026-02-15', ['Kim']],
    ['choice', 'choice', CustomOperator.EQUALS, 'Silver', ['Lee']],
    ['set', 'choice', CustomOperator.IS_SET, null, ['Kim', 'Lee']],
    ['empty', 'choice', CustomOperator.IS_EMPTY, null, ['Buyer of workspace-a', 'Park']],
    ['what the field cannot answer finds nobody', 'text', CustomOperator.AT_LEAST, '1', []],
    ['no number finds nobody', 'number', CustomOperator.EQUALS, 'twelve', []],
  ])('by a custom field: %s', async (_what, field, operator, value, names) =>
    expect(await find({ custom: [{ fieldId: fields[field]!, operator, value }] })).toEqual(names),
  );

  it('by stage, tags, company type, owner, waiting, silence', async () => {
    await wired.get(TagBuyerUseCase).add(ctx, { buyerId: ids['Kim']!, name: 'VIP' });
    const tag = (await queryTags(wired.db.database, ctx)).find(({ name }) => name === 'VIP')!;
    await sql(
      `update buyers set stage = 'quoted', company_type = 'brand', order_count = 1 where workspace_id = $1 and id = $2`,
      ids['Lee'],
    );
    expect(await find({ tagId: [tag.id] })).toEqual(['Kim']);
    expect(await find({ stage: [BuyerStage.QUOTED] })).toEqual(['Lee']);
    expect(await find({ companyType: ['brand'] })).toEqual(['Lee']);
    expect(await find({ ruleTag: ['firstOrder'] })).toEqual(['Lee']);
    expect(await find({ ruleTag: ['firstOrder', 'none'] })).toHaveLength(4);
    expect(await find({ unowned: true })).toEqual(['Kim', 'Lee', 'Park']);
    expect(await find({ waiting: true })).toEqual(['Buyer of workspace-a']);
    expect(await find({ noContactDays: 1 })).toEqual([]);
    await sql(`update buyers set created_at = '2026-01-01' where workspace_id = $1`);
    expect(await find({ noContactDays: 1 })).toEqual(['Kim', 'Lee', 'Park']); // the seeded buyer wrote nine hours ago
    await sql(`update buyers set last_contact_at = '2026-03-02' where workspace_id = $1 and id = $2`, ids['Park']);
    expect(await find({ noContactDays: 1 })).toEqual(['Kim', 'Lee']);
  });

  it('together with a search, and within the workspace', async () => {
    expect(await find({}, 'mail.ex')).toEqual(['Kim', 'Lee', 'Park']);
    expect(await find({ ruleTag: ['firstOrder'] }, 'mail.ex')).toEqual(['Lee']);
    expect(await find({}, 'mail.ex', other)).toEqual([]);
    expect(
      await find({ custom: [{ fieldId: fields['text']!, operator: CustomOperator.IS_SET }] }, null, other),
    ).toEqual([]);
  });

  it('finds nobody by an address for those who may not see any', async () => {
    const blind = { ...ctx, permissions: new Set([...ctx.permissions].filter((one) => one !== 'contact:read')) };
    expect(await find({}, 'mail.ex', blind)).toEqual([]);
    expect(await find({}, 'kim', blind)).toEqual(['Kim']);
  });

  it('on pages that neither overlap nor leave out, also where the search finds very many', async () => {
    await sql(
      `insert into buyers (workspace_id, id, name, grade_rank, level_rank, stage_since, created_at, updated_at)
       select $1, gen_random_uuid(), 'Crowd ' || n, 1 + n % 4, 1 + n % 5, now(), now(), now() from generate_series(1, 2100) n`,
    );
    const wanted = { filter: new BuyerFilter(), search: 'crowd' };
    const seen: string[] = [];
    for (let after: string | undefined; ;) {
      const { edges, pageInfo } = await queryBuyers(wired.db.database, ctx, { first: 100, after }, wanted, NOW);
      seen.push(...edges.map(({ node }) => node.id));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor!;
    }
    expect(new Set(seen).size).toBe(2100);
    expect(seen).toHaveLength(2100);
    expect(await countBuyers(wired.db.database, ctx, wanted, NOW)).toEqual({ count: 2100, capped: false });
    expect(await countBuyers(wired.db.database, ctx, wanted, NOW, 2000)).toEqual({ count: 2000, capped: true });
  });
});

describe('custom fields', () => {
  it('a field that is renamed stays filtered and keeps its values', async () => {
    const filter = { custom: [{ fieldId: fields['choice']!, operator: CustomOperator.EQUALS, value: 'Gold' }] };
    expect(await find(filter)).toEqual(['Kim']);
    expect(await save(fields['choice']!, 'Medal', CustomFieldKind.CHOICE, ['Silver', 'Gold', 'Bronze'])).toMatchObject({
      name: 'Medal',
      usedBy: 2,
    });
    expect(await find(filter)).toEqual(['Kim']);
  });

  it('choices and kinds in use do not vanish', async () => {
    const gone = refusalOf(await save(fields['choice']!, 'Medal', CustomFieldKind.CHOICE, ['Silver']));
    expect(gone).toMatchObject({
      code: 'INVALID_FIELD',
      field: 'choices',
      message: expect.stringContaining('1 buyers') as string,
    });
    expect(refusalOf(await save(fields['number']!, 'My number', CustomFieldKind.TEXT))).toMatchObject({
      code: 'INVALID_FIELD',
      field: 'kind',
    });
    expect(refusalOf(await save(newId(), 'medal', CustomFieldKind.TEXT)).code).toBe('NAME_TAKEN');
    expect(refusalOf(await save(newId(), 'No choice', CustomFieldKind.CHOICE, []))).toMatchObject({ field: 'choices' });
    expect(refusalOf(await save(newId(), '\u200f\u0000', CustomFieldKind.TEXT))).toMatchObject({ field: 'name' });
  });

  it.each([
    ['number', 'a dozen'],
    ['date', '2026-02-30'],
    ['choice', 'Platinum'],
    ['text', 'x'.repeat(501)],
  ])('a %s cannot be %s', async (field, value) =>
    expect(refusalOf(await set(ids['Park']!, fields[field]!, value))).toMatchObject({
      code: 'INVALID_FIELD',
      field: 'value',
    }),
  );

  it('two people enter one value: the second is told', async () => {
    await set(ids['Park']!, fields['text']!, 'first');
    expect(refusalOf(await set(ids['Park']!, fields['text']!, 'second'))).toMatchObject({
      code: 'FIELD_CONFLICT',
      current: 'first',
    });
    await set(ids['Park']!, fields['text']!, null, 'first');
    expect(refusalOf(await set(ids['Park']!, fields['text']!, 'x', null, other)).code).toBe('NOT_FOUND');
  });

  it('an archived one is hidden and keeps what was entered; thirty are enough', async () => {
    await wired.get(SaveCustomFieldUseCase).archive(ctx, fields['date']!);
    const [row] = await wired.db.database.query<{ custom: Record<string, string> }>(
      ctx,
      `select custom from buyers where workspace_id = $1 and id = $2`,
      [a.workspaceId, ids['Kim']],
    );
    expect(row!.custom[fields['date']!]).toBe('2026-03-01');
    const shown = await queryCustomValues(wired.db.database, ctx, row!.custom);
    expect(shown.map(({ field, value }) => [field.name, value])).toEqual([
      ['Fair booth', null],
      ['My text', 'Café hall 4'],
      ['My number', '12'],
      ['Medal', 'Gold'],
    ]);
    expect(refusalOf(await set(ids['Park']!, fields['date']!, '2026-01-01')).code).toBe('NOT_FOUND');
    for (let n = shown.length; n < MAX_CUSTOM_FIELDS; n += 1) await save(newId(), `Field ${n}`, CustomFieldKind.TEXT);
    expect(refusalOf(await save(newId(), 'One more', CustomFieldKind.TEXT))).toMatchObject({
      code: 'LIMIT_REACHED',
      limit: 30,
    });
  });
});
