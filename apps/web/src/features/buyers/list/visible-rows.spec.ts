import fc from 'fast-check';
import { visibleRows } from './visible-rows.ts';

describe('visibleRows', () => {
  it('draws a short list whole', () => expect(visibleRows(80, 60, -2000, 900)).toEqual({ from: 0, to: 80 }));

  it('draws no more than 80 rows of 10,000, and always those on the screen', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 * 60 }), fc.integer({ min: 300, max: 1400 }), (scrolled, height) => {
        const { from, to } = visibleRows(10_000, 60, -scrolled, height);
        expect(to - from).toBeLessThanOrEqual(80);
        const first = Math.min(9_999, Math.floor(scrolled / 60));
        const last = Math.min(9_999, Math.floor((scrolled + height - 1) / 60));
        expect(from).toBeLessThanOrEqual(first);
        expect(to).toBeGreaterThan(last);
      }),
    ));

  it('begins at the first row while the list begins below the top of the screen', () =>
    expect(visibleRows(500, 60, 240, 900)).toEqual({ from: 0, to: 30 }));
});
