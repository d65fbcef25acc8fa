import fc from 'fast-check';
import { visibleRows } from './visible-rows.ts';

const even = (count: number) => Array.from({ length: count }, () => 60);
const sum = (heights: readonly number[]) => heights.reduce((all, each) => all + each, 0);

describe('visibleRows', () => {
  it('draws a short list whole', () =>
    expect(visibleRows(even(80), -2000, 900)).toEqual({ from: 0, to: 80, before: 0, after: 0 }));

  it('draws no more than 80 rows of 10,000, and always those on the screen', () => {
    const heights = even(10_000);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 * 60 }), fc.integer({ min: 300, max: 1400 }), (scrolled, height) => {
        const { from, to } = visibleRows(heights, -scrolled, height);
        expect(to - from).toBeLessThanOrEqual(80);
        const first = Math.min(9_999, Math.floor(scrolled / 60));
        const last = Math.min(9_999, Math.floor((scrolled + height - 1) / 60));
        expect(from).toBeLessThanOrEqual(first);
        expect(to).toBeGreaterThan(last);
      }),
    );
  });

  it('moves no row, however high the rows left out are', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 50, max: 180 }), { minLength: 81, maxLength: 400 }),
        fc.integer({ min: 0, max: 40_000 }),
        (heights, scrolled) => {
          const { from, to, before, after } = visibleRows(heights, -scrolled, 900);
          expect(before).toBe(sum(heights.slice(0, from)));
          expect(before + sum(heights.slice(from, to)) + after).toBe(sum(heights));
        },
      ),
    ));

  it('begins at the first row while the list begins below the top of the screen', () =>
    expect(visibleRows(even(500), 240, 900)).toMatchObject({ from: 0, to: 30 }));
});
