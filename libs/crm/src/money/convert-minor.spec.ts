import fc from 'fast-check';
import { convertMinor, convertMinorBack, divideHalfEven } from './convert-minor.ts';

describe('conversion of money', () => {
  it.each([
    [100_00n, 'EUR', 'USD', '1.0842', 108_42n],
    [1_000_000n, 'KRW', 'USD', '0.00072', 720_00n], // won have no minor unit
    [720_00n, 'USD', 'KRW', '1388.888889', 1_000_000n],
    [1_500n, 'KWD', 'USD', '3.25', 4_88n], // 1.500 dinars are 4.875 dollars: half to even
    [1_500n, 'KWD', 'USD', '3.23', 4_84n], // 4.845: half to even
    [-1_500n, 'KWD', 'USD', '3.25', -4_88n],
    [9_007_199_254_740_993_01n, 'USD', 'USD', '1', 9_007_199_254_740_993_01n],
    [0n, 'JPY', 'USD', '0.0067', 0n],
  ])('%s of %s in %s at %s', (minor, from, to, rate, converted) => {
    expect(convertMinor(minor, from, to, rate)).toBe(converted);
  });

  it.each([
    [108_42n, 'USD', 'EUR', '1.0842', 100_00n],
    [720_00n, 'USD', 'KRW', '0.00072', 1_000_000n],
    [1n, 'USD', 'JPY', '0.02', 0n], // half a yen: to the even one
    [3n, 'USD', 'JPY', '0.02', 2n], // one and a half
  ])('and back: %s of %s in %s at %s', (minor, base, currency, rate, converted) => {
    expect(convertMinorBack(minor, base, currency, rate)).toBe(converted);
  });

  it('there and back is the same where the base counts finer', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 12n), fc.integer({ min: 1, max: 10_000 }), (won, rate) => {
        const base = convertMinor(won, 'KRW', 'USD', String(rate));
        expect(convertMinorBack(base, 'USD', 'KRW', String(rate))).toBe(won);
      }),
    );
  });

  it.each(['', '0', '0.000', '-1', '1e3', '1.', '.5', 'NaN'])('refuses the rate "%s"', (rate) => {
    expect(() => convertMinor(1n, 'EUR', 'USD', rate)).toThrow(RangeError);
    expect(() => convertMinorBack(1n, 'USD', 'EUR', rate)).toThrow(RangeError);
  });

  it('is the nearest whole number, and the even one in the middle', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.bigInt(1n, 10n ** 12n), (numerator, denominator) => {
        const quotient = divideHalfEven(numerator, denominator);
        const rest = numerator - quotient * denominator;
        const doubled = 2n * (rest < 0n ? -rest : rest);
        expect(doubled <= denominator).toBe(true);
        if (doubled === denominator) expect(quotient % 2n).toBe(0n);
      }),
    );
  });

  it('goes up with the amount and with the rate', () => {
    const amount = fc.bigInt(-(10n ** 15n), 10n ** 15n);
    const rate = fc.integer({ min: 1, max: 10 ** 9 });
    const text = (micros: number) => `${Math.floor(micros / 1e6)}.${String(micros % 1e6).padStart(6, '0')}`;
    fc.assert(
      fc.property(amount, amount, rate, (left, right, micros) => {
        const [low, high] = left < right ? [left, right] : [right, left];
        expect(convertMinor(low, 'EUR', 'USD', text(micros)) <= convertMinor(high, 'EUR', 'USD', text(micros))).toBe(
          true,
        );
        const positive = high < 0n ? -high : high;
        expect(
          convertMinor(positive, 'KRW', 'USD', text(micros)) <= convertMinor(positive, 'KRW', 'USD', text(micros + 1)),
        ).toBe(true);
      }),
    );
  });
});
