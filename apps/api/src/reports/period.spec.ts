import { CodedError } from '../platform/errors/coded-error.ts';
import { checkPeriod } from './period.ts';

describe('the period of a report', () => {
  it.each([
    ['2026-01-01', '2026-01-01'],
    ['2021-01-01', '2025-12-31'],
    ['2024-02-29', '2029-02-28'],
  ])('may be %s to %s', (from, to) => {
    expect(checkPeriod({ from, to })).toEqual({ from, to });
  });

  it.each([
    ['2026-01-02', '2026-01-01'],
    ['2021-01-01', '2026-01-01'],
  ])('may not be %s to %s', (from, to) => {
    expect(() => checkPeriod({ from, to })).toThrow(CodedError);
  });
});
