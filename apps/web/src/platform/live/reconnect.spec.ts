import fc from 'fast-check';
import { laterPosition, retryDelayMs } from './reconnect.ts';

describe('retryDelayMs', () => {
  it('doubles from half a second and stops growing at 15 s', () => {
    expect([0, 1, 2, 10].map((attempt) => retryDelayMs(attempt, 1))).toEqual([500, 1000, 2000, 15_000]);
  });
  it('spreads clients over the second half of the wait', () =>
    fc.assert(
      fc.property(fc.nat(40), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, random) => {
        const longest = retryDelayMs(attempt, 1);
        const wait = retryDelayMs(attempt, random);
        return wait >= Math.floor(longest / 2) && wait <= longest;
      }),
    ));
});

describe('laterPosition', () => {
  it('compares as numbers, beyond what a double can hold', () => {
    expect(laterPosition('9', '10')).toBe('10');
    expect(laterPosition('9007199254740993', '9007199254740992')).toBe('9007199254740993');
    expect(laterPosition(null, '5')).toBe('5');
  });
});
