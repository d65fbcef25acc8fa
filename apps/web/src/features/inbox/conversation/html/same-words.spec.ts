import { sameWords } from './same-words.ts';

describe('sameWords', () => {
  it('takes two versions of one mail for alike, whatever their lines and marks', () =>
    expect(sameWords('Hello,\n\ncan you make 500 pcs?\n> Best', '  Hello, can you make 500 pcs?  Best ')).toBe(true));

  it('notices that the plain part only points to the formatted one', () =>
    expect(
      sameWords('This message needs an HTML reader.', 'Quotation for 500 pcs: USD 3.40 each, by 12 March, FOB Busan'),
    ).toBe(false));

  it('counts a word as often as it stands there', () => expect(sameWords('a b', 'a a a a a a b')).toBe(false));

  it('compares Korean and takes nothing at all for alike', () => {
    expect(sameWords('최소 주문 수량은 500개입니다', '최소 주문 수량은 500개입니다.')).toBe(true);
    expect(sameWords('', ' ')).toBe(true);
    expect(sameWords('', 'words')).toBe(false);
  });
});
