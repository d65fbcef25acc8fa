import fc from 'fast-check';
import { clipRanges, mergeRanges, subtractRanges, sumRanges } from './ranges.ts';
import type { TimeRange } from './ranges.ts';

const ranges = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }))
    .map(([startMs, endMs]) => ({ startMs, endMs })),
  { maxLength: 6 },
);
/** The slow truth: which whole milliseconds a list holds. */
const points = (list: readonly TimeRange[]) =>
  Array.from({ length: 60 }, (_, ms) => ms).filter((ms) =>
    list.some((range) => range.startMs <= ms && ms < range.endMs),
  );

describe('range arithmetic', () => {
  it('merges without gaining or losing a point, sorted and apart', () => {
    fc.assert(
      fc.property(ranges, (list) => {
        const merged = mergeRanges(list);
        expect(points(merged)).toEqual(points(list));
        expect(sumRanges(merged)).toBe(points(list).length);
        merged.slice(1).forEach((range, index) => expect(range.startMs).toBeGreaterThan(merged[index]!.endMs));
      }),
    );
  });

  it('subtracts exactly the points of the holes', () => {
    fc.assert(
      fc.property(ranges, ranges, (list, holes) => {
        const left = points(list).filter((ms) => !points(holes).includes(ms));
        expect(points(subtractRanges(mergeRanges(list), mergeRanges(holes)))).toEqual(left);
      }),
    );
  });

  it('clips to a window and drops what lies outside', () => {
    const clipped = clipRanges(
      [
        { startMs: 0, endMs: 10 },
        { startMs: 20, endMs: 30 },
        { startMs: 40, endMs: 50 },
      ],
      5,
      25,
    );
    expect(clipped).toEqual([
      { startMs: 5, endMs: 10 },
      { startMs: 20, endMs: 25 },
    ]);
  });
});
