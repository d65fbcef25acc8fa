import { type RequestText, readCost, requestProblems } from './read-request.ts';

const line = { key: 'a', description: 'Serum 30 ml', quantity: '2', amount: '25.50' };
const request: RequestText = {
  lines: [line, { ...line, key: 'b', amount: '14.50' }],
  courier: '30',
  currency: 'USD',
  purpose: 'Skin feel',
  successTest: 'They order 300',
};

describe('readCost', () => {
  it('adds the lines exactly', () => expect(readCost(request)).toEqual({ goodsMinor: 4_000n, courierMinor: 3_000n }));
  it('quotes the goods alone while no courier cost is typed', () =>
    expect(readCost({ ...request, courier: '' })).toEqual({ goodsMinor: 4_000n, courierMinor: 0n }));
  it('gives nothing while an amount cannot be read', () => {
    expect(readCost({ ...request, lines: [line, { ...line, amount: '' }] })).toBeNull();
    expect(readCost({ ...request, courier: '3.005' })).toBeNull();
    expect(readCost({ ...request, currency: 'KRW' })).toBeNull();
  });
});

describe('requestProblems', () => {
  it('finds nothing wrong with a whole request', () => expect(requestProblems(request).size).toBe(0));
  it('names each field that is missing or wrong', () => {
    const bad = {
      ...request,
      lines: [{ key: 'a', description: ' ', quantity: '1.5', amount: '2.345' }],
      courier: '',
      purpose: '',
    };
    expect([...requestProblems(bad)]).toEqual([
      ['a.description', 'needed'],
      ['a.quantity', 'quantity'],
      ['a.amount', 'decimals'],
      ['courier', 'missing'],
      ['purpose', 'needed'],
    ]);
  });
});
