import { DEFAULT_GRADING_RULES, type BuyerGrade, type GradingRules } from '@dangol/crm';
import {
  BuyersRepository,
  ConversationsRepository,
  GradeOverridesRepository,
  GradingRulesRepository,
  isRefused,
  newId,
} from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import { wireFeatures, type WiredFeatures } from '../../testing/wired-features.ts';
import { GradeBuyerUseCase } from './grade-buyer.use-case.ts';
import { queryGradeHistory, queryGradeOverrides } from './grade-overrides.query.ts';
import { InvalidRules } from './grading-rules.model.ts';
import { queryGradingPreview, queryGradingRules } from './grading-rules.query.ts';
import { OverrideGradeUseCase } from './override-grade.use-case.ts';
import { SaveGradingRulesUseCase } from './save-grading-rules.use-case.ts';

const NOW = '2026-06-15T10:00:00Z';

let wired: WiredFeatures;
let a: SeededWorkspace;
let b: SeededWorkspace;
let run = 0;
beforeAll(async () => {
  wired = await wireFeatures(NOW);
});
afterAll(() => wired.close());
beforeEach(async () => {
  ({ a, b } = await seedTwoWorkspaces(wired.db, `-${(run += 1)}`));
  for (const workspace of [a, b])
    await wired.db.unitOfWork.run(workspace, async () => {
      const overrides = wired.get(GradeOverridesRepository);
      for (const { id } of await overrides.find(workspace, {})) await overrides.delete(workspace, id);
      await wired.get(GradeBuyerUseCase).execute(workspace, workspace.buyerId, 'facts', wired.clock.now());
    });
});

const buyer = () => wired.get(BuyersRepository).getById(a, a.buyerId);
const verbs = async () =>
  (await wired.db.events.readAfter(a, '0', 1000)).map(({ verb, data }) => [verb, data] as const);
const input = (fields: Partial<Parameters<OverrideGradeUseCase['override']>[1]> = {}) => ({
  id: newId(),
  buyerId: a.buyerId,
  grade: 'A' as BuyerGrade,
  reason: 'A chain store stands behind it',
  reviewOn: '2026-09-01',
  ...fields,
});

