import { entry } from '../assistant.fixture.ts';
import type { Draft } from '../assistant.types.ts';
import { findUngrounded, type GroundingSources } from './check-grounding.ts';

const cited = entry({
  id: 'moq',
  title: 'MOQ',
  answer: 'The MOQ is 1,240 units. Sea freight takes 30 days; KMF halal. It costs USD 5.',
});
const draftOf = (text: string): Draft => ({
  language: 'en',
  text,
  textKo: null,
  unsupported: [],
  missing: [],
  options: [],
  questions: [],
  translated: true,
  nextSteps: ['We answer by 2026-03-09.'],
  citations: [{ n: 1, entryId: 'moq', entryCode: 'MOQ', entryVersion: 1, title: 'MOQ', quote: '', validUntil: null }],
});
const sources = (over: Partial<GroundingSources> = {}): GroundingSources => ({
  entries: new Map([['moq', cited]]),
  asOf: '2026-03-06',
  targetPrice: null,
  names: ['Studio 54'],
  productsIn: (text) => (/lip tint/i.test(text) ? ['lip_tint'] : []),
  ...over,
});

describe('grounding', () => {
  it('accepts what a cited entry says, our own next steps and names', () => {
    expect(
      findUngrounded(
        draftOf('The MOQ is 1240 units [1]. It costs USD 5.\nWe answer by 2026-03-09.\nStudio 54'),
        sources(),
      ),
    ).toEqual([]);
  });

  it.each([
    ['number', 'The MOQ is 900 units', 'number 900'],
    ['date', 'We ship on 2026-04-01', 'number 2026'],
    ['currency', 'It costs EUR 5', 'currency EUR'],
    ['unit', 'It takes 30 weeks', 'unit weeks'],
    ['certificate', 'It is CPNP notified', 'name CPNP'],
    ['product', 'The lip tint is included', 'product lip_tint'],
  ])('reports an unsupported %s', (_, text, problem) => {
    expect(findUngrounded(draftOf(text), sources())).toContain(problem);
  });

  it('takes the buyer’s target only in the line that says so', () => {
    const own = sources({ targetPrice: { amount: '3.33', currency: 'USD' } });
    const line = 'We have noted your target price of USD 3.33; our team will look at it with you.';
    expect(findUngrounded(draftOf(line), own)).toEqual([]);
    expect(findUngrounded(draftOf('We offer USD 3.33.'), own)).toContain('number 3.33');
  });

  it.each([
    ['internal', { visibility: 'internal' as const }],
    ['expired', { validUntil: '2026-03-05' }],
    ['of another version', { version: 2 }],
  ])('an entry %s supports nothing', (_, over) => {
    const found = findUngrounded(
      draftOf('The MOQ is 1240 units [1]'),
      sources({ entries: new Map([['moq', { ...cited, ...over }]]) }),
    );
    expect(found).toEqual(expect.arrayContaining(['number 1240']));
  });
});
