import { chooseLocale, toTextSize } from './locales.ts';

describe('chooseLocale', () => {
  it('follows the cookie before the browser', () => expect(chooseLocale('en', 'ko-KR,ko;q=0.9')).toBe('en'));
  it('ignores a cookie that names no language of ours', () => expect(chooseLocale('fr', 'en-US')).toBe('en'));
  it('takes the most wanted language that we speak', () =>
    expect(chooseLocale(undefined, 'de;q=1, en;q=0.5, ko;q=0.8')).toBe('ko'));
  it('does not take a language that is refused', () => expect(chooseLocale(undefined, 'en;q=0, ko;q=0.1')).toBe('ko'));
  it('guesses Korean otherwise', () => {
    expect(chooseLocale(undefined, null)).toBe('ko');
    expect(chooseLocale(undefined, 'fr-FR,de')).toBe('ko');
  });
});

describe('toTextSize', () => {
  it.each([
    [16, 16],
    ['18', 18],
    [20, 20],
    [17, 16],
    [undefined, 16],
    ['huge', 16],
  ])('%j becomes %i', (given, size) => expect(toTextSize(given)).toBe(size));
});
