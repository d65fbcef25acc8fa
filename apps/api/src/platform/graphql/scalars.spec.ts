import { Kind } from 'graphql';
import { BigIntScalar, DateTime, LocalDate } from './scalars.ts';

describe('DateTime', () => {
  test('prints dates and what PostgreSQL prints, in UTC', () => {
    expect(DateTime.serialize(new Date('2026-03-02T09:00:00.5+09:00'))).toBe('2026-03-02T00:00:00.500Z');
    expect(DateTime.serialize('2026-03-02 10:00:00.123456+00')).toBe('2026-03-02T10:00:00.123456Z');
    expect(DateTime.serialize('2026-03-02T10:00:00Z')).toBe('2026-03-02T10:00:00Z');
  });

  test('reads instants with a zone and nothing else', () => {
    expect(DateTime.parseValue('2026-03-02T09:00:00+09:00')).toEqual(new Date('2026-03-02T00:00:00Z'));
    for (const wrong of [
      '2026-03-02T09:00:00',
      '2026-03-02',
      '2026-13-02T09:00:00Z',
      '2026-03-02 09:00:00Z',
      5,
      null,
      '',
    ])
      expect(() => DateTime.parseValue(wrong)).toThrow();
    expect(() => DateTime.parseLiteral({ kind: Kind.INT, value: '5' })).toThrow();
  });
});

describe('Date', () => {
  test('reads days that exist', () => {
    for (const day of ['2024-02-29', '0001-01-01']) expect(LocalDate.parseValue(day)).toBe(day);
    for (const wrong of ['2026-02-29', '0000-01-01', '2026-2-1', '2026-02-01T00:00:00Z', 20260201])
      expect(() => LocalDate.parseValue(wrong)).toThrow();
  });
});

describe('BigInt', () => {
  test('keeps every digit, in and out', () => {
    expect(BigIntScalar.parseValue('9223372036854775807')).toBe(2n ** 63n - 1n);
    expect(BigIntScalar.serialize(2n ** 63n - 1n)).toBe('9223372036854775807');
    expect(BigIntScalar.serialize('9007199254740993')).toBe('9007199254740993');
    expect(BigIntScalar.parseLiteral({ kind: Kind.INT, value: '9007199254740993' })).toBe(9007199254740993n);
  });

  test('refuses what is no 64-bit whole number', () => {
    for (const wrong of ['9223372036854775808', '1.5', '1e3', '', ' 1', 2 ** 53, 1.5, null, true])
      expect(() => BigIntScalar.parseValue(wrong)).toThrow();
  });
});
