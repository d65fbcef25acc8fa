import fc from 'fast-check';
import { CurrencyMismatchError } from '../money/index.ts';
import type { BuyerFacts, BuyerGrade, Fact } from './buyer-facts.ts';
import { gradeBuyer } from './grade-buyer.ts';
import type { GradeFactName } from './score-facts.ts';
import { DEFAULT_GRADING_RULES } from './grading-rules.ts';

const AS_OF_MS = Date.UTC(2026, 2, 2);
const fact = <T>(value: T): Fact<T> => ({ value, source: 'test', knownAtMs: AS_OF_MS - 1 });
const UNKNOWN: BuyerFacts = {
  currency: 'USD',
  hasOrdered: false,
  paidLastYearMinor: null,
  averageOrderMinor: null,
  askedValueMinor: null,
  employees: null,
  annualPurchaseMinor: null,
  businessType: null,
  hasWebSite: null,
  quantityPerMoq: null,
  gaveTargetPrice: null,
  gaveDeadline: null,
  requirementDetails: null,
  tookSample: null,
  repliesWithin48h: null,
  platformLevels: [],
  lostDisputes: 0,
  unpaidOrders: 0,
  spamReports: 0,
};
const BEST: BuyerFacts = {
  ...UNKNOWN,
  hasOrdered: true,
  paidLastYearMinor: fact(30_000_00n),
  averageOrderMinor: fact(800_00n),
  employees: fact(200),
  annualPurchaseMinor: fact(1_000_000_00n),
  businessType: fact('brand' as const),
  quantityPerMoq: fact(1),
  gaveTargetPrice: fact(true),
  gaveDeadline: fact(true),
  requirementDetails: fact(['option', 'artwork'] as const),
  tookSample: fact(true),
  repliesWithin48h: fact(true),
  platformLevels: [fact('L4' as const)],
};
const grade = (facts: Partial<BuyerFacts>, previous: BuyerGrade | null = null, from = BEST) =>
  gradeBuyer({ ...from, ...facts }, DEFAULT_GRADING_RULES, previous, AS_OF_MS);
const pointsOf = (name: GradeFactName, facts: Partial<BuyerFacts>) =>
  grade(facts)
    .factors.flatMap((factor) => factor.facts)
    .find((scored) => scored.fact === name)?.points;

describe('default points of the spec', () => {
  it('runs paid orders along straight lines and holds the ends', () => {
    const paid = [0n, 250n, 500n, 1_250n, 2_000n, 6_000n, 10_000n, 20_000n, 30_000n, 9_000_000n];
    const points = paid.map((usd) => pointsOf('paidLastYear', { paidLastYearMinor: fact(usd * 100n) }));
    expect(points).toEqual([0, 4, 8, 12, 16, 20.5, 25, 27.5, 30, 30]);
  });

  it('gives the higher step of the average order, not both', () => {
    const points = [299_99n, 300_00n, 799_99n, 800_00n].map((minor) =>
      pointsOf('averageOrder', { averageOrderMinor: fact(minor) }),
    );
    expect(points).toEqual([0, 3, 3, 5]);
  });

  it('scores company size', () => {
    expect([1, 10, 30, 50, 200, 5_000].map((n) => pointsOf('employees', { employees: fact(n) }))).toEqual([
      3, 8, 11, 14, 18, 18,
    ]);
    const purchase = [9_999n, 10_000n, 100_000n, 1_000_000n].map((usd) => fact(usd * 100n));
    expect(purchase.map((it) => pointsOf('annualPurchase', { annualPurchaseMinor: it }))).toEqual([0, 2, 4, 5]);
    const types = (['distributor', 'brand', 'chain', 'retailer'] as const).map((type) => fact(type));
    expect(types.map((it) => pointsOf('businessType', { businessType: it }))).toEqual([2, 2, 2, 0]);
  });

  it('scores intent', () => {
    expect([0.4, 0.5, 0.9, 1, 7].map((n) => pointsOf('quantityPerMoq', { quantityPerMoq: fact(n) }))).toEqual([
      0, 3, 3, 6, 6,
    ]);
    expect(pointsOf('requirementDetails', { requirementDetails: fact(['option', 'option'] as const) })).toBe(0);
    expect(pointsOf('requirementDetails', { requirementDetails: fact(['option', 'packaging'] as const) })).toBe(4);
    const yes = grade({}).factors.find(({ factor }) => factor === 'intent');
    expect(yes).toMatchObject({ points: 25, max: 25 });
    expect(yes?.facts.map((scored) => scored.points)).toEqual([6, 3, 3, 4, 4, 5]);
  });

  it('takes the best identity for the platform level', () => {
    expect(
      pointsOf('platformLevel', { platformLevels: [fact('L1' as const), fact('L3' as const), fact('L2' as const)] }),
    ).toBe(12);
    expect(
      (['L1', 'L2', 'L3', 'L4'] as const).map((l) => pointsOf('platformLevel', { platformLevels: [fact(l)] })),
    ).toEqual([4, 8, 12, 15]);
  });

  it('takes off 10 a lost dispute, 5 an unpaid order, 20 a spam report, and stops at 0', () => {
    expect(grade({}).score).toBe(100);
    expect(grade({ lostDisputes: 1, unpaidOrders: 2, spamReports: 1 })).toMatchObject({ score: 60, scoreGrade: 'B' });
    expect(grade({ spamReports: 9 }).score).toBe(0);
  });
});

