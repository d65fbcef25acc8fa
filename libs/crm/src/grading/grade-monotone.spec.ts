import fc from 'fast-check';
import type { BuyerFacts, Fact, RequirementDetail } from './buyer-facts.ts';
import { gradeBuyer } from './grade-buyer.ts';
import { DEFAULT_GRADING_RULES, type GradingRules, type PointsStep } from './grading-rules.ts';
import { validateGradingRules } from './validate-grading-rules.ts';

const fact = <T>(value: T): Fact<T> => ({ value, source: 'test', knownAtMs: 0 });
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values.map(fact));
const minor = fc.bigInt({ min: 0n, max: 5_000_000_00n });
const LEVELS = ['L1', 'L2', 'L3', 'L4'] as const;
const DETAILS: readonly RequirementDetail[] = ['option', 'certificate', 'packaging', 'artwork'];

const buyers: fc.Arbitrary<BuyerFacts> = fc.record({
  currency: fc.constant('USD'),
  hasOrdered: fc.boolean(),
  paidLastYearMinor: maybe(minor),
  averageOrderMinor: maybe(minor),
  askedValueMinor: maybe(minor),
  employees: maybe(fc.nat(1_000)),
  annualPurchaseMinor: maybe(minor),
  businessType: maybe(fc.constantFrom('distributor' as const, 'brand' as const, 'retailer' as const, 'other' as const)),
  hasWebSite: maybe(fc.boolean()),
  quantityPerMoq: maybe(fc.double({ min: 0, max: 3, noNaN: true })),
  gaveTargetPrice: maybe(fc.boolean()),
  gaveDeadline: maybe(fc.boolean()),
  requirementDetails: maybe(fc.subarray([...DETAILS])),
  tookSample: maybe(fc.boolean()),
  repliesWithin48h: maybe(fc.boolean()),
  platformLevels: fc.array(fc.constantFrom(...LEVELS).map(fact), { maxLength: 2 }),
  lostDisputes: fc.nat(3),
  unpaidOrders: fc.nat(3),
  spamReports: fc.nat(2),
});

const points = fc.integer({ min: 0, max: 500 }).map((n) => n / 10);
const table = (first: fc.Arbitrary<number>): fc.Arbitrary<PointsStep[]> =>
  fc
    .tuple(fc.uniqueArray(first, { maxLength: 5 }), fc.array(points, { minLength: 5, maxLength: 5 }))
    .map(([ats, all]) => {
      const sorted = all.toSorted((left, right) => left - right);
      return ats.toSorted((left, right) => left - right).map((at, i) => ({ at, points: sorted[i] ?? 0 }));
    });
const shape = fc.record({
  orderScale: fc.record({ paidLastYear: table(fc.nat(3_000_000)), averageOrder: table(fc.nat(100_000)) }),
  employees: table(fc.nat(300)),
  annualPurchase: table(fc.nat(100_000_000)),
  flags: fc.array(points, { minLength: 7, maxLength: 7 }),
  quantityPerMoq: table(fc.nat(20).map((n) => n / 10)),
  levels: fc.array(points, { minLength: 4, maxLength: 4 }),
  unknownPercent: fc.nat(100),
});

/** Rules of any shape, brought to weights that add up to 100 and are exactly what their facts can give. */
const rules: fc.Arbitrary<GradingRules> = shape.map((it) => {
  const [typePoints, webSite, target, deadline, details, sample, replies] = it.flags as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const levels = it.levels.toSorted((left, right) => left - right) as [number, number, number, number];
  const most = (steps: readonly PointsStep[]) => steps.at(-1)?.points ?? 0;
  const sums = {
    orderScale: most(it.orderScale.paidLastYear) + most(it.orderScale.averageOrder),
    companySize: most(it.employees) + most(it.annualPurchase) + typePoints + webSite,
    intent: most(it.quantityPerMoq) + target + deadline + details + sample + replies,
    platformLevel: levels[3],
  };
  const total = sums.orderScale + sums.companySize + sums.intent + sums.platformLevel || 1;
  const scale = (value: number): number => (value * 100) / total;
  const scaled = (steps: readonly PointsStep[]) => steps.map((step) => ({ ...step, points: scale(step.points) }));
  return {
    ...DEFAULT_GRADING_RULES,
    weights: {
      orderScale: scale(sums.orderScale),
      companySize: scale(sums.companySize),
      intent: scale(sums.intent),
      platformLevel: scale(sums.platformLevel),
    },
    orderScale: { paidLastYear: scaled(it.orderScale.paidLastYear), averageOrder: scaled(it.orderScale.averageOrder) },
    companySize: {
      employees: scaled(it.employees),
      annualPurchase: scaled(it.annualPurchase),
      strongTypes: ['brand', 'distributor'],
      strongTypePoints: scale(typePoints),
      webSitePoints: scale(webSite),
    },
    intent: {
      quantityPerMoq: scaled(it.quantityPerMoq),
      targetPricePoints: scale(target),
      deadlinePoints: scale(deadline),
      detailsNeeded: 2,
      detailsPoints: scale(details),
      samplePoints: scale(sample),
      repliesPoints: scale(replies),
    },
    platformLevel: { L1: scale(levels[0]), L2: scale(levels[1]), L3: scale(levels[2]), L4: scale(levels[3]) },
    unknownPercent: it.unknownPercent,
  };
});
const anyRules = fc.oneof(fc.constant(DEFAULT_GRADING_RULES), rules);

