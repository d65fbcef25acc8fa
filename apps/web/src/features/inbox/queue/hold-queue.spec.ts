import { appendPage, holdQueue } from './hold-queue.ts';
import { compareFor, type QueueKey } from './queue-order.ts';

interface Row extends QueueKey {
  preview: string;
}

const row = (id: string, due: string, grade: Row['grade'] = 'B', preview = ''): Row => ({
  id,
  dueAt: `2026-03-02T${due}:00Z`,
  grade,
  platformLevel: 'L2',
  lastMessageAt: '2026-03-01T00:00:00Z',
  preview,
});
const compare = compareFor('WAITING', '2026-03-02T00:00:00Z');
const first = row('1', '05:00', 'A');
const second = row('2', '06:00');
const third = row('3', '07:00');

describe('compareFor', () => {
  it('puts the urgent band before any grade, then grade, level, time left', () => {
    const urgentC = row('9', '00:59', 'C');
    const atTheHour = row('8', '01:00', 'C');
    const highLevel = { ...row('7', '09:00', 'B'), platformLevel: 'L4' as const };
    const ungraded = row('6', '02:00', null);
    const sorted = [ungraded, third, second, first, atTheHour, highLevel, urgentC].sort(compare).map((r) => r.id);
    expect(sorted).toEqual(['9', '1', '7', '2', '3', '8', '6']);
  });

  it('orders views without a clock by the latest message', () => {
    const byRecent = compareFor('ANSWERED', '2026-03-02T00:00:00Z');
    expect(byRecent({ ...first, lastMessageAt: '2026-03-01T10:00:00Z' }, second)).toBeLessThan(0);
  });
});

describe('holdQueue', () => {
  it('keeps every row in its place, counts the new ones and refreshes content', () => {
    const news = row('4', '00:30', 'C');
    const changed = { ...second, preview: 'changed' };
    const held = holdQueue(
      { rows: [first, second], hasMore: false },
      { rows: [news, first, changed], hasMore: false },
      compare,
    );
    expect(held.rows.map((r) => r.id)).toEqual(['1', '2']);
    expect(held.rows[1]!.preview).toBe('changed');
    expect(held.arrivals).toBe(1);
    expect(held.reordered).toBe(false);
  });

  it('marks an answered row gone but leaves it where it stands', () => {
    const held = holdQueue(
      { rows: [first, second, third], hasMore: false },
      { rows: [first, third], hasMore: false },
      compare,
    );
    expect(held.rows).toHaveLength(3);
    expect([...held.gone]).toEqual(['2']);
  });

  it('does not call a row gone that stands beyond the fresh page', () => {
    const held = holdQueue(
      { rows: [first, second, third], hasMore: false },
      { rows: [first, second], hasMore: true },
      compare,
    );
    expect(held.gone.size).toBe(0);
  });

  it('does not call a row news that only slid up from the next page', () => {
    const held = holdQueue({ rows: [first, second], hasMore: true }, { rows: [first, third], hasMore: true }, compare);
    expect(held.arrivals).toBe(0);
    expect([...held.gone]).toEqual(['2']);
  });

  it('tells when the same rows would stand in another order', () => {
    const promoted = { ...second, grade: 'A' as const, dueAt: '2026-03-02T04:00:00Z' };
    const held = holdQueue(
      { rows: [first, second], hasMore: false },
      { rows: [promoted, first], hasMore: false },
      compare,
    );
    expect(held.reordered).toBe(true);
    expect(held.rows.map((r) => r.id)).toEqual(['1', '2']);
  });
});

describe('appendPage', () => {
  it('never shows one row twice', () => {
    expect(appendPage([first, second], [second, third]).map((r) => r.id)).toEqual(['1', '2', '3']);
  });
});
