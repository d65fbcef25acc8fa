import fc from 'fast-check';
import { moveByHand } from './move-by-hand.ts';
import { isSetByHand, PIPELINE_STAGES, stageOfOrders } from './stages.ts';

const stages = fc.constantFrom(...PIPELINE_STAGES);

describe('a move by hand', () => {
  it.each([
    ['new', 'quoted', 0, 'allowed'],
    ['quoted', 'new', 0, 'allowed'],
    ['new', 'dormant', 0, 'allowed'],
    ['dormant', 'sampling', 0, 'allowed'],
    ['quoted', 'first_order', 0, 'only_from_paid_orders'],
    ['quoted', 'repeat', 0, 'only_from_paid_orders'],
    ['first_order', 'repeat', 1, 'only_from_paid_orders'],
    ['repeat', 'first_order', 5, 'only_from_paid_orders'],
    ['repeat', 'quoted', 5, 'has_orders'],
    ['dormant', 'new', 1, 'has_orders'],
    ['repeat', 'dormant', 5, 'allowed'],
    ['dormant', 'repeat', 5, 'allowed'],
    ['dormant', 'first_order', 5, 'only_from_paid_orders'],
    ['dormant', 'first_order', 0, 'only_from_paid_orders'],
    ['new', 'new', 0, 'same_stage'],
  ] as const)('from %s to %s with %i orders: %s', (from, to, orderCount, verdict) => {
    expect(moveByHand(from, to, orderCount)).toBe(verdict);
  });

  it('never gives a buyer a stage that its orders do not', () => {
    fc.assert(
      fc.property(stages, stages, fc.integer({ min: 0, max: 9 }), (from, to, orderCount) => {
        if (moveByHand(from, to, orderCount) !== 'allowed') return;
        if (!isSetByHand(to)) expect(to).toBe(stageOfOrders(orderCount));
        else expect(to === 'dormant' || orderCount === 0).toBe(true);
      }),
    );
  });

  it('to Dormant can be taken back', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('new', 'qualified', 'sampling', 'quoted'),
        fc.integer({ min: 0, max: 9 }),
        (open, orders) => {
          const stage = stageOfOrders(orders) ?? (open as 'new');
          expect(moveByHand(stage, 'dormant', orders)).toBe('allowed');
          expect(moveByHand('dormant', stage, orders)).toBe('allowed');
        },
      ),
    );
  });
});
