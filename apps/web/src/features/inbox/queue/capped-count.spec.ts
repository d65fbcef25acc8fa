import { cappedCount } from './capped-count.ts';

const format = (value: number) => new Intl.NumberFormat('en').format(value);

describe('cappedCount', () => {
  it('is exact below the cap and says so from there on', () => {
    expect(cappedCount(0, format)).toBe('0');
    expect(cappedCount(999, format)).toBe('999');
    expect(cappedCount(1_000, format)).toBe('999+');
  });
});
