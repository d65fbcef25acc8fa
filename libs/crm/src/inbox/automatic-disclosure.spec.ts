import { automaticDisclosure, withAutomaticDisclosure } from './automatic-disclosure.ts';

describe('the disclosure of automatic messages', () => {
  it('stands below the words, in their language', () =>
    expect(withAutomaticDisclosure('  감사합니다.\n', 'ko')).toBe(
      '감사합니다.\n\n자동으로 보낸 메시지입니다. 답장을 주시면 담당자가 직접 답변드립니다.',
    ));

  it('is in English where the language has none', () => {
    expect(automaticDisclosure('xx')).toBe(automaticDisclosure('en'));
    expect(automaticDisclosure('en')).toContain('automatic');
  });
});
