import fc from 'fast-check';
import { ROLLING_WINDOW_MS, RollingMean } from './roll-mean.ts';

const DAY = 86_400_000;

it('takes a sample in when it opened, turns it when it was answered, and lets it go after 30 days', () => {
  const days = [1, 2, 3, 31, 32].map((day) => day * DAY);
  const rolling = new RollingMean(days);
  rolling.add(1.5 * DAY, 2.5 * DAY, DAY); // opened on day 2, answered on day 3
  rolling.add(2 * DAY, null, 99 * DAY); // opened at the end of day 2 to the instant, never answered
  expect(rolling.means()).toEqual([
    { meanMs: null, answered: 0, unanswered: 0 },
    { meanMs: null, answered: 0, unanswered: 2 },
    { meanMs: DAY, answered: 1, unanswered: 1 },
    { meanMs: DAY, answered: 1, unanswered: 1 }, // 31 - 30 = 1: both are inside
    { meanMs: null, answered: 0, unanswered: 0 }, // (2, 32] leaves out what opened at 2
  ]);
});

it('says at every instant what counting the samples of its window says', () => {
  const instants = fc
    .uniqueArray(fc.integer({ min: 0, max: 90 }), { maxLength: 12 })
    .map((days) => days.toSorted((a, b) => a - b));
  const sample = fc.record({
    opened: fc.integer({ min: -40, max: 90 }),
    after: fc.option(fc.integer({ min: 0, max: 50 })),
  });
  fc.assert(
    fc.property(instants, fc.array(sample), (days, samples) => {
      const rolling = new RollingMean(days.map((day) => day * DAY));
      for (const { opened, after } of samples)
        rolling.add(opened * DAY, after === null ? null : (opened + after) * DAY, (after ?? 0) * DAY);
      const counted = days.map((day) => {
        const inside = samples.filter(({ opened }) => opened <= day && (day - opened) * DAY < ROLLING_WINDOW_MS);
        const answered = inside.filter(({ opened, after }) => after !== null && opened + after <= day);
        const sum = answered.reduce((total, { after }) => total + (after ?? 0) * DAY, 0);
        return {
          meanMs: answered.length === 0 ? null : sum / answered.length,
          answered: answered.length,
          unanswered: inside.length - answered.length,
        };
      });
      expect(rolling.means()).toEqual(counted);
    }),
  );
});
