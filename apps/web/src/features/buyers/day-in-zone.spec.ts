import { dayInZone } from './day-in-zone.ts';

describe('dayInZone', () => {
  const lateInUtc = new Date('2026-01-31T20:00:00Z');
  it('is the day of the zone, not of UTC', () => expect(dayInZone(lateInUtc, 'Asia/Seoul')).toBe('2026-02-01'));
  it('counts days over the ends of months', () => expect(dayInZone(lateInUtc, 'Asia/Seoul', 90)).toBe('2026-05-02'));
});
