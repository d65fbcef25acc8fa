import fc from 'fast-check';
import { compareQueue, gradeRank, isUrgent, levelRank } from './queue-order.ts';
import type { QueueItem } from './queue-order.ts';

const NOW_MS = Date.UTC(2026, 2, 2, 1);
const MINUTE_MS = 60_000;
const item = (id: string, minutesLeft: number | null, grade: QueueItem['grade'], level: QueueItem['level'] = null) => ({
  id,
  dueAtMs: minutesLeft === null ? null : NOW_MS + minutesLeft * MINUTE_MS,
  grade,
  level,
});
const order = (items: QueueItem[]) => items.toSorted((a, b) => compareQueue(a, b, NOW_MS)).map(({ id }) => id);

describe('the queue', () => {
  it('gives the sort columns of the database', () => {
    expect((['A', 'B', 'C', null] as const).map(gradeRank)).toEqual([1, 2, 3, 4]);
    expect((['L4', 'L3', 'L2', 'L1', null] as const).map(levelRank)).toEqual([1, 2, 3, 4, 5]);
  });

  it('is urgent when overdue or under one hour of wall-clock time, not at exactly one hour', () => {
    expect([-5, 0, 59, 60].map((minutes) => isUrgent(NOW_MS + minutes * MINUTE_MS, NOW_MS))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(isUrgent(null, NOW_MS)).toBe(false);
  });

  it('puts the urgent band first, then grade, platform level and time left', () => {
    const items = [
      item('ungraded', 200, null),
      item('a, no clock', null, 'A'),
      item('a, later', 300, 'A'),
      item('a, sooner', 200, 'A'),
      item('b, L1', 61, 'B', 'L1'),
      item('b, L4', 400, 'B', 'L4'),
      item('c, overdue', -30, 'C'),
      item('b, urgent', 50, 'B'),
      item('c, nearly', 10, 'C'),
    ];
    expect(order(items)).toEqual([
      ...['b, urgent', 'c, overdue', 'c, nearly'],
      ...['a, sooner', 'a, later', 'a, no clock', 'b, L4', 'b, L1', 'ungraded'],
    ]);
  });

  it('is one order whatever the list came in', () => {
    const items = fc.uniqueArray(
      fc.record({
        id: fc.string({ minLength: 1, maxLength: 3 }),
        dueAtMs: fc.option(fc.integer({ min: NOW_MS - 2 * 60 * MINUTE_MS, max: NOW_MS + 2 * 60 * MINUTE_MS })),
        grade: fc.constantFrom('A' as const, 'B' as const, 'C' as const, null),
        level: fc.constantFrom('L1' as const, 'L4' as const, null),
      }),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(
        items.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => expect(order(shuffled)).toEqual(order(list)),
      ),
    );
  });
});
