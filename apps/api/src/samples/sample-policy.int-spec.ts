import { WorkspacesRepository, isRefused, newId } from '@dangol/db';
import { SampleStageEnum as Stage } from '../pipeline/index.ts';
import { callerOf, refusalOf, sampleInput, wireSamples, type Caller } from '../testing/wired-samples.ts';
import { KeepPolicyUseCase } from './keep-policy.use-case.ts';
import { QuoteSampleUseCase } from './quote-sample.use-case.ts';
import { SampleAnswers } from './sample-answers.ts';
import { SampleFilter } from './sample.input.ts';
import { SampleKind, type SampleRequest } from './sample.model.ts';
import type { SamplePolicyInput, SamplePolicyVersion } from './sample-policy.model.ts';
import { queryPolicies } from './sample-policy.query.ts';
import { querySamples } from './samples.query.ts';

const NOW = '2026-03-09T01:00:00Z';

let s: Awaited<ReturnType<typeof wireSamples>>;
let a: Caller;
let b: Caller;
beforeAll(async () => {
  s = await wireSamples(NOW);
  ({ a, b } = s);
});
afterAll(() => s.wired.close());

const policy = (basedOn: number, more: Partial<SamplePolicyInput> = {}): SamplePolicyInput => ({
  ...{
    shareA: 0,
    shareB: 50,
    shareC: 100,
    includeCourier: true,
    monthlyBudgetMinor: null,
    warnAtPercent: 80,
    basedOn,
    ...more,
  },
});
describe('policy and budget', () => {
  const save = (ctx: Caller, wanted: SamplePolicyInput) => s.wired.get(KeepPolicyUseCase).keep(ctx, wanted);
  const budget = (ctx: Caller) => s.wired.get(SampleAnswers).budget(ctx);

  it('has versions that nobody overwrites, and checks them', async () => {
    expect(refusalOf(await save(b, policy(1, { shareB: 101 })))).toMatchObject({ field: 'shareB' });
    expect(refusalOf(await save(b, policy(1, { monthlyBudgetMinor: -1n })))).toMatchObject({
      field: 'monthlyBudgetMinor',
    });
    const both = await Promise.all([
      save(b, policy(1, { shareB: 40, includeCourier: false })),
      save(b, policy(1, { shareB: 30 })),
    ]);
    expect(both.filter(isRefused)).toMatchObject([{ refusal: { code: 'RULES_MOVED', version: 2 } }]);
    expect((await queryPolicies(s.wired.db.database, b)).map(({ version }) => version)).toEqual([2, 1]);
    expect((await queryPolicies(s.wired.db.database, a)).map(({ version }) => version)).toEqual([1]);
  });

  it('warns before the month’s budget is passed and blocks nothing', async () => {
    const buyerId = await s.buyerOf(b, 'A'); // the seller pays all of 70.00
    const spentBefore = BigInt((await budget(b)).spent!.minor);
    const [current] = await queryPolicies(s.wired.db.database, b);
    await save(b, policy(current!.version, { monthlyBudgetMinor: spentBefore + 15_000n }));
    const quote = () =>
      s.wired.get(QuoteSampleUseCase).execute(b, {
        ...{ buyerId, goodsMinor: 4_000n, courierMinor: 3_000n, currency: 'USD', kind: SampleKind.EVALUATION },
      });
    expect(await quote()).toMatchObject({ passesBudget: false, buyerPays: { minor: 0n } });
    expect((await s.requested(b, sampleInput(buyerId))).budget).toMatchObject({ remaining: { minor: 8_000n } });
    const second = await s.requested(b, sampleInput(buyerId));
    expect(second.budget).toMatchObject({ state: 'near', remaining: { minor: 1_000n } });
    expect(await quote()).toMatchObject({ passesBudget: true, budget: { state: 'passed' } });
    expect((await s.requested(b, sampleInput(buyerId))).budget).toMatchObject({ state: 'passed' });
    await s.advance(b, second.sample.id, Stage.DROPPED, { reason: 'Changed its mind' }); // never approved: nothing is paid
    expect((await budget(b)).remaining).toMatchObject({ minor: 1_000n });
  });

  it('counts the month of the workspace', async () => {
    const before = (await budget(b)).spent!.minor;
    s.wired.clock.set(new Date('2026-03-31T15:30:00Z')); // April in Seoul
    try {
      expect(await budget(b)).toMatchObject({ month: '2026-04', spent: { minor: 0n }, state: 'within' });
      await s.requested(b, sampleInput(await s.buyerOf(b, 'A')));
    } finally {
      s.wired.clock.set(new Date(NOW));
    }
    expect((await budget(b)).spent!.minor).toBe(before);
  });

  it('is counted over the whole workspace for who sees only own records, without telling the sums', async () => {
    const scoped: Caller = { ...b, ownRecordsOnly: true, ownRecordsOf: b.viewerId };
    const buyerId = await s.buyerOf(b, 'A', { ownerId: b.viewerId });
    const before = await budget(b);
    const { sample, budget: told } = await s.requested(scoped, sampleInput(buyerId));
    expect(told).toMatchObject({ month: before.month, state: 'passed', spent: null, remaining: null });
    expect(await budget(b)).toMatchObject({ spent: { minor: BigInt(before.spent!.minor) + 7_000n } });
    const seen = await querySamples(s.wired.db.database, scoped, { first: 100 }, new SampleFilter());
    expect(seen.edges.map(({ node }) => node.id)).toEqual([sample.id]);
  });

  it('makes version 1 of the default when a workspace first needs one', async () => {
    const fresh = callerOf({ ...a, workspaceId: newId() });
    await s.inUnit(fresh, async () => {
      await s.wired.get(WorkspacesRepository).insert(fresh, {
        ...{
          slug: 'fresh',
          name: 'Fresh',
          timeZone: 'Asia/Seoul',
          baseCurrency: 'USD',
          language: 'en',
          createdAt: new Date(NOW),
        },
      });
      const id = await s.wired.get(KeepPolicyUseCase).ensure(fresh, new Date(NOW));
      expect(await s.wired.get(KeepPolicyUseCase).ensure(fresh, new Date(NOW))).toBe(id);
    });
    expect(await queryPolicies(s.wired.db.database, fresh)).toMatchObject([
      { version: 1, policy: { shareA: 0, shareB: 50, shareC: 100, includeCourier: true }, createdBy: null },
    ]);
    const saved = await s.wired.db.database.query(
      fresh,
      `select actor_kind from events where workspace_id = $1 and verb = 'sample_policy.saved'`,
      [fresh.workspaceId],
    );
    expect(saved).toEqual([{ actor_kind: 'system' }]); // nobody chose it
  });

  it('that a sample names is the one its share is of, however many versions are saved meanwhile', async () => {
    const [{ version: standing }] = (await queryPolicies(s.wired.db.database, b)) as [SamplePolicyVersion];
    const samples: SampleRequest[] = [];
    const requesting = Promise.all(
      Array.from({ length: 4 }, async () => {
        for (let n = 0; n < 10; n += 1)
          samples.push((await s.requested(b, sampleInput(await s.buyerOf(b, 'B')))).sample);
      }),
    );
    let under = true;
    const ended = (): void => void (under = false);
    void requesting.then(ended, ended);
    for (let n = 0; under; n += 1) await save(b, policy(standing + n, { shareB: n % 100 }));
    await requesting;
    const shares = new Map(
      (await queryPolicies(s.wired.db.database, b)).map((saved) => [saved.version, saved.policy.shareB]),
    );
    expect(samples.map(({ policySharePercent }) => policySharePercent)).toEqual(
      samples.map(({ policyVersion }) => shares.get(policyVersion)),
    );
  });
});
