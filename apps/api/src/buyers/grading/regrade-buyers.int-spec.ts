import { defaultGradingRules, DEFAULT_GRADING_RULES, gradeBuyer, gradeRank, type GradingRules } from '@dangol/crm';
import { BuyersRepository, ConversationsRepository } from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import fc from 'fast-check';
import pg from 'pg';
import { setImmediate } from 'node:timers/promises';
import { wireFeatures, type WiredFeatures } from '../../testing/wired-features.ts';
import { queryBuyerFacts } from './buyer-facts.query.ts';
import { AS_OF, describedBuyers, factsOf, writeBuyers } from '../../testing/described-buyers.ts';
import { regradeBuyers } from './regraded-buyers.query.ts';
import { RegradeBuyersUseCase } from './regrade-buyers.use-case.ts';

/** Rules unlike the defaults in every number, with levels out of order and no hysteresis. */
const OTHER_RULES: GradingRules = {
  ...defaultGradingRules('USD'),
  version: 7,
  weights: { orderScale: 31.5, companySize: 20, intent: 33.25, platformLevel: 15.25 },
  orderScale: {
    paidLastYear: [
      { at: 777, points: 1.11 },
      { at: 90_001, points: 33.3 },
    ],
    averageOrder: [],
  },
  companySize: {
    employees: [
      { at: 3, points: 2.5 },
      { at: 47, points: 7.77 },
    ],
    annualPurchase: [{ at: 1_000_000, points: 6.66 }],
    strongTypes: ['retailer'],
    strongTypePoints: 5.57,
    webSitePoints: 3,
  },
  platformLevel: { L1: 9, L2: 9, L3: 15.25, L4: 2 },
  deductions: { lostDispute: 10, unpaidOrder: 0.35, spamReport: 7.5 },
  unknownPercent: 33.3,
  provisionalBelow: 25,
  gradeBounds: { A: 61.5, B: 30.1 },
  hysteresis: 0,
};

describe('grading many buyers in one statement', () => {
  let wired: WiredFeatures;
  let a: SeededWorkspace;
  let b: SeededWorkspace;
  beforeAll(async () => {
    wired = await wireFeatures(AS_OF.toISOString());
    ({ a, b } = await seedTwoWorkspaces(wired.db));
  });
  afterAll(() => wired.close());

  const read = (id: string) => wired.get(BuyersRepository).getById(a, id);

  it('grades as gradeBuyer does, to the last digit of the explanation, whatever is known', async () => {
    const described = fc.sample(describedBuyers, { seed: 20260615, numRuns: 300 });
    const ids = await writeBuyers(wired.db.unitOfWork, a, described);
    const facts = await queryBuyerFacts(wired.db.database, a, ids, 'USD', AS_OF);
    const byId = new Map(facts.map((row) => [row.id, row]));
    described.forEach((buyer, i) => expect(byId.get(ids[i]!)!.facts).toEqual(factsOf(buyer)));
    for (const rules of [DEFAULT_GRADING_RULES, OTHER_RULES]) {
      const before = new Map((await wired.get(BuyersRepository).find(a, {})).map((row) => [row.id, row]));
      const moved = await wired.db.unitOfWork.run(a, () => regradeBuyers(wired.db.database, a, rules, AS_OF, 'all'));
      const answered = new Map(moved.map((row) => [row.id, row]));
      const after = new Map((await wired.get(BuyersRepository).find(a, {})).map((row) => [row.id, row]));
      for (const [i, buyer] of described.entries()) {
        const id = ids[i]!;
        const stored = after.get(id)!;
        const previous = before.get(id)!.computedGrade;
        const expected = gradeBuyer(factsOf(buyer), rules, previous, AS_OF.getTime());
        expect(stored.grading).toEqual(JSON.parse(JSON.stringify(expected)));
        const effective = buyer.override ?? expected.grade;
        expect(stored).toMatchObject({
          computedGrade: expected.grade,
          grade: effective,
          gradeRank: gradeRank(effective),
          score: expected.score.toFixed(2),
          provisional: expected.provisional,
          gradingRulesVersion: rules.version,
          gradedAt: AS_OF,
          gradedFacts: byId.get(id)!.factsKey,
        });
        expect(answered.get(id)?.to ?? previous).toBe(expected.grade);
      }
      const threads = await wired.get(ConversationsRepository).find(a, {});
      for (const thread of threads)
        expect([thread.gradeRank, thread.levelRank]).toEqual([
          after.get(thread.buyerId)!.gradeRank,
          after.get(thread.buyerId)!.levelRank,
        ]);
    }
    expect((await wired.get(BuyersRepository).getById(b, b.buyerId)).gradedAt).toBeNull(); // the other workspace
  });

  it('writes nothing when nothing changed, and only the buyer whose facts did', async () => {
    const [first, second] = await writeBuyers(
      wired.db.unitOfWork,
      a,
      fc.sample(describedBuyers, { seed: 2, numRuns: 2 }),
    );
    const regrade = wired.get(RegradeBuyersUseCase);
    await regrade.execute(a, 'all', 'nightly', AS_OF);
    const later = new Date(AS_OF.getTime() + 60_000);
    await regrade.execute(a, 'all', 'nightly', later);
    expect((await read(first!)).gradedAt).toEqual(AS_OF);
    await wired.db.unitOfWork.run(a, () =>
      wired.get(BuyersRepository).update(a, second!, { employees: 5_000, updatedAt: later }),
    );
    await regrade.execute(a, 'all', 'nightly', later);
    expect([(await read(first!)).gradedAt, (await read(second!)).gradedAt]).toEqual([AS_OF, later]);
  });

  it('appends an event per computed grade that moved, with the cause', async () => {
    const [id] = await writeBuyers(wired.db.unitOfWork, a, [
      { ...fc.sample(describedBuyers, { seed: 3, numRuns: 1 })[0]!, previousGrade: null, override: 'A' },
    ]);
    await wired.get(RegradeBuyersUseCase).execute(a, [id!], 'nightly', AS_OF);
    const events = (await wired.db.events.readAfter(a, '0', 10_000)).filter(({ subjectId }) => subjectId === id);
    const buyer = await read(id!);
    expect(events.map(({ verb, data }) => [verb, data])).toEqual([
      [
        'buyer.graded',
        { from: null, to: buyer.computedGrade, score: Number(buyer.score), rulesVersion: 1, cause: 'nightly' },
      ],
    ]);
    expect(buyer.grade).toBe('A');
  });

  it('leaves a buyer whom somebody else graded meanwhile as graded there', async () => {
    const [id] = await writeBuyers(wired.db.unitOfWork, a, fc.sample(describedBuyers, { seed: 4, numRuns: 1 }));
    const [graded, mayCommit] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const later = new Date(AS_OF.getTime() + 60_000);
    const other = wired.db.unitOfWork.run(a, async () => {
      await wired.get(BuyersRepository).update(a, id!, { gradedFacts: 42n, gradedAt: later });
      graded.resolve();
      await mayCommit.promise;
    });
    await graded.promise;
    const bulk = wired.get(RegradeBuyersUseCase).execute(a, [id!], 'nightly', AS_OF);
    await waitsForLock(wired);
    mayCommit.resolve();
    await Promise.all([other, bulk]);
    expect(await read(id!)).toMatchObject({ gradedFacts: 42n, gradedAt: later });
  });
});

/** Until a connection of this database waits for a row that another one holds. */
async function waitsForLock(wired: WiredFeatures): Promise<void> {
  const admin = new pg.Client(wired.db.url);
  await admin.connect();
  const sql = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await admin.query(sql)).rowCount === 0) await setImmediate();
  await admin.end();
}
