import fc from 'fast-check';
import { markQuote } from './mark-quote.ts';

const ANSWER =
  'We ship in three ways. Air freight is used for 100 to 500 kg. Sea freight leaves from Busan. Tell us the destination.';

describe('markQuote', () => {
  it('marks each quoted sentence where it stands', () => {
    expect(
      markQuote(ANSWER, 'We ship in three ways. Sea freight leaves from Busan.').filter(({ quoted }) => quoted),
    ).toEqual([
      { text: 'We ship in three ways.', quoted: true },
      { text: 'Sea freight leaves from Busan.', quoted: true },
    ]);
  });

  it('marks nothing that the entry no longer says', () => {
    expect(markQuote(ANSWER, 'Air freight is used for 50 kg.')).toEqual([{ text: ANSWER, quoted: false }]);
  });

  it('never changes the text of the entry', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        (answer, quote) =>
          markQuote(answer, quote)
            .map(({ text }) => text)
            .join('') === answer,
      ),
    );
  });
});
