import { BuyersRepository, SupportEntriesRepository, newId } from '@dangol/db';
import { SampleStageEnum as Stage } from '../pipeline/index.ts';
import { PERMISSIONS } from '../platform/permissions/permissions.ts';
import { refusalOf, sampleInput, wireSamples, type Caller } from '../testing/wired-samples.ts';
import { AdvanceSampleUseCase } from './advance-sample.use-case.ts';
import { querySampleFunnel } from './sample-funnel.query.ts';
import { SampleFilter, type AdvanceSampleInput, type RequestSampleInput } from './sample.input.ts';
import { SampleKind } from './sample.model.ts';
import { querySample, querySamples } from './samples.query.ts';

const NOW = '2026-03-09T01:00:00Z';

let s: Awaited<ReturnType<typeof wireSamples>>;
let a: Caller;
let b: Caller;
beforeAll(async () => {
  s = await wireSamples(NOW);
  ({ a, b } = s);
});
afterAll(() => s.wired.close());

const verbsOf = async (ctx: Caller, id: string) =>
  s.wired.db.database.query<{ verb: string; data: unknown }>(
    ctx,
    `select verb, data from events where workspace_id = $1 and subject_id = $2 order by position`,
    [ctx.workspaceId, id],
  );

describe('a request', () => {
  it('freezes the terms: goods 40 and courier 30 at B cost the buyer 35', async () => {
    const buyerId = await s.buyerOf(a, 'B');
    const wanted = sampleInput(buyerId);
    const { sample } = await s.requested(a, wanted);
    expect(sample).toMatchObject({
      ...{
        gradeAtRequest: 'B',
        gradingRulesVersion: 1,
        policyVersion: 1,
        policySharePercent: 50,
        buyerSharePercent: 50,
      },
      cost: { minor: '7000', currency: 'USD' },
      buyerPays: { minor: '3500', currency: 'USD' },
      sellerPays: { minor: '3500', currency: 'USD' },
      buyer: { id: buyerId, stage: 'sampling' },
      requestedBy: { id: a.ownerId },
      items: [{ description: 'Serum 30 ml', quantity: 2, amount: { minor: '4000', currency: 'USD' } }],
      ...{ stage: 'requested', nextStages: ['approved', 'dropped'], reached: [{ stage: 'requested' }] },
    });
    await s.inUnit(a, () => s.wired.get(BuyersRepository).update(a, buyerId, { grade: 'A' }));
    const again = await s.requested(a, wanted);
    expect(again.sample).toMatchObject({ id: sample.id, gradeAtRequest: 'B', buyerSharePercent: 50 });
    expect((await verbsOf(a, sample.id)).map(({ verb }) => verb)).toEqual(['sample.requested']);
  });

  it('by an ungraded buyer is treated as C, and a growth gift is free for anybody', async () => {
    expect((await s.requested(a, sampleInput(await s.buyerOf(a, null)))).sample).toMatchObject({
      ...{ gradeAtRequest: null, buyerSharePercent: 100, sellerPays: { minor: '0' } },
    });
    const gift = await s.requested(
      a,
      sampleInput(await s.buyerOf(a, 'C', { stage: 'new' }), { kind: SampleKind.GROWTH }),
    );
    expect(gift.sample).toMatchObject({ buyerSharePercent: 0, buyerPays: { minor: '0' }, buyer: { stage: 'new' } });
  });

  it.each<[string, Partial<RequestSampleInput>, object]>([
    ['no purpose', { purpose: '  ' }, { code: 'INVALID_FIELD', field: 'purpose' }],
    ['a purpose of invisible marks', { purpose: '\u202e\u200b' }, { code: 'INVALID_FIELD', field: 'purpose' }],
    ['no test', { successTest: '' }, { code: 'INVALID_FIELD', field: 'successTest' }],
    ['no line', { items: [] }, { code: 'INVALID_FIELD', field: 'items' }],
    ['a negative courier', { courierMinor: -1n }, { code: 'INVALID_FIELD', field: 'courierMinor' }],
    ['an absurd courier', { courierMinor: 2n ** 62n }, { code: 'INVALID_FIELD', field: 'courierMinor' }],
    [
      'a negative line',
      { items: [{ description: 'x', quantity: 1, amountMinor: -1n }] },
      { code: 'INVALID_FIELD', field: 'items.0.amountMinor' },
    ],
    [
      'no piece',
      { items: [{ description: 'x', quantity: 0, amountMinor: 1n }] },
      { code: 'INVALID_FIELD', field: 'items.0.quantity' },
    ],
    ['a word for a currency', { currency: 'dollars' }, { code: 'INVALID_FIELD', field: 'currency' }],
    ['a currency without a rate', { currency: 'XQX' }, { code: 'NO_EXCHANGE_RATE', currency: 'XQX' }],
  ])('with %s is refused and leaves nothing', async (_what, wrong, refusal) => {
    const buyerId = await s.buyerOf(a, 'B');
    const wanted = sampleInput(buyerId, wrong);
    expect(refusalOf(await s.request(a, wanted))).toMatchObject(refusal);
    expect(await querySample(s.wired.db.database, a, wanted.id)).toBeNull();
  });

  it("knows neither another workspace's buyer nor another buyer's conversation", async () => {
    expect(refusalOf(await s.request(b, sampleInput(await s.buyerOf(a, 'B'))))).toMatchObject({ code: 'NOT_FOUND' });
    const wrong = sampleInput(await s.buyerOf(a, 'B'), { conversationId: a.conversationId });
    expect(refusalOf(await s.request(a, wrong))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('in another currency keeps the rate of its day', async () => {
    const { sample } = await s.requested(
      a,
      sampleInput(await s.buyerOf(a, 'B'), { currency: 'KRW', courierMinor: 1_000_000n }),
    );
    const [stored] = await s.wired.db.database.query<{ rate: string; base: string }>(
      a,
      `select trim_scale(base_rate)::text as rate, base_cost_minor as base from sample_requests where workspace_id = $1 and id = $2`,
      [a.workspaceId, sample.id],
    );
    expect(stored).toEqual({ rate: '0.00072', base: '72288' }); // 1,004,000 won x 0.00072 in cents
  });
});

describe('the stages', () => {
  it('go on with what each needs, to a paid order of the same buyer', async () => {
    const buyerId = await s.buyerOf(a, 'C');
    const { sample } = await s.requested(a, sampleInput(buyerId));
    const step = async (to: Stage, more: Partial<AdvanceSampleInput> = {}) =>
      refusalOf(await s.advance(a, sample.id, to, more));
    expect(await step(Stage.SENT)).toMatchObject({ code: 'STAGE_REFUSED', reason: 'not_next' });
    expect(await step(Stage.APPROVED)).toMatchObject({ sample: { stage: 'approved' } });
    expect(await step(Stage.APPROVED)).toMatchObject({ sample: { stage: 'approved' } }); // repeated
    await step(Stage.SENT);
    await step(Stage.ARRIVED);
    expect(await step(Stage.FEEDBACK)).toMatchObject({ code: 'INVALID_FIELD', field: 'result' });
    expect(await step(Stage.FEEDBACK, { result: 'Nine of ten' })).toMatchObject({ sample: { result: 'Nine of ten' } });
    expect(await step(Stage.CONVERTED)).toMatchObject({ code: 'INVALID_FIELD', field: 'orderId' });
    for (const orderId of [a.orderId, b.orderId, newId()])
      expect(await step(Stage.CONVERTED, { orderId })).toMatchObject({ reason: 'order_not_of_buyer' });
    for (const wrong of [
      { paidAt: null, state: 'PENDING_PAYMENT' },
      { isSample: true },
      { cancelledAt: new Date(NOW) },
    ])
      expect(await step(Stage.CONVERTED, { orderId: await s.paidOrder(a, buyerId, wrong) })).toMatchObject({
        reason: 'order_not_paid',
      });
    const orderId = await s.paidOrder(a, buyerId);
    expect(await step(Stage.CONVERTED, { orderId })).toMatchObject({
      sample: { stage: 'converted', order: { id: orderId, total: { minor: '50000' } }, nextStages: [] },
    });
    expect(await step(Stage.DROPPED, { reason: 'no' })).toMatchObject({ reason: 'sample_ended' });
    expect((await verbsOf(a, sample.id)).map(({ data }) => (data as { to?: string }).to)).toEqual([
      ...[undefined, 'approved', 'sent', 'arrived', 'feedback', 'converted'],
    ]);
  });

  it('log a growth gift as support when it leaves', async () => {
    const buyerId = await s.buyerOf(a, 'B');
    const { sample } = await s.requested(a, sampleInput(buyerId, { kind: SampleKind.GROWTH }));
    await s.advance(a, sample.id, Stage.APPROVED);
    for (let n = 0; n < 2; n += 1) await s.advance(a, sample.id, Stage.SENT); // repeated
    const logged = await s.inUnit(a, () => s.wired.get(SupportEntriesRepository).find(a, { buyerId }));
    expect(logged).toMatchObject([{ kind: 'gift', what: 'Serum 30 ml x 2', sampleId: sample.id, givenBy: a.ownerId }]);
  });

  it('are left with a reason, approved with the permission, and not at all from the other workspace', async () => {
    const { sample } = await s.requested(a, sampleInput(await s.buyerOf(a, 'C')));
    expect(refusalOf(await s.advance(a, sample.id, Stage.DROPPED))).toMatchObject({ field: 'reason' });
    const rep = { ...a, permissions: new Set(PERMISSIONS.filter((permission) => permission !== 'sample:approve')) };
    expect(() => s.advance(rep, sample.id, Stage.APPROVED)).toThrow('sample:approve');
    expect(refusalOf(await s.advance(b, sample.id, Stage.APPROVED))).toMatchObject({ code: 'NOT_FOUND' });
    expect(refusalOf(await s.advance(a, sample.id, Stage.DROPPED, { reason: 'Too dear' }))).toMatchObject({
      sample: { stage: 'dropped', dropReason: 'Too dear', reached: [{ stage: 'requested' }, { stage: 'dropped' }] },
    });
  });

  it('make a taken sample a fact of the grade', async () => {
    const buyerId = await s.buyerOf(a, null);
    const { sample } = await s.requested(a, sampleInput(buyerId));
    await s.advance(a, sample.id, Stage.APPROVED);
    const graded = await s.inUnit(a, () => s.wired.get(BuyersRepository).getById(a, buyerId));
    const facts = graded.grading?.factors.flatMap((factor) => factor.facts) ?? [];
    expect(facts.find(({ fact }) => fact === 'sample')).toMatchObject({ known: true, input: true, source: 'samples' });
    expect(graded.gradedAt).toEqual(new Date(NOW));
  });
});

describe('another share', () => {
  it('is split anew, with who, why and what it was by policy', async () => {
    const { sample } = await s.requested(a, sampleInput(await s.buyerOf(a, 'C')));
    const override = (buyerSharePercent: number, reason: string) =>
      s.wired.get(AdvanceSampleUseCase).overrideShare(a, { id: sample.id, buyerSharePercent, reason });
    expect(refusalOf(await override(101, 'x'))).toMatchObject({ field: 'buyerSharePercent' });
    expect(refusalOf(await override(10, ' '))).toMatchObject({ field: 'reason' });
    expect(refusalOf(await override(33, 'Opens Poland'))).toMatchObject({
      sample: {
        ...{ policySharePercent: 100, buyerSharePercent: 33, overrideReason: 'Opens Poland' },
        ...{ buyerPays: { minor: '2310' }, sellerPays: { minor: '4690' }, overriddenBy: { id: a.ownerId } },
      },
    });
    expect((await verbsOf(a, sample.id)).at(-1)).toEqual({
      ...{ verb: 'sample.share_overridden', data: { from: 100, to: 33 } },
    });
  });
});

describe('lists', () => {
  it('are paged, filtered, and of one workspace', async () => {
    const ids: string[] = [];
    let after: string | undefined;
    do {
      const page = await querySamples(s.wired.db.database, a, { first: 3, after }, new SampleFilter());
      ids.push(...page.edges.map(({ node }) => node.id));
      after = page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? undefined) : undefined;
    } while (after);
    const [{ all }] = (await s.wired.db.database.query<{ all: string[] }>(
      a,
      `select array_agg(id order by requested_at desc, id desc) as all from sample_requests where workspace_id = $1`,
      [a.workspaceId],
    )) as [{ all: string[] }];
    expect(ids).toEqual(all);
    const of = async (filter: Partial<SampleFilter>) =>
      (await querySamples(s.wired.db.database, a, { first: 100 }, Object.assign(new SampleFilter(), filter))).edges.map(
        ({ node }) => node,
      );
    expect((await of({ open: false })).map(({ stage }) => stage).toSorted()).toEqual(['converted', 'dropped']);
    expect(new Set((await of({ grade: ['B'] })).map(({ gradeAtRequest }) => gradeAtRequest))).toEqual(new Set(['B']));
    expect(await of({ buyerId: b.buyerId })).toEqual([]);
  });

  it('add up in the funnel, without growth gifts', async () => {
    const { rows, byGrade, byCountry } = await querySampleFunnel(s.wired.db.database, a, '2026-03-09', '2026-03-09');
    const [{ n }] = (await s.wired.db.database.query<{ n: number }>(
      a,
      `select count(*)::int as n from sample_requests where workspace_id = $1 and kind = 'evaluation' and requested_at >= '2026-03-09T00:00Z'`,
      [a.workspaceId],
    )) as [{ n: number }];
    expect(rows).toMatchObject([{ key: 'ALL', requested: n, converted: 1, dropped: 1, conversionRate: 1 / n }]);
    for (const parts of [byGrade, byCountry]) expect(parts.reduce((sum, { requested: part }) => sum + part, 0)).toBe(n);
    expect(byGrade.map(({ key }) => key)).toEqual(['B', 'C', 'NONE']);
    expect(await querySampleFunnel(s.wired.db.database, a, '2025-01-01', '2025-01-31')).toMatchObject({
      rows: [{ key: 'ALL', requested: 0, conversionRate: null }],
      ...{ byGrade: [], byCountry: [] },
    });
  });
});
