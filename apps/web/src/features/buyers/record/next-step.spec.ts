import { nextStep } from './next-step.ts';

const quiet = {
  recent: [{ id: 'c1', status: 'ANSWERED', dueAt: null }],
  gradeOverride: null,
  orderSummary: { lastOrderAt: null, usualGapDays: null },
};
const orders = { lastOrderAt: '2026-01-01T00:00:00.000Z', usualGapDays: 36 };

describe('nextStep', () => {
  it('is nothing for a buyer who waits for nothing', () => expect(nextStep(quiet)).toEqual({ kind: 'none' }));

  it('is the reply that is due first, before anything else', () =>
    expect(
      nextStep({
        recent: [
          { id: 'late', status: 'WAITING', dueAt: '2026-01-03T00:00:00Z' },
          { id: 'early', status: 'WAITING', dueAt: '2026-01-02T00:00:00Z' },
        ],
        gradeOverride: { reviewOn: '2026-01-01', reviewDue: true },
        orderSummary: orders,
      }),
    ).toEqual({ kind: 'reply', conversationId: 'early', dueAt: '2026-01-02T00:00:00Z' }));

  it('is the review of a grade once that is due, not before', () => {
    const override = { reviewOn: '2026-01-01', reviewDue: true };
    expect(nextStep({ ...quiet, gradeOverride: override, orderSummary: orders }).kind).toBe('review');
    expect(nextStep({ ...quiet, gradeOverride: { ...override, reviewDue: false }, orderSummary: orders }).kind).toBe(
      'order',
    );
  });

  it('lets the usual interval expect the next order', () =>
    expect(nextStep({ ...quiet, orderSummary: orders })).toEqual({ kind: 'order', at: '2026-02-06T00:00:00.000Z' }));
});
