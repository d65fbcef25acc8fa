import { DAY_MS } from '../time/index.ts';
import { isDormant } from './is-dormant.ts';

const SEEN = Date.UTC(2026, 0, 1);
const after = (days: number) => SEEN + days * DAY_MS;

it('is dormant when silent for more than three of its own gaps', () => {
  expect(isDormant(SEEN, 30, 10, after(90))).toBe(false);
  expect(isDormant(SEEN, 30, 10, after(90) + 1)).toBe(true);
});

it("is measured by the segment's gap without one of its own", () => {
  expect(isDormant(SEEN, null, 10, after(30))).toBe(false);
  expect(isDormant(SEEN, null, 10, after(31))).toBe(true);
});

it('is never dormant while no gap is known', () => {
  expect(isDormant(SEEN, null, null, after(10_000))).toBe(false);
});
