import { readAmount } from './read-amount.ts';

describe('readAmount', () => {
  it.each([
    ['40', 'USD', 4_000n],
    ['40.5', 'USD', 4_050n],
    ['0.10', 'USD', 10n],
    ['1,240.00', 'USD', 124_000n],
    ['35000', 'KRW', 35_000n],
    ['1.234', 'KWD', 1_234n],
    [' 0 ', 'USD', 0n],
    ['0.29', 'USD', 29n],
  ])('%s %s is exactly %s', (typed, currency, minor) =>
    expect(readAmount(typed, currency)).toEqual({ minor, problem: null }),
  );

  it.each([
    ['', 'USD', 'missing'],
    ['1.234', 'USD', 'decimals'],
    ['100.5', 'KRW', 'decimals'],
    ['-3', 'USD', 'negative'],
    ['35,00', 'USD', 'unreadable'],
    ['1,24', 'USD', 'unreadable'],
    ['4o', 'USD', 'unreadable'],
    ['1e3', 'USD', 'unreadable'],
    ['99999999999999999', 'USD', 'tooLarge'],
  ])('%p %s is refused as %s', (typed, currency, problem) =>
    expect(readAmount(typed, currency)).toEqual({ minor: null, problem }),
  );
});
