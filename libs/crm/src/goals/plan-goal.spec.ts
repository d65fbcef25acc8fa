import fc from 'fast-check';
import { measureGoal, planGoal } from './plan-goal.ts';
import type { GoalGroup } from './plan-goal.ts';

const group = fc.record({
  grade: fc.constantFrom('A' as const, 'B' as const, 'C' as const),
  buyers: fc.integer({ min: 0, max: 10_000_000 }),
  averageOrderMinor: fc.bigInt(0n, 10n ** 11n),
});
const target = fc.bigInt(1n, 10n ** 18n);

describe('the goal planner', () => {
  it('15,000 buyers x USD 333 are USD 4,995,000, and 5,000 are missing to 5 million', () => {
    const groups: GoalGroup[] = [{ grade: 'A', buyers: 15_000, averageOrderMinor: 333_00n }];
    expect(planGoal(groups, 5_000_000_00n)).toEqual({
      productsMinor: [4_995_000_00n],
      productMinor: 4_995_000_00n,
      gapMinor: 5_000_00n,
      buyersNeeded: 15_016n, // 15,015.015...
    });
  });

  it('has no gap left to fill when the plan passes the target', () => {
    expect(planGoal([{ grade: 'B', buyers: 10, averageOrderMinor: 1_000n }], 9_000n)).toMatchObject({
      gapMinor: -1_000n,
      buyersNeeded: 9n,
    });
  });

  it('cannot say how many buyers are needed where the plan comes to nothing', () => {
    expect(planGoal([], 1n).buyersNeeded).toBeNull();
    expect(planGoal([{ grade: 'C', buyers: 5, averageOrderMinor: 0n }], 1n).buyersNeeded).toBeNull();
  });

  it('product and gap always make the target, to the last minor unit', () => {
    fc.assert(
      fc.property(fc.array(group, { maxLength: 3 }), target, (groups, targetMinor) => {
        const plan = planGoal(groups, targetMinor);
        expect(plan.productMinor + plan.gapMinor).toBe(targetMinor);
        expect(plan.productsMinor.reduce((sum, product) => sum + product, 0n)).toBe(plan.productMinor);
      }),
    );
  });

  it('as many buyers as needed reach the target at the mean order value, and one fewer do not', () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 3 }), target, (groups, targetMinor) => {
        const { buyersNeeded, productMinor } = planGoal(groups, targetMinor);
        if (buyersNeeded === null) return;
        const buyers = groups.reduce((sum, { buyers: count }) => sum + BigInt(count), 0n);
        expect(buyersNeeded * productMinor >= targetMinor * buyers).toBe(true);
        expect((buyersNeeded - 1n) * productMinor < targetMinor * buyers).toBe(true);
      }),
    );
  });

  it('measures progress against the target and the reorders in it', () => {
    expect(measureGoal({ paidMinor: 1_250_000_00n, reorderMinor: 500_000_00n }, 5_000_000_00n)).toEqual({
      progressPercent: 25,
      reorderShare: 0.4,
    });
    expect(measureGoal({ paidMinor: 0n, reorderMinor: 0n }, 1n)).toEqual({ progressPercent: 0, reorderShare: null });
    expect(measureGoal({ paidMinor: 6n, reorderMinor: 6n }, 5n)).toEqual({ progressPercent: 120, reorderShare: 1 });
  });
});
