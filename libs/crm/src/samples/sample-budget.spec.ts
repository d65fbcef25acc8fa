import fc from 'fast-check';
import { budgetState, sellerPaysInBase } from './sample-budget.ts';

it.each([
  [0n, null, 'none'],
  [10n ** 12n, null, 'none'],
  [0n, 100_000n, 'within'],
  [79_999n, 100_000n, 'within'],
  [80_000n, 100_000n, 'near'],
  [100_000n, 100_000n, 'near'],
  [100_001n, 100_000n, 'passed'],
  [1n, 0n, 'passed'],
] as const)('%s spent of %s is %s', (spent, limit, state) => {
  expect(budgetState(spent, limit, 80)).toBe(state);
});

describe("the seller's part in the base currency", () => {
  it('is of the converted cost what it is of the cost', () => {
    expect(sellerPaysInBase(5_000n, 7_000n, 3_500n)).toBe(2_500n);
    expect(sellerPaysInBase(1n, 2n, 1n)).toBe(1n);
    expect(sellerPaysInBase(0n, 0n, 0n)).toBe(0n);
  });

  it('is never more than the whole, and all of it when the seller pays all', () => {
    const amounts = fc.bigInt({ min: 0n, max: 10n ** 12n });
    fc.assert(
      fc.property(amounts, amounts, amounts, (base, buyer, seller) => {
        const part = sellerPaysInBase(base, buyer + seller, seller);
        expect(part >= 0n && part <= base).toBe(true);
        if (buyer === 0n && seller > 0n) expect(part).toBe(base);
      }),
    );
  });
});
