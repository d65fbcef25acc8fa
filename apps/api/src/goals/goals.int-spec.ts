import { GoalsRepository, isRefused, newId, type TenantContext } from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import { wireFeatures, type WiredFeatures } from '../testing/wired-features.ts';
import { GoalCounted, type SaveGoalInput } from './goal.model.ts';
import { GoalsModule } from './goals.module.ts';
import { loadGoals } from './load-goals.ts';
import { SaveGoalUseCase } from './save-goal.use-case.ts';

const NOW = '2026-11-20T05:00:00Z';

describe('goals', () => {
  let wired: WiredFeatures;
  let a: SeededWorkspace;
  let b: SeededWorkspace;
  let pairs = 0;
  beforeAll(async () => {
    wired = await wireFeatures(NOW, [GoalsModule]);
  });
  afterAll(() => wired.close());
  beforeEach(async () => {
    ({ a, b } = await seedTwoWorkspaces(wired.db, `-${(pairs += 1)}`));
    for (const ctx of [a, b]) await write(ctx, `delete from goals where workspace_id = $1`);
  });

  const input = (changes: Partial<SaveGoalInput> = {}): SaveGoalInput => ({
    id: newId(),
    name: '2026 수출 목표',
    year: 2026,
    targetMinor: 5_000_000_00n,
    currency: 'USD',
    counted: GoalCounted.ALL,
    groups: [{ grade: 'A', buyers: 15_000, averageOrderMinor: 333_00n }],
    dueOn: '2026-12-31',
    ...changes,
  });
  const save = (ctx: TenantContext, given: SaveGoalInput) => wired.get(SaveGoalUseCase).execute(ctx, given);
  const goals = (ctx: TenantContext) => loadGoals(wired.db.database, wired.get(GoalsRepository), ctx, new Date(NOW));
  const write = (ctx: TenantContext, sql: string, params: unknown[] = []) =>
    wired.db.unitOfWork.run(ctx, () => wired.db.database.query(ctx, sql, [ctx.workspaceId, ...params]));
  async function order(ctx: SeededWorkspace, paidAt: string, minor: number, extra = 'null, false'): Promise<void> {
    await write(
      ctx,
      `insert into orders (workspace_id, id, buyer_id, external_id, state, placed_at, paid_at, currency, total_minor, base_currency, base_total_minor, created_at, cancelled_at, is_sample)
       values ($1, gen_random_uuid(), $2, gen_random_uuid(), 'COMPLETED', $3, $3, 'USD', $4, 'USD', $4, $3, ${extra})`,
      [ctx.buyerId, paidAt, minor],
    );
  }

  it('multiplies out exactly: 15,000 buyers x USD 333.00 = USD 4,995,000.00, gap USD 5,000.00', async () => {
    expect(await save(a, input({ ownerId: a.ownerId }))).toHaveProperty('goalId');
    expect(await goals(a)).toMatchObject([
      {
        name: '2026 수출 목표',
        target: { minor: 500_000_000n, currency: 'USD' },
        plan: { product: { minor: 499_500_000n }, gap: { minor: 500_000n }, buyersNeeded: 15_016 },
        groups: [{ product: { minor: 499_500_000n } }],
        owner: { id: a.ownerId },
      },
    ]);
    expect(await goals(b)).toEqual([]);
  });

  it('counts the paid orders of the year in the zone of the workspace, and the reorders among them', async () => {
    await write(a, `update buyers set grade = 'A', grade_rank = 1, order_count = 3 where workspace_id = $1`);
    await order(a, '2025-12-31T14:59:59Z', 70_000); // still 2025 in Seoul; it makes the seeded order of March a reorder
    await order(a, '2025-12-31T15:00:00Z', 30_000); // 2026 already
    await order(a, '2026-05-01T00:00:00Z', 999_999, 'now(), false');
    await order(a, '2026-05-02T00:00:00Z', 999_999, 'null, true');
    await order(a, '2026-12-24T00:00:00Z', 999_999); // after now
    await save(a, input({ targetMinor: 300_000n, counted: GoalCounted.REPEAT }));
    const [goal] = await goals(a);
    expect(goal!.plan).toMatchObject({
      paid: { minor: 150_000n, currency: 'USD' },
      progressPercent: 50,
      reorderShare: 1,
    });
    // Of the last 12 months: 700.00, 300.00 and the seeded 1,200.00.
    expect(goal!.groups).toMatchObject([
      { buyersNow: 1, averageOrderNow: { minor: 73_333n }, paid: { minor: 150_000n } },
    ]);
  });

  it.each([
    [GoalCounted.ALL, 2],
    [GoalCounted.ORDERED, 1],
    [GoalCounted.REPEAT, 0],
    [GoalCounted.PLATFORM_LEVEL, 1],
  ])('counts %s', async (counted, buyers) => {
    await write(a, `update buyers set order_count = 1, grade = 'B', grade_rank = 2 where workspace_id = $1`);
    await write(
      a,
      `insert into buyers (workspace_id, id, name, grade, grade_rank, platform_level, level_rank, stage_since, created_at, updated_at)
       values ($1, gen_random_uuid(), 'L3', 'B', 2, 'L3', 2, $2, $2, $2)`,
      [NOW],
    );
    await save(a, input({ counted, groups: [{ grade: 'B', buyers: 1, averageOrderMinor: 1n }] }));
    const [goal] = await goals(a);
    expect(goal!.groups[0]!.buyersNow).toBe(buyers);
    expect(goal!.plan.paid!.minor).toBe(counted === GoalCounted.ALL || counted === GoalCounted.ORDERED ? 120_000n : 0n);
  });

  it('converts what came in to the currency of the goal, and refuses one without a rate', async () => {
    expect(await save(a, input({ currency: 'KRW', targetMinor: 5_000_000n }))).toHaveProperty('goalId');
    const [goal] = await goals(a);
    expect(goal!.plan.paid).toEqual({ minor: 1_666_667n, currency: 'KRW' }); // USD 1,200.00 at 0.00072
    const outcome = await save(a, input({ currency: 'EUR' }));
    expect(isRefused(outcome) && outcome.refusal).toMatchObject({ code: 'INVALID_FIELD', field: 'currency' });
  });

  it('changes the goal of an id, is harmless when sent again, and removes it once', async () => {
    const given = input();
    await save(a, given);
    await save(a, given);
    await save(a, { ...given, name: '다음 목표' });
    expect(await goals(a)).toMatchObject([{ id: given.id, name: '다음 목표' }]);
    const remove = (ctx: TenantContext) => wired.get(SaveGoalUseCase).remove(ctx, given.id);
    expect(await remove(b)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    expect(await remove(a)).toEqual({ id: given.id });
    expect(await remove(a)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    expect(await goals(a)).toEqual([]);
  });

  it('two workspaces may not touch one id', async () => {
    const given = input();
    await save(a, given);
    await save(b, { ...given, name: 'Theirs' });
    expect([await goals(a), await goals(b)]).toMatchObject([[{ name: '2026 수출 목표' }], [{ name: 'Theirs' }]]);
  });

  it.each([
    ['name', { name: '   ' }],
    ['name', { name: '\u200f\ufffd' }],
    ['name', { name: '\u3164' }],
    ['name', { name: 'x'.repeat(81) }],
    ['year', { year: 1999 }],
    ['targetMinor', { targetMinor: 0n }],
    ['targetMinor', { targetMinor: 10n ** 18n + 1n }],
    ['dueOn', { dueOn: '2025-12-31' }],
    ['groups', { groups: [] }],
    ['groups', { groups: [0, 1].map(() => ({ grade: 'A' as const, buyers: 1, averageOrderMinor: 1n })) }],
    ['groups.0.buyers', { groups: [{ grade: 'A' as const, buyers: -1, averageOrderMinor: 1n }] }],
    ['groups.0.averageOrderMinor', { groups: [{ grade: 'A' as const, buyers: 1, averageOrderMinor: -1n }] }],
    ['ownerId', { ownerId: '0198f000-0000-7000-8000-000000000009' }],
  ])('refuses a wrong %s', async (field, changes) => {
    const outcome = await save(a, input(changes));
    expect(isRefused(outcome) && outcome.refusal).toMatchObject({ code: 'INVALID_FIELD', field });
    expect(await goals(a)).toEqual([]);
  });
});
