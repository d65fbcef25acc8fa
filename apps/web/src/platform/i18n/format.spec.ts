import fc from 'fast-check';
import { formatDuration, formatHours, formatMoney, minorToDecimal, minutesBetween, splitMinutes } from './format.ts';

describe('formatDuration', () => {
  it.each([
    [38, '0h 38m', '38분'],
    [368, '6h 08m', '6시간 08분'],
    [60, '1h 00m', '1시간 00분'],
    [0, '0h 00m', '0분'],
    [1440, '1d 0h', '1일'],
    [3120, '2d 4h', '2일 4시간'],
    [-38, '0h 38m', '38분'],
  ])('%i minutes: %s, %s', (minutes, english, korean) => {
    expect(formatDuration(minutes, 'en')).toBe(english);
    expect(formatDuration(minutes, 'ko')).toBe(korean);
  });

  it('splits without losing a minute', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (minutes) => {
        const { days, hours, minutes: rest } = splitMinutes(minutes);
        return days * 1440 + hours * 60 + rest === minutes && hours < 24 && rest < 60;
      }),
    ));
});

describe('formatHours', () => {
  it.each([
    [38.99, '0h 38m', '38분'],
    [240, '4h 00m', '4시간 00분'],
    [3_130, '52h 10m', '52시간 10분'],
  ])('%s minutes to the minute: %s, %s', (minutes, english, korean) => {
    expect(formatHours(minutes, 'en')).toBe(english);
    expect(formatHours(minutes, 'ko')).toBe(korean);
  });
});

describe('minutesBetween', () => {
  it('counts only whole minutes, in both directions', () => {
    const at = (iso: string) => new Date(iso);
    expect(minutesBetween(at('2026-01-12T00:00:00Z'), at('2026-01-12T00:38:59Z'))).toBe(38);
    expect(minutesBetween(at('2026-01-12T00:38:59Z'), at('2026-01-12T00:00:00Z'))).toBe(-38);
  });
});

describe('money', () => {
  it.each([
    ['128640', 'USD', '1286.40'],
    ['5', 'USD', '0.05'],
    ['-1620', 'USD', '-16.20'],
    ['1798000', 'KRW', '1798000'],
    ['0', 'KRW', '0'],
    ['1234', 'BHD', '1.234'],
    ['900719925474099312', 'USD', '9007199254740993.12'],
  ])('%s minor units of %s are %s', (minor, currency, decimal) =>
    expect(minorToDecimal(minor, currency)).toBe(decimal),
  );

  it('shows the currency code and every digit', () => {
    expect(formatMoney({ minor: '128640', currency: 'USD' }, 'en')).toBe('USD 1,286.40');
    expect(formatMoney({ minor: '900719925474099312', currency: 'USD' }, 'en')).toBe('USD 9,007,199,254,740,993.12');
    expect(formatMoney({ minor: '1798000', currency: 'KRW' }, 'ko')).toBe('KRW 1,798,000');
  });
});
