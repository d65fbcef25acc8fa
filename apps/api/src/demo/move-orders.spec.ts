import { moveOrders } from './move-orders.ts';

const row = (orderedAt: string, cancelledAt = '') => ({ buyer: 1, orderedAt, amountGbp: '100.00', cancelledAt });
const HISTORY = [row('2011-11-09T10:00:00', '2011-11-11T09:30:00'), row('2011-12-09T12:49:00')];

describe('moveOrders', () => {
  it('ends yesterday in Seoul, also when it is still the day before in UTC', () => {
    const lateEvening = moveOrders(HISTORY, new Date('2026-11-22T14:59:00Z')); // 23:59 in Seoul
    const justAfter = moveOrders(HISTORY, new Date('2026-11-22T15:01:00Z')); // 00:01 of the 23rd
    expect(lateEvening[1]?.placedAt.toISOString()).toBe('2026-11-21T03:49:00.000Z');
    expect(justAfter[1]?.placedAt.toISOString()).toBe('2026-11-22T03:49:00.000Z');
  });

  it('keeps the distances, also of cancellations', () => {
    const [first, last] = moveOrders(HISTORY, new Date('2026-11-22T03:00:00Z'));
    expect(last!.placedAt.getTime() - first!.placedAt.getTime()).toBe(
      Date.parse('2011-12-09T12:49Z') - Date.parse('2011-11-09T10:00Z'),
    );
    expect(first!.cancelledAt!.getTime() - first!.placedAt.getTime()).toBe(47.5 * 3_600_000);
    expect(last!.cancelledAt).toBeNull();
  });

  it('converts pounds at the one rate and numbers the orders', () => {
    const [first, last] = moveOrders(HISTORY, new Date('2026-11-22T03:00:00Z'));
    expect(first).toMatchObject({ totalMinor: 127_00n, externalId: '18742' });
    expect(last).toMatchObject({ externalId: '18743' });
  });
});