describe('what is not known', () => {
  it('counts 40 % of each weight, labelled, provisional and at most B', () => {
    const result = grade({}, null, UNKNOWN);
    expect(result).toMatchObject({ score: 40, grade: 'B', provisional: true, confidence: 'low', knownPoints: 0 });
    expect(result.factors.map(({ points }) => points)).toEqual([14, 10, 10, 6]);
    expect(result.missing).toEqual([
      ...['askedValue', 'averageOrder', 'employees', 'annualPurchase', 'businessType', 'quantityPerMoq'],
      ...['targetPrice', 'deadline', 'requirementDetails', 'sample', 'replies', 'platformLevel'],
    ]);
    expect(result.factors[1]?.facts[0]).toEqual({
      ...{ factor: 'companySize', fact: 'employees', points: 7.2, max: 18, known: false },
      ...{ input: null, source: null, knownAtMs: null },
    });
  });

  it('caps a provisional A at B until 40 points are known', () => {
    const rich = { hasOrdered: true, paidLastYearMinor: fact(30_000_00n), averageOrderMinor: fact(800_00n) };
    const generous = { ...DEFAULT_GRADING_RULES, unknownPercent: 90 };
    const at35 = gradeBuyer({ ...UNKNOWN, ...rich }, generous, 'A', AS_OF_MS);
    expect(at35).toMatchObject({ knownPoints: 35, scoreGrade: 'A', provisional: true, grade: 'B' });
    const at40 = gradeBuyer({ ...UNKNOWN, ...rich, repliesWithin48h: fact(true) }, generous, null, AS_OF_MS);
    expect(at40).toMatchObject({ knownPoints: 40, provisional: false, grade: 'A', confidence: 'medium' });
  });

  it('uses the asked value on the paid scale only while nothing was ordered', () => {
    const asked = { askedValueMinor: fact(10_000_00n) };
    expect(grade(asked, null, UNKNOWN).factors[0]).toMatchObject({ points: 27 }); // 25 + 40 % of 5
    expect(pointsOf('askedValue', asked)).toBeUndefined();
    expect(grade({ ...asked, paidLastYearMinor: fact(0n) }).factors[0]).toMatchObject({ points: 5 });
  });
});

describe('leaving a grade', () => {
  // Rules in which a buyer's score is simply what it paid, in cents.
  const rules = {
    ...DEFAULT_GRADING_RULES,
    weights: { orderScale: 100, companySize: 0, intent: 0, platformLevel: 0 },
    orderScale: {
      paidLastYear: [
        { at: 0, points: 0 },
        { at: 100, points: 100 },
      ],
      averageOrder: [],
    },
  };
  const gradeAt = (score: number, previous: BuyerGrade | null) =>
    gradeBuyer({ ...BEST, paidLastYearMinor: fact(BigInt(score)) }, rules, previous, AS_OF_MS).grade;

  it('follows the plain bounds for a buyer without a grade', () => {
    expect([70, 69, 40, 39].map((score) => gradeAt(score, null))).toEqual(['A', 'B', 'B', 'C']);
  });

  it('needs the score to pass the bound by 3', () => {
    expect([68, 67].map((score) => gradeAt(score, 'A'))).toEqual(['A', 'B']);
    expect([72, 73].map((score) => gradeAt(score, 'B'))).toEqual(['B', 'A']);
    expect([38, 37].map((score) => gradeAt(score, 'B'))).toEqual(['B', 'C']);
    expect([42, 43].map((score) => gradeAt(score, 'C'))).toEqual(['C', 'B']);
  });

  it('lands where the score lies once it has left', () => {
    expect(gradeAt(71, 'C')).toBe('A');
    expect(gradeAt(10, 'A')).toBe('C');
  });

  it('never flaps: grading the same facts again changes nothing', () => {
    const grades = fc.constantFrom('A' as const, 'B' as const, 'C' as const, null);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), grades, (score, previous) => {
        const first = gradeAt(score, previous);
        expect(gradeAt(score, first)).toBe(first);
      }),
    );
  });
});