describe('an override', () => {
  const override = () => wired.get(OverrideGradeUseCase);

  it('becomes the grade, the place in the queue and the due time, beside the computed grade', async () => {
    const before = await buyer();
    expect(before.grade).toBe('B'); // one order and a web of unknowns
    const conversation = () => wired.get(ConversationsRepository).getById(a, a.conversationId);
    const dueBefore = (await conversation()).dueAt;
    expect(await override().override(a, input())).toEqual({ buyerId: a.buyerId });
    expect(await buyer()).toMatchObject({ grade: 'A', gradeRank: 1, computedGrade: 'B', score: before.score });
    expect((await conversation()).gradeRank).toBe(1);
    expect((await conversation()).dueAt).not.toEqual(dueBefore);
    await wired.get(GradeBuyerUseCase).execute(a, a.buyerId, 'message', wired.clock.now());
    expect(await buyer()).toMatchObject({ grade: 'A', computedGrade: 'B' }); // the rules go on beside it
    await override().end(a, a.buyerId);
    expect(await buyer()).toMatchObject({ grade: 'B', gradeRank: 2, computedGrade: 'B' });
    expect((await conversation()).gradeRank).toBe(2);
  });

  it.each([
    ['no reason', { reason: '' }, 'reason'],
    ['a blank reason', { reason: ' \u200F\u00A0\t—' }, 'reason'],
    ['a review today', { reviewOn: '2026-06-15' }, 'reviewOn'],
    ['a review in the past', { reviewOn: '2020-01-01' }, 'reviewOn'],
    ['a review in two years', { reviewOn: '2028-06-15' }, 'reviewOn'],
  ])('with %s is refused, and nothing is done', async (_what, fields, field) => {
    const eventsBefore = await verbs();
    const outcome = await override().override(a, input(fields));
    expect(isRefused(outcome) && outcome.refusal).toMatchObject({ code: 'INVALID_FIELD', field });
    expect(await wired.get(GradeOverridesRepository).find(a, {})).toEqual([]);
    expect(await verbs()).toEqual(eventsBefore);
    expect((await buyer()).grade).toBe('B');
  });

  it('of a buyer of another workspace is not found', async () => {
    const outcome = await override().override(a, input({ buyerId: b.buyerId }));
    expect(isRefused(outcome) && outcome.refusal).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('of a buyer who was erased is not found: its reason would be a new word about somebody', async () => {
    await wired.db.unitOfWork.run(a, () =>
      wired.get(BuyersRepository).update(a, a.buyerId, { erasedAt: new Date(NOW) }),
    );
    expect(await override().override(a, input())).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
  });

  it('sent twice is one; a second one ends the first', async () => {
    const first = input();
    await override().override(a, first);
    await override().override(a, first);
    await override().override(a, input({ grade: 'C', reason: 'Smaller than we thought' }));
    const rows = await wired.get(GradeOverridesRepository).find(a, {}, { orderBy: { id: 'asc' } });
    expect(rows.map(({ grade, endedAt }) => [grade, endedAt !== null])).toEqual([
      ['A', true],
      ['C', false],
    ]);
    expect((await buyer()).grade).toBe('C');
  });

  it('is told with its reason in the history and the list, and without it in the log', async () => {
    const { id, reason } = input();
    await override().override(a, input({ id }));
    await override().end(a, a.buyerId);
    await override().override(a, input({ grade: 'C', reviewOn: '2026-06-16' }));
    const history = await queryGradeHistory(wired.db.database, a, a.buyerId, 10);
    expect(history.map(({ from, to, cause, reason: why }) => [from, to, cause, why])).toEqual([
      ['B', 'C', 'override', reason],
      ['A', 'B', 'override_ended', null],
      ['B', 'A', 'override', reason],
      [null, 'B', 'facts', null],
    ]);
    expect(history[0]).toMatchObject({ byName: 'owner', score: null });
    expect(JSON.stringify(await verbs())).not.toContain(reason);
    expect((await verbs()).at(-1)).toEqual([
      'buyer.grade_overridden',
      expect.objectContaining({ from: 'B', to: 'C', computed: 'B' }),
    ]);
    const list = async (now: string) => queryGradeOverrides(wired.db.database, a, null, new Date(now));
    expect(await list(NOW)).toMatchObject([
      { grade: 'C', reason, reviewDue: false, reviewOn: '2026-06-16', computedNow: 'B', buyer: { id: a.buyerId } },
    ]);
    expect(await list('2026-06-15T15:00:00Z')).toMatchObject([{ reviewDue: true }]); // the 16th has begun in Seoul
    expect(await queryGradeOverrides(wired.db.database, b, null, wired.clock.now())).toEqual([]);
  });
});

describe('grading rules', () => {
  const save = () => wired.get(SaveGradingRulesUseCase);
  const generous: GradingRules = { ...DEFAULT_GRADING_RULES, gradeBounds: { A: 20, B: 10 }, hysteresis: 0 };

  it('are previewed without a change, then saved and applied to everyone, with an event each', async () => {
    const before = await buyer();
    const preview = await queryGradingPreview(
      wired.db.database,
      a,
      { ...generous, provisionalBelow: 0 },
      wired.clock.now(),
    );
    expect(preview).toMatchObject({
      total: 1,
      changed: 1,
      moves: [{ from: 'B', to: 'A', count: 1 }],
      examples: [{ from: 'B', to: 'A', fromScore: Number(before.score), toScore: Number(before.score) }],
    });
    expect(preview.examples[0]!.buyer.id).toBe(a.buyerId);
    // One who sees only own buyers saves for all, and is told so; somebody else's buyer is no example for them.
    const scoped = { ...a, ownRecordsOf: a.viewerId };
    expect(await queryGradingPreview(wired.db.database, scoped, generous, wired.clock.now())).toMatchObject({
      total: 1,
      examples: [],
    });
    expect(await buyer()).toEqual(before);
    expect(await save().execute(a, { ...generous, provisionalBelow: 0 }, 1)).toEqual({ version: 2, changed: 1 });
    expect(await buyer()).toMatchObject({ grade: 'A', gradingRulesVersion: 2 });
    expect((await wired.get(BuyersRepository).getById(b, b.buyerId)).grade).toBe('B');
    const [now, old] = await queryGradingRules(wired.db.database, a);
    expect([now, old]).toMatchObject([
      { version: 2, current: true, rules: { version: 2, gradeBounds: { A: 20, B: 10 } }, createdBy: { id: a.ownerId } },
      { version: 1, current: false },
    ]);
    expect((await verbs()).slice(-2)).toEqual([
      ['buyer.graded', expect.objectContaining({ from: 'B', to: 'A', rulesVersion: 2, cause: 'rules' })],
      ['grading_rules.saved', { version: 2, changed: 1 }],
    ]);
  });

  it('that do not add up, or are for another currency, are refused with the places', async () => {
    const weights = { ...DEFAULT_GRADING_RULES.weights, intent: 26 };
    const outcome = await save().execute(a, { ...DEFAULT_GRADING_RULES, weights }, 1);
    expect(isRefused(outcome) && outcome.refusal).toEqual(
      new InvalidRules([
        { path: 'weights', problem: 'weights_not_100' },
        { path: 'weights.intent', problem: 'facts_not_weight' },
      ]),
    );
    const won = await save().execute(a, { ...DEFAULT_GRADING_RULES, currency: 'KRW' }, 1);
    expect(isRefused(won) && won.refusal).toMatchObject({
      problems: [{ path: 'currency', problem: 'wrong_currency' }],
    });
    expect(await wired.get(GradingRulesRepository).find(a, {})).toHaveLength(1);
  });

  it('saved by two managers at once: one is saved, the other is told that the rules moved', async () => {
    const outcomes = await Promise.all([
      save().execute(a, generous, 1),
      save().execute(a, { ...generous, unknownPercent: 20 }, 1),
    ]);
    expect(outcomes.filter((outcome) => !isRefused(outcome))).toHaveLength(1);
    expect(outcomes.flatMap((outcome) => (isRefused(outcome) ? [outcome.refusal] : []))).toMatchObject([
      { code: 'RULES_MOVED', version: 2 },
    ]);
    expect(await wired.get(GradingRulesRepository).find(a, {})).toHaveLength(2);
  });
});
