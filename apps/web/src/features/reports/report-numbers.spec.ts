import { amountCell, percentCell, shareOfMost } from './report-numbers.ts';

describe('shareOfMost', () => {
  it('keeps amounts beyond the exact range of floats apart', () =>
    expect(shareOfMost(9_007_199_254_740_993n, 18_014_398_509_481_986n)).toBe(0.5));
  it.each([
    [0n, 0n],
    [5n, 0n],
    [-5n, 10n],
  ])('has no length for %s of %s', (minor, longest) => expect(shareOfMost(minor, longest)).toBe(0));
});

describe('cells of a file', () => {
  it('says money exactly', () =>
    expect(amountCell({ minor: '128640', currency: 'USD' }, 'USD 1.3K').value).toBe('1286.40'));
  it('says a share in percent', () => expect(percentCell(0.333333, '33 %').value).toBe('33.33'));
  it('leaves the unknown empty', () =>
    expect([amountCell(null, '–').value, percentCell(null, '–').value]).toEqual(['', '']));
});