describe('the explanation', () => {
  it('is plain JSON and names rules, instant, inputs and sources', () => {
    const result = grade({}, 'B');
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(result).toMatchObject({ rulesVersion: 1, previousGrade: 'B', gradedAtMs: AS_OF_MS, currency: 'USD' });
    expect(result.factors[0]?.facts[0]).toMatchObject({ input: '3000000', source: 'test', knownAtMs: AS_OF_MS - 1 });
  });

  it('refuses to measure won with dollar thresholds', () => {
    expect(() => grade({ currency: 'KRW' })).toThrow(CurrencyMismatchError);
  });
});

describe('for any buyer', () => {
  const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values.map(fact));
  const minor = fc.bigInt({ min: 0n, max: 5_000_000_00n });
  const buyers: fc.Arbitrary<BuyerFacts> = fc.record({
    currency: fc.constant('USD'),
    hasOrdered: fc.boolean(),
    paidLastYearMinor: maybe(minor),
    averageOrderMinor: maybe(minor),
    askedValueMinor: maybe(minor),
    employees: maybe(fc.integer({ min: 0, max: 1_000 })),
    annualPurchaseMinor: maybe(minor),
    businessType: maybe(fc.constantFrom('distributor' as const, 'other' as const)),
    hasWebSite: maybe(fc.boolean()),
    quantityPerMoq: maybe(fc.double({ min: 0, max: 3, noNaN: true })),
    gaveTargetPrice: maybe(fc.boolean()),
    gaveDeadline: maybe(fc.boolean()),
    requirementDetails: maybe(fc.subarray(['option' as const, 'certificate' as const, 'artwork' as const])),
    tookSample: maybe(fc.boolean()),
    repliesWithin48h: maybe(fc.boolean()),
    platformLevels: fc.array(fc.constantFrom('L1' as const, 'L4' as const).map(fact), { maxLength: 2 }),
    lostDisputes: fc.nat(3),
    unpaidOrders: fc.nat(3),
    spamReports: fc.nat(2),
  });
  const run = (facts: BuyerFacts) => gradeBuyer(facts, DEFAULT_GRADING_RULES, null, AS_OF_MS);

  it('the shown factors less the shown deductions are the score, inside 0 to 100 and the weights', () => {
    fc.assert(
      fc.property(buyers, (facts) => {
        const { score, factors, deductions } = run(facts);
        const sum = (items: readonly { points: number }[]) => items.reduce((total, { points }) => total + points, 0);
        expect(score).toBeCloseTo(Math.min(100, Math.max(0, sum(factors) - sum(deductions))), 9);
        for (const factor of factors) {
          expect(factor.points).toBeLessThanOrEqual(factor.max);
          expect(factor.points).toBeCloseTo(sum(factor.facts), 9);
        }
      }),
    );
  });

  it('another order of at least the usual size never lowers the score', () => {
    fc.assert(
      fc.property(buyers, fc.integer({ min: 1, max: 50 }), minor, minor, (facts, count, averageMinor, extraMinor) => {
        const paidMinor = averageMinor * BigInt(count);
        const after = paidMinor + averageMinor + extraMinor;
        const before = { paidLastYearMinor: fact(paidMinor), averageOrderMinor: fact(averageMinor) };
        const more = { paidLastYearMinor: fact(after), averageOrderMinor: fact(after / BigInt(count + 1)) };
        const ordered = { ...facts, hasOrdered: true };
        expect(run({ ...ordered, ...more }).score).toBeGreaterThanOrEqual(run({ ...ordered, ...before }).score);
      }),
    );
  });
});
