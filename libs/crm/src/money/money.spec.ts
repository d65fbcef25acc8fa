import fc from 'fast-check';
import { currencyExponent } from './currency-exponent.ts';
import { addMoney, CurrencyMismatchError, formatMoney } from './money.ts';

describe('money', () => {
  it('knows minor units by ISO 4217', () => {
    expect(['USD', 'EUR', 'JPY', 'KRW', 'KWD', 'HUF', 'CLF'].map(currencyExponent)).toEqual([2, 2, 0, 0, 3, 2, 4]);
    expect(() => currencyExponent('usd')).toThrow(RangeError);
  });

  it('adds one currency and refuses two', () => {
    expect(addMoney({ minor: 1n, currency: 'USD' }, { minor: 2n, currency: 'USD' })).toEqual({
      minor: 3n,
      currency: 'USD',
    });
    expect(() => addMoney({ minor: 1n, currency: 'USD' }, { minor: 2n, currency: 'KRW' })).toThrow(
      CurrencyMismatchError,
    );
  });

  it.each([
    [123_450n, 'USD', 'en-US', '$1,234.50'],
    [-5n, 'USD', 'en-US', '-$0.05'],
    [1_235n, 'KRW', 'ko-KR', '₩1,235'],
    [9_007_199_254_740_993_01n, 'USD', 'en-US', '$9,007,199,254,740,993.01'],
  ])('formats %s %s for %s', (minor, currency, locale, shown) => {
    expect(formatMoney({ minor, currency }, locale)).toBe(shown);
  });

  it('shows three decimals where the currency has three', () => {
    expect(formatMoney({ minor: 1_500n, currency: 'KWD' }, 'en-US')).toContain('1.500');
  });

  it('shows every amount to its last minor unit', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
        fc.constantFrom('USD', 'JPY', 'KWD'),
        (minor, currency) => {
          const figures = formatMoney({ minor, currency }, 'en-US').replace(/[^\d-]/g, '');
          expect(BigInt(figures)).toBe(minor);
        },
      ),
    );
  });
});
