import { readFact } from './grade-facts.ts';

describe('readFact', () => {
  it.each([
    ['paidLastYear', '1286400', { kind: 'money', minor: '1286400' }],
    ['paidLastYear', '', { kind: 'hidden' }],
    ['webSite', 'true', { kind: 'answer', yes: true }],
    ['sample', 'false', { kind: 'answer', yes: false }],
    ['employees', '12', { kind: 'number', value: 12 }],
    ['quantityPerMoq', '0.5', { kind: 'number', value: 0.5 }],
    ['businessType', 'brand', { kind: 'businessType', code: 'brand' }],
    ['requirementDetails', '["certificate","option"]', { kind: 'details', codes: ['option', 'certificate'] }],
    ['requirementDetails', 'packaging, artwork', { kind: 'details', codes: ['packaging', 'artwork'] }],
    ['platformLevel', 'L3', { kind: 'text', text: 'L3' }],
    ['businessType', 'wizard', { kind: 'text', text: 'wizard' }],
  ])('%s %s', (fact, value, expected) => {
    expect(readFact(fact, value)).toEqual(expected);
  });
});
