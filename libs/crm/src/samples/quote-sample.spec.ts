import fc from 'fast-check';
import { buyerSharePercent, quoteSample, splitSampleCost } from './quote-sample.ts';

const amounts = fc.bigInt({ min: 0n, max: 10n ** 15n });
const percents = fc.integer({ min: 0, max: 100 });
const grades = fc.constantFrom('A' as const, 'B' as const, 'C' as const, null);

describe('the share of a sample', () => {
  it.each([
    ['A', 3_333n, 0n, 3_333n],
    ['B', 3_333n, 1_666n, 1_667n],
    ['C', 3_333n, 3_333n, 0n],
    [null, 3_333n, 3_333n, 0n],
    ['B', 1n, 0n, 1n],
    ['B', 7_000n, 3_500n, 3_500n],
    ['B', 0n, 0n, 0n],
  ] as const)('of grade %s at %s: the buyer pays %s, the seller %s', (grade, costMinor, buyer, seller) => {
    expect(quoteSample(grade, costMinor)).toEqual({ buyerPaysMinor: buyer, sellerPaysMinor: seller });
  });

  it('follows the policy of the workspace, an ungraded buyer as C', () => {
    const share = { A: 10, B: 33, C: 66 };
    expect(quoteSample('A', 1_005n, share)).toEqual({ buyerPaysMinor: 100n, sellerPaysMinor: 905n });
    expect(quoteSample(null, 100n, share)).toEqual(quoteSample('C', 100n, share));
  });

  it('is nothing of a growth gift, whatever the grade and the policy', () => {
    const share = { A: 10, B: 33, C: 66 };
    for (const grade of ['A', 'B', 'C', null] as const) expect(buyerSharePercent(grade, share, 'growth')).toBe(0);
    expect(buyerSharePercent(null, share, 'evaluation')).toBe(66);
  });

  it('adds up to the cost and never below zero, for every amount, grade and policy', () => {
    fc.assert(
      fc.property(amounts, grades, fc.record({ A: percents, B: percents, C: percents }), (cost, grade, share) => {
        const { buyerPaysMinor, sellerPaysMinor } = quoteSample(grade, cost, share);
        expect(buyerPaysMinor + sellerPaysMinor).toBe(cost);
        expect(buyerPaysMinor >= 0n && sellerPaysMinor >= 0n).toBe(true);
        expect(sellerPaysMinor * 100n >= cost * BigInt(100 - share[grade ?? 'C'])).toBe(true); // the odd unit is the seller's
      }),
    );
  });

  it('grows with the percent, with and without the courier', () => {
    fc.assert(
      fc.property(
        amounts,
        amounts,
        percents,
        percents,
        fc.boolean(),
        (goodsMinor, courierMinor, p, q, includeCourier) => {
          const cost = { goodsMinor, courierMinor };
          const [low, high] = [Math.min(p, q), Math.max(p, q)].map((percent) =>
            splitSampleCost(cost, percent, includeCourier),
          );
          expect(low!.buyerPaysMinor <= high!.buyerPaysMinor).toBe(true);
          expect(low!.buyerPaysMinor + low!.sellerPaysMinor).toBe(goodsMinor + courierMinor);
        },
      ),
    );
  });
});

describe('the courier', () => {
  const cost = { goodsMinor: 4_000n, courierMinor: 3_000n };

  it('is shared like the goods when the policy includes it', () => {
    expect(splitSampleCost(cost, 50, true)).toEqual({ buyerPaysMinor: 3_500n, sellerPaysMinor: 3_500n });
  });

  it("is the buyer's when it does not, and the seller's where the sample is free", () => {
    expect(splitSampleCost(cost, 50, false)).toEqual({ buyerPaysMinor: 5_000n, sellerPaysMinor: 2_000n });
    expect(splitSampleCost(cost, 100, false)).toEqual({ buyerPaysMinor: 7_000n, sellerPaysMinor: 0n });
    expect(splitSampleCost(cost, 0, false)).toEqual({ buyerPaysMinor: 0n, sellerPaysMinor: 7_000n });
  });
});
