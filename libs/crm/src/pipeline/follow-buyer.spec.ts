import fc from 'fast-check';
import { stageAfterEvent, stageAfterOrders, stageOnWaking } from './follow-buyer.ts';
import { PIPELINE_STAGES, stageOfOrders } from './stages.ts';
import type { OpenStage, PipelineStage } from './stages.ts';

const OPEN: OpenStage[] = ['new', 'qualified', 'sampling', 'quoted'];
const stages = fc.constantFrom(...PIPELINE_STAGES);
const histories = fc.record({ orderCount: fc.integer({ min: 0, max: 5 }), lastOpenStage: fc.constantFrom(...OPEN) });

describe('paid orders', () => {
  it.each([
    ['quoted', 1, 'first_order'],
    ['new', 2, 'repeat'],
    ['first_order', 2, 'repeat'],
    ['repeat', 1, 'first_order'],
    ['repeat', 0, 'sampling'],
    ['qualified', 0, 'qualified'],
  ] as const)('move %s to the stage of %i orders: %s', (stage, orderCount, expected) => {
    expect(stageAfterOrders(stage, { orderCount, lastOpenStage: 'sampling' }, false)).toBe(expected);
  });

  it('wake a dormant buyer only when they came after it fell silent', () => {
    const history = { orderCount: 3, lastOpenStage: 'new' as const };
    expect(stageAfterOrders('dormant', history, false)).toBe('dormant');
    expect(stageAfterOrders('dormant', history, true)).toBe('repeat');
  });

  it('say the same however often they are counted', () => {
    fc.assert(
      fc.property(stages, histories, fc.boolean(), (stage, history, orderedSince) => {
        const once = stageAfterOrders(stage, history, orderedSince);
        expect(stageAfterOrders(once, history, false)).toBe(once);
        if (once !== 'dormant' && history.orderCount > 0) expect(once).toBe(stageOfOrders(history.orderCount));
      }),
    );
  });
});

describe('a sample requested or a quote sent', () => {
  it('moves forward only', () => {
    const none = { orderCount: 0, lastOpenStage: 'new' as const };
    expect(OPEN.map((stage) => stageAfterEvent(stage, 'sample_requested', none))).toEqual([
      ...['sampling', 'sampling', 'sampling', 'quoted'],
    ]);
    expect(OPEN.map((stage) => stageAfterEvent(stage, 'quote_sent', none))).toEqual(Array(4).fill('quoted'));
  });

  it('leaves buyers with orders where their orders put them, and wakes the dormant', () => {
    const history = { orderCount: 2, lastOpenStage: 'quoted' as const };
    expect(stageAfterEvent('repeat', 'sample_requested', history)).toBe('repeat');
    expect(stageAfterEvent('dormant', 'sample_requested', history)).toBe('repeat');
    expect(stageAfterEvent('dormant', 'sample_requested', { ...history, orderCount: 0 })).toBe('quoted');
  });

  it('never moves back, never invents an order', () => {
    fc.assert(
      fc.property(stages, fc.constantFrom('sample_requested', 'quote_sent'), histories, (stage, event, history) => {
        const from: PipelineStage = stage === 'dormant' ? stageOnWaking(history) : stage;
        const to = stageAfterEvent(stage, event, history);
        expect(PIPELINE_STAGES.indexOf(to)).toBeGreaterThanOrEqual(PIPELINE_STAGES.indexOf(from));
        if (to === 'first_order' || to === 'repeat') expect(to).toBe(from);
      }),
    );
  });
});
