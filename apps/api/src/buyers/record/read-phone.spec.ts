import { readPhone } from './read-phone.ts';

describe('phone numbers', () => {
  it.each([
    ['+82 10-1234-5678', null, '+821012345678'],
    ['010-1234-5678', 'KR', '+821012345678'],
    ['06 30 555 0199', 'HU', '+36305550199'],
    ['0082 10 1234 5678', null, '+821012345678'],
    ['\u200e+36 30 555 0199\u0000', null, '+36305550199'],
  ])('%j of %j is %s', (entered, country, e164) => expect(readPhone(entered, country)).toEqual({ e164 }));

  it.each([
    ['010-1234-5678', null, 'country'],
    ['12', 'KR', 'no possible'],
    ['+999 123', null, 'no possible'],
    ['call me', 'KR', 'no possible'],
    ['', null, 'country'],
  ])('%j of %j is none', (entered, country, why) =>
    expect(readPhone(entered, country)).toEqual({ problem: expect.stringContaining(why) as string }),
  );
});
