import { isExcludedBuyer } from './excluded-buyer.ts';

describe('isExcludedBuyer', () => {
  it('leaves a buyer out whose every id is excluded', () => {
    expect(isExcludedBuyer(['bot-1', '@ads.example'], ['bot-1', 'x@ads.example'])).toBe(true);
    expect(isExcludedBuyer(['bot-1'], ['bot-1', 'real-2'])).toBe(false);
  });

  it('keeps a buyer in whose ids are not known', () => expect(isExcludedBuyer(['bot-1'], [])).toBe(false));
});
