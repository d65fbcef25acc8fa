import fc from 'fast-check';
import {
  companyDomain,
  customValue,
  duplicateReasons,
  nameSimilarity,
  SIMILAR_NAME,
  tagOfOrders,
  visibleLine,
  visibleText,
  webAddress,
} from './index.ts';

describe('visible text', () => {
  it.each([
    ['\u200f\u202e\u0000', null],
    ['\u200b \u2060\ufeff', null],
    ['\u3164\u2800', null],
    ['', null],
    ['  Lumo\t\nKft ', 'Lumo Kft'],
    ['\u202eLumo\u0000', 'Lumo'],
    ['김수', '김수'],
    ['متجر', 'متجر'],
    ['\ud800X', 'X'],
  ])('reads %j as %j', (text, seen) => expect(visibleLine(text)).toBe(seen));

  it('composes what a Mac sends in parts', () => expect(visibleText('한빛'.normalize('NFD'))).toBe('한빛'));

  it('keeps lines of longer texts', () => expect(visibleText('one\r\ntwo\u0007\n')).toBe('one\ntwo'));
});

describe('web address', () => {
  it.each([
    ['lumo.hu', 'https://lumo.hu'],
    ['http://lumo.hu/x?y=1', 'http://lumo.hu/x?y=1'],
    ['lumo.hu:8080/x', 'https://lumo.hu:8080/x'],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['ftp://lumo.hu', null],
    ['https://user:pass@lumo.hu', null],
    ['not a site', null],
    ['localhost', null],
  ])('reads %j as %j', (text, address) => expect(webAddress(text)).toBe(address));

  it.each([
    ['a@Lumo.hu', 'lumo.hu'],
    ['https://www.lumo.hu/shop', 'lumo.hu'],
    ['a@gmail.com', null],
    ['a@naver.com', null],
    ['https://lumo.en.alibaba.com', null],
    ['nonsense', null],
  ])('takes of %j the domain %j', (address, domain) => expect(companyDomain(address)).toBe(domain));
});

describe('similar names', () => {
  it.each([
    ['Lumo Kft.', 'LUMO KFT', true],
    ['Lumo Cosmetics Ltd', 'Lumo', true],
    ['Café Zürich AG', 'Cafe Zurich', true],
    ['한빛 무역 주식회사', '한빛무역', true],
    ['Lumo', 'Aurora', false],
    ['Anna Berg', 'Jonas Holm', false],
    ['Ltd', 'GmbH', false],
  ])('%j and %j: %j', (one, other, alike) => expect(nameSimilarity(one, other) >= SIMILAR_NAME).toBe(alike));

  it('is the same from both sides, between 0 and 1, and 1 with itself', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const likeness = nameSimilarity(one, other);
        expect(likeness).toBe(nameSimilarity(other, one));
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1);
      }),
    );
    expect(nameSimilarity('Lumo', 'Lumo')).toBe(1);
  });

  it('asks for more than a domain', () => {
    const traits = { email: false, phone: false, domain: true };
    expect(duplicateReasons({ ...traits, names: [['Lumo'], ['Aurora']] })).toEqual([]);
    expect(duplicateReasons({ ...traits, names: [['Anna', 'Lumo Kft'], ['Lumo']] })).toEqual(['SAME_DOMAIN_AND_NAME']);
    expect(duplicateReasons({ ...traits, email: true, phone: true, names: [['Lumo'], ['Aurora']] })).toEqual([
      'SAME_EMAIL',
      'SAME_PHONE',
    ]);
  });
});

describe('values of custom fields', () => {
  it.each([
    ['text', 'Hall 4', { value: 'Hall 4' }],
    ['text', 'x'.repeat(501), { problem: 'too_long' }],
    ['text', '\u200f', { problem: 'empty' }],
    ['number', '0012.500', { value: '12.5' }],
    ['number', '-0', { value: '0' }],
    ['number', '1e5', { problem: 'not_a_number' }],
    ['number', '1,000', { problem: 'not_a_number' }],
    ['date', '2026-02-28', { value: '2026-02-28' }],
    ['date', '2026-02-30', { problem: 'not_a_date' }],
    ['date', '0000-01-01', { problem: 'not_a_date' }],
    ['choice', 'Gold', { value: 'Gold' }],
    ['choice', 'gold', { problem: 'not_a_choice' }],
    ['choice', '한빛'.normalize('NFD'), { value: '한빛' }],
  ] as const)('%s %j', (kind, entered, expected) =>
    expect(customValue(kind, ['Gold', '한빛'], entered)).toEqual(expected),
  );
});

describe('tags by paid orders', () => {
  it.each([
    [0, null],
    [1, 'first_order'],
    [2, 'repeat'],
    [9, 'repeat'],
  ])('%i: %j', (orders, tag) => expect(tagOfOrders(orders)).toBe(tag));
});
