import { readCount } from './read-count.ts';

describe('readCount', () => {
  it.each([
    ['0', 0],
    [' 300 ', 300],
    ['1,000', 1000],
    ['12 500', 12_500],
    ['2147483647', 2_147_483_647],
  ])('reads %j', (typed, count) => expect(readCount(typed)).toBe(count));
  it.each(['', '-1', '1.5', '1e3', '1,00', '5개', '2147483648'])('refuses %j', (typed) =>
    expect(readCount(typed)).toBeNull(),
  );
});
