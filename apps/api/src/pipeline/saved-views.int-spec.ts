import { isRefused, newId } from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { RequestContext } from '../platform/context/request-context.ts';
import { wireFeatures, type WiredFeatures } from '../testing/wired-features.ts';
import { KeepViewUseCase } from './keep-view.use-case.ts';
import { PipelineModule } from './pipeline.module.ts';
import { MOST_VIEWS, SaveViewInput, ViewScreen } from './saved-view.model.ts';
import { querySavedViews } from './saved-views.query.ts';

let wired: WiredFeatures;
let a: SeededWorkspace;
let b: SeededWorkspace;
beforeAll(async () => {
  wired = await wireFeatures('2026-03-09T01:00:00Z', [PipelineModule]);
  ({ a, b } = await seedTwoWorkspaces(wired.db));
});
afterAll(() => wired.close());

const callerOf = (workspace: SeededWorkspace, memberId: string | null): RequestContext => ({
  ...workspace,
  ...{ requestId: 'r', account: null, ownRecordsOnly: false, memberships: [], ip: '', userAgent: '', tokenHash: null },
  member: memberId === null ? null : { id: memberId, name: 'm', role: 'owner' },
  permissions: new Set(),
});
const owner = () => callerOf(a, a.ownerId);
const viewer = () => callerOf(a, a.viewerId);
const view = (more: Partial<SaveViewInput> = {}): SaveViewInput => ({
  ...{
    id: newId(),
    screen: ViewScreen.PIPELINE,
    name: 'A buyers',
    query: 'grade=A&q=%EB%A3%A8',
    shared: false,
    ...more,
  },
});
const save = async (ctx: RequestContext, wanted: SaveViewInput) => {
  const outcome = await wired.get(KeepViewUseCase).keep(ctx, wanted);
  return isRefused(outcome) ? outcome.refusal : outcome;
};
const seenBy = (ctx: RequestContext, screen = ViewScreen.PIPELINE) =>
  querySavedViews(wired.db.database, ctx, ctx.member?.id ?? null, { screen });

it('is seen by its owner, by all when shared, and never in another workspace', async () => {
  const own = view({ name: '  Mine ' });
  const shared = view({ name: 'Ours', shared: true });
  await save(owner(), own);
  await save(owner(), shared);
  expect((await seenBy(owner())).map(({ name, mine }) => [name, mine])).toEqual(
    expect.arrayContaining([
      ['Mine', true],
      ['Ours', true],
    ]),
  );
  const others = (await seenBy(viewer())).filter(({ ownerName }) => ownerName === 'owner');
  expect(others.map(({ name, mine, query }) => [name, mine, query])).toContainEqual(['Ours', false, shared.query]);
  expect(others.map(({ name }) => name)).not.toContain('Mine');
  expect((await seenBy(callerOf(b, b.ownerId))).map(({ id }) => id)).not.toContain(shared.id);
});

it('is changed by saving it again, by its owner only', async () => {
  const shared = view({ name: 'Changing', shared: true });
  await save(owner(), shared);
  expect(await save(owner(), { ...shared, name: 'Changed', query: 'grade=B' })).toMatchObject({ query: 'grade=B' });
  expect(await save(viewer(), shared)).toMatchObject({ code: 'NOT_FOUND' });
  expect(await wired.get(KeepViewUseCase).remove(viewer(), shared.id)).toMatchObject({
    refusal: { code: 'NOT_FOUND' },
  });
  expect(await wired.get(KeepViewUseCase).remove(owner(), shared.id)).toEqual({ id: shared.id });
});

it('has a name of its own on its screen, whatever its case, also for two windows at once', async () => {
  const both = await Promise.all([save(owner(), view({ name: 'Twice' })), save(owner(), view({ name: 'tWICE' }))]);
  expect(both.filter((outcome) => 'code' in outcome)).toMatchObject([{ code: 'NAME_TAKEN' }]);
  expect(await save(owner(), view({ name: 'Twice', screen: ViewScreen.BUYERS }))).toMatchObject({ name: 'Twice' });
  expect(await save(viewer(), view({ name: 'Twice' }))).toMatchObject({ name: 'Twice' });
});

it('comes in numbers that a menu can hold', async () => {
  const ctx = callerOf(b, b.viewerId);
  for (let n = 0; n < MOST_VIEWS; n += 1) await save(ctx, view({ name: `View ${n}` }));
  expect(await save(ctx, view({ name: 'One more' }))).toMatchObject({ code: 'LIMIT_REACHED', limit: MOST_VIEWS });
});

it('belongs to a member and has a name that can be seen', () => {
  expect(() => wired.get(KeepViewUseCase).keep(owner(), view({ name: '\u202e\u200b' }))).toThrow('shows nothing');
  expect(() => wired.get(KeepViewUseCase).keep(callerOf(a, null), view())).toThrow('API key');
});

it.each([
  ['grade=A&owner=&q=%EB%A3%A8+x', true],
  ['', true],
  ['?grade=A#top', false],
  ['grade=<script>', false],
  ['q=%E', false],
  ['q=a b', false],
  ['q='.padEnd(2_001, 'x'), false],
])('takes the URL query %s: %s', (query, valid) => {
  const problems = validateSync(plainToInstance(SaveViewInput, view({ query })));
  expect(problems.length === 0).toBe(valid);
});
