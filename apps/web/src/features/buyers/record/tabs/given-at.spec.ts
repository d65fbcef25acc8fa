import { todayIn } from '../../../../platform/time/today-in.ts';
import { givenAt } from './given-at.ts';

describe('givenAt', () => {
  const morningInSeoul = new Date('2026-03-02T00:30:00Z');
  it('is now for today, which has no later hour to give yet', () =>
    expect(givenAt('2026-03-02', 'Asia/Seoul', morningInSeoul)).toBeNull());
  it('is now when no day is chosen', () => expect(givenAt('', 'Asia/Seoul', morningInSeoul)).toBeNull());
  it.each(['Asia/Seoul', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC'])(
    'lies on the chosen day in %s, and before now',
    (zone) => {
      const instant = new Date(givenAt('2026-02-20', zone, morningInSeoul) ?? Number.NaN);
      expect(todayIn(zone, instant)).toBe('2026-02-20');
      expect(instant.getTime()).toBeLessThan(morningInSeoul.getTime());
    },
  );
});
