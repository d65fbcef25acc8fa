import { parseClaim } from '../draft/claims.ts';
import { commitmentsIn } from './commitments.ts';

const kindsOf = (reply: string, ...raw: string[]) => commitmentsIn(reply, raw.map(parseClaim)).map(({ kind }) => kind);

describe('commitmentsIn', () => {
  it.each([
    ['It is USD 3.40 per piece.', 'number 3.40', ['price']],
    ['단가는 3,400원입니다.', 'number 3,400', ['price']],
    ['We give a 10 % discount.', 'number 10', ['discount']],
    ['We dispatch within 12 days.', 'unit days', ['leadTime']],
    ['납기는 20 영업일입니다.', 'number 20', ['leadTime']],
    ['500 pcs are in stock.', 'number 500', ['stock']],
    ['The serum has FDA papers.', 'name FDA', ['certification']],
    ['Есть сертификат EAC.', 'name EAC', ['certification']],
    ['وقت الشحن 10 أيام', 'number 10', ['leadTime']],
    ['Our founder has 3 cats.', 'number 3', ['other']],
  ])('%s', (reply, claim, kinds) => {
    expect(kindsOf(reply, claim)).toEqual(kinds);
  });

  it('judges by the sentence, not by its neighbours', () => {
    expect(kindsOf('The price follows. We have 3 cats. Delivery follows.', 'number 3')).toEqual(['other']);
  });

  it('asks for each kind once, with all its words', () => {
    expect(commitmentsIn('USD 3 now, USD 2 later', ['number 3', 'number 2'].map(parseClaim))).toEqual([
      { kind: 'price', words: ['3', '2'] },
    ]);
  });

  it('names a number with its unit', () => {
    expect(commitmentsIn('Ready in 12 days.', ['unit days', 'number 12'].map(parseClaim))).toEqual([
      { kind: 'leadTime', words: ['12 days'] },
    ]);
  });

  it('asks nothing about a claim that the writer took out', () => {
    expect(kindsOf('We will check the date.', 'number 12')).toEqual([]);
  });
});
