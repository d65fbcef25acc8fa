import { parseClaim } from './claims.ts';
import { claimsOutside, parseDraft } from './parse-draft.ts';

const cited = new Set([1, 2]);
const claims = (...raw: string[]) => raw.map(parseClaim);

describe('parseClaim', () => {
  it('reads the grounding check and free statements', () => {
    expect(parseClaim('number 1,200')).toEqual({ kind: 'number', value: '1,200' });
    expect(parseClaim('citation KB-030 not quotable')).toEqual({ kind: 'citation', value: 'KB-030 not quotable' });
    expect(parseClaim('We ship on 12 March')).toEqual({ kind: 'statement', value: 'We ship on 12 March' });
  });
});

describe('parseDraft', () => {
  it('turns known marks into chips and takes the space before them', () => {
    expect(parseDraft('500 pcs is fine [1]. Label too [2].', cited, [])).toEqual([
      { kind: 'text', text: '500 pcs is fine' },
      { kind: 'citation', n: 1 },
      { kind: 'text', text: '. Label too' },
      { kind: 'citation', n: 2 },
      { kind: 'text', text: '.' },
    ]);
  });

  it('never shows a source for a mark that has none', () => {
    expect(parseDraft('As agreed [7] and [x].', cited, [])).toEqual([{ kind: 'text', text: 'As agreed [7] and [x].' }]);
  });

  it('marks a number and its unit as one claim, in their place', () => {
    expect(parseDraft('Ready in 12 days [1]', cited, claims('number 12', 'unit days'))).toEqual([
      { kind: 'text', text: 'Ready in ' },
      { kind: 'unsupported', text: '12 days' },
      { kind: 'citation', n: 1 },
    ]);
  });

  it('does not mark a part of another number or word', () => {
    for (const text of ['15 pieces', '5.5 kg', '1,500 sheets', 'FDAs'])
      expect(parseDraft(text, cited, claims('number 5', 'name FDA'))).toEqual([{ kind: 'text', text }]);
  });

  it('finds a unit that stands right behind its number, and a name before a Korean word', () => {
    expect(parseDraft('50ml', cited, claims('unit ml'))[1]).toEqual({ kind: 'unsupported', text: 'ml' });
    expect(parseDraft('FDA인증', cited, claims('name FDA'))[0]).toEqual({ kind: 'unsupported', text: 'FDA' });
  });
});

describe('claimsOutside', () => {
  it('returns what cannot be marked in the text', () => {
    expect(
      claimsOutside('Ready in 12 days', claims('number 12', 'citation KB-030 not quotable', 'product sheet_mask')),
    ).toEqual([
      { kind: 'citation', value: 'KB-030 not quotable' },
      { kind: 'product', value: 'sheet_mask' },
    ]);
  });
});