/** Each way in which one known fact can be better, with the rest as it is. `n` chooses by how much. */
const IMPROVEMENTS: Record<string, (facts: BuyerFacts, n: number) => [BuyerFacts, BuyerFacts]> = {
  paidLastYear: (facts, n) => pair({ ...facts, hasOrdered: true }, 'paidLastYearMinor', BigInt(n), BigInt(n) * 2n + 1n),
  averageOrder: (facts, n) => pair({ ...facts, hasOrdered: true }, 'averageOrderMinor', BigInt(n), BigInt(n) * 3n),
  askedValue: (facts, n) => pair({ ...facts, hasOrdered: false }, 'askedValueMinor', BigInt(n), BigInt(n) * 2n),
  employees: (facts, n) => pair(facts, 'employees', n % 400, (n % 400) + (n % 7)),
  annualPurchase: (facts, n) => pair(facts, 'annualPurchaseMinor', BigInt(n), BigInt(n) * 5n),
  businessType: (facts) => pair(facts, 'businessType', 'retailer', 'brand'),
  webSite: (facts) => pair(facts, 'hasWebSite', false, true),
  quantityPerMoq: (facts, n) => pair(facts, 'quantityPerMoq', (n % 100) / 40, (n % 130) / 40 + (n % 100) / 40),
  targetPrice: (facts) => pair(facts, 'gaveTargetPrice', false, true),
  deadline: (facts) => pair(facts, 'gaveDeadline', false, true),
  requirementDetails: (facts, n) =>
    pair(facts, 'requirementDetails', DETAILS.slice(0, n % 4), DETAILS.slice(0, (n % 4) + 1)),
  sample: (facts) => pair(facts, 'tookSample', false, true),
  replies: (facts) => pair(facts, 'repliesWithin48h', false, true),
  platformLevel: (facts, n) => [
    { ...facts, platformLevels: [fact(LEVELS[n % 3]!)] },
    { ...facts, platformLevels: [fact(LEVELS[n % 3]!), fact(LEVELS[(n % 3) + 1]!)] },
  ],
  lostDisputes: (facts) => [{ ...facts, lostDisputes: facts.lostDisputes + 1 }, facts],
  unpaidOrders: (facts) => [{ ...facts, unpaidOrders: facts.unpaidOrders + 1 }, facts],
  spamReports: (facts) => [{ ...facts, spamReports: facts.spamReports + 1 }, facts],
};

function pair<Name extends keyof BuyerFacts, T>(
  facts: BuyerFacts,
  name: Name,
  worse: T,
  better: T,
): [BuyerFacts, BuyerFacts] {
  return [
    { ...facts, [name]: fact(worse) },
    { ...facts, [name]: fact(better) },
  ];
}

const rank = { A: 3, B: 2, C: 1 } as const;

describe('under any rules that may be saved', () => {
  it('the generated rules may be saved', () => {
    fc.assert(
      fc.property(rules, (it) => {
        const sum = it.weights.orderScale + it.weights.companySize + it.weights.intent + it.weights.platformLevel;
        fc.pre(sum > 0);
        expect(validateGradingRules(it, 'USD')).toEqual([]);
      }),
    );
  });

  it.each(Object.keys(IMPROVEMENTS))('better %s never lowers score or grade', (name) => {
    fc.assert(
      fc.property(
        buyers,
        anyRules,
        fc.nat(4_000_000),
        fc.constantFrom('A', 'B', 'C', null),
        (facts, under, n, previous) => {
          const [worse, better] = IMPROVEMENTS[name]!(facts, n).map((it) => gradeBuyer(it, under, previous, 0));
          expect(better!.score).toBeGreaterThanOrEqual(worse!.score);
          expect(rank[better!.grade]).toBeGreaterThanOrEqual(rank[worse!.grade]);
        },
      ),
    );
  });

  it('the shown factors less the shown deductions are the score', () => {
    fc.assert(
      fc.property(buyers, anyRules, (facts, under) => {
        const { score, factors, deductions } = gradeBuyer(facts, under, null, 0);
        const sum = (items: readonly { points: number }[]) => items.reduce((total, item) => total + item.points, 0);
        expect(score).toBeCloseTo(Math.min(100, Math.max(0, sum(factors) - sum(deductions))), 9);
        // Every shown number is rounded to a hundredth, so a factor may lose that much for each of its facts to its cap.
        for (const factor of factors) {
          expect(factor.points).toBeLessThanOrEqual(factor.max + 0.005);
          expect(Math.abs(factor.points - Math.min(factor.max, sum(factor.facts)))).toBeLessThan(0.006);
        }
      }),
    );
  });
});
