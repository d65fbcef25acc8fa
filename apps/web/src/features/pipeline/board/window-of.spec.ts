import { windowOf } from './window-of.ts';

describe('windowOf', () => {
  it.each([
    [0, 600, 100, 20_000, { from: 0, to: 9 }],
    [1_000, 600, 100, 20_000, { from: 7, to: 19 }],
    [1_950, 600, 100, 20, { from: 16, to: 20 }],
    [9_000, 600, 100, 5, { from: 5, to: 5 }],
    [0, 600, 100, 0, { from: 0, to: 0 }],
  ])('scrolled %d of height %d', (scrolled, height, pitch, count, expected) =>
    expect(windowOf(scrolled, height, pitch, count)).toEqual(expected),
  );
});
