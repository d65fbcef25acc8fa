import fc from 'fast-check';
import { median, percentile, rounded } from './statistics.ts';

describe('median', () => {
  it.each([
    [[3], 3],
    [[9, 1, 5], 5],
    [[4, 1, 3, 2], 2.5],
    [[10, 9, 100, 1], 9.5],
  ])('of %j is %d', (numbers, expected) => {
    expect(median(numbers)).toBe(expected);
  });

  it('leaves the numbers in their order', () => {
    const numbers = [3, 1, 2];
    median(numbers);
    expect(numbers).toEqual([3, 1, 2]);
  });

  it('has as many numbers below as above', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (numbers) => {
        const middle = median(numbers);
        const half = numbers.length / 2;
        expect(numbers.filter((number) => number < middle).length).toBeLessThanOrEqual(half);
        expect(numbers.filter((number) => number > middle).length).toBeLessThanOrEqual(half);
      }),
    );
  });

  it('needs a number', () => expect(() => median([])).toThrow(RangeError));
});

describe('percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);

  it.each([
    [0, 1],
    [0.01, 1],
    [0.5, 50],
    [0.99, 99],
    [1, 100],
  ])('%d of 1 to 100 is %d', (share, expected) => {
    expect(percentile(hundred, share)).toBe(expected);
  });

  it('compares numbers, not their texts', () => expect(percentile([10, 9, 100], 0.5)).toBe(10));

  it('takes what the load process sends', () => expect(percentile(Float64Array.of(2, 1, 3), 0.5)).toBe(2));

  it('needs a number', () => expect(() => percentile([], 0.5)).toThrow(RangeError));
});

it('rounds to thousandths', () => {
  expect(rounded(0.61249)).toBe(0.612);
  expect(rounded(1039.00051)).toBe(1039.001);
});
