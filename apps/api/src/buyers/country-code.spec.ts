import { countryCode } from './country-code.ts';

describe('country code', () => {
  it.each([
    ['hu', 'HU'],
    [' KR ', 'KR'],
    ['QX', null],
    ['ZZ', null],
    ['KOR', null],
    ['', null],
    [undefined, null],
  ])('reads %j as %j', (value, expected) => expect(countryCode(value)).toBe(expected));
});
