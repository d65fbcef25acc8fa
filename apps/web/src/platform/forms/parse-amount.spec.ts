import { amountText, parseAmount } from './parse-amount.ts';

describe('parseAmount', () => {
  it.each([
    ['1,286.40', 'USD', 128_640n],
    ['333', 'USD', 33_300n],
    ['1.5', 'USD', 150n],
    ['0.1', 'KWD', 100n],
    ['1,450', 'KRW', 1_450n],
    ['-16.20', 'USD', -1_620n],
    ['90071992547409931.01', 'USD', 9_007_199_254_740_993_101n],
  ])('reads %s %s', (typed, currency, minor) => expect(parseAmount(typed, currency)).toBe(minor));
  it.each([
    ['', 'USD'],
    ['12.345', 'USD'],
    ['1.5', 'KRW'],
    ['12 USD', 'USD'],
    ['1e3', 'USD'],
  ])('refuses %p in %s', (typed, currency) => expect(parseAmount(typed, currency)).toBeNull());
});

describe('amountText', () => {
  it.each([
    [128_640n, 'USD', '1286.40'],
    [5n, 'USD', '0.05'],
    [-5n, 'USD', '-0.05'],
    [1_450n, 'KRW', '1450'],
  ])('writes %s %s', (minor, currency, text) => {
    expect(amountText(minor, currency)).toBe(text);
    expect(parseAmount(text, currency)).toBe(minor);
  });
});
