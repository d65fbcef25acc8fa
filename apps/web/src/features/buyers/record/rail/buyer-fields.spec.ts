import { readEmployees, toFields } from './buyer-fields.ts';

describe('facts as the API takes them', () => {
  it('sends people as a number, the rest as text, and nothing as null', () => {
    expect(toFields('employees', '40')).toEqual({ employees: 40 });
    expect(toFields('employees', null)).toEqual({ employees: null });
    expect(toFields('annualPurchaseMinor', '900719925474099300')).toEqual({
      annualPurchaseMinor: '900719925474099300',
    });
    expect(toFields('country', null)).toEqual({ country: null });
  });

  it.each([
    ['1,200', '1200'],
    [' 007 ', '7'],
    ['12.5', undefined],
    ['-3', undefined],
    ['many', undefined],
  ])('reads %j people as %j', (typed, read) => expect(readEmployees(typed)).toBe(read));
});
