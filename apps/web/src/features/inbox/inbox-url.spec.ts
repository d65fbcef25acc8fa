import { inboxUrl } from './inbox-url.ts';

const read = (query: string) => inboxUrl.parse(new URLSearchParams(query));

describe('inboxUrl', () => {
  it('reads a filtered list from its link and writes the same link again', () => {
    const query = '?view=SNOOZED&grade=A,B&country=HU,DE&language=hu&topic=price_quote,moq';
    const { values, dropped } = read(query);
    expect(dropped).toEqual([]);
    expect(values).toMatchObject({ view: 'SNOOZED', country: ['HU', 'DE'], topic: ['price_quote', 'moq'] });
    expect(inboxUrl.query(new URLSearchParams(), values)).toBe(query);
  });

  it('drops what is no country, language or topic, and says which', () => {
    const { values, dropped } = read('country=hungary&language=EN&topic=gossip&grade=A');
    expect(dropped.toSorted()).toEqual(['country', 'language', 'topic']);
    expect(values).toMatchObject({ country: [], language: [], topic: [], grade: ['A'] });
  });

  it('takes no list of any length', () => {
    const many = Array.from({ length: 30 }, (_, n) => `A${String.fromCharCode(65 + (n % 26))}`).join(',');
    expect(read(`country=${many}`).dropped).toEqual(['country']);
  });
});
