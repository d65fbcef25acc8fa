import { day, periodOf } from './period.ts';

describe('periodOf', () => {
  it('is the last twelve months when nothing is asked for', () =>
    expect(periodOf({ from: null, to: null }, '2026-11-22')).toEqual({ from: '2025-11-23', to: '2026-11-22' }));
  it('takes what is asked for', () =>
    expect(periodOf({ from: '2026-01-01', to: '2026-03-31' }, '2026-11-22')).toEqual({
      from: '2026-01-01',
      to: '2026-03-31',
    }));
  it('turns a reversed period round', () =>
    expect(periodOf({ from: '2026-03-31', to: '2026-01-01' }, '2026-11-22').from).toBe('2026-01-01'));
});

describe('day', () => {
  it.each(['2026-02-30', '26-01-01', 'today'])('drops %s', (raw) => expect(day().read(raw)).toBeUndefined());
  it('keeps a leap day', () => expect(day().read('2028-02-29')).toBe('2028-02-29'));
});
