import {
  bringsLink,
  draftOf,
  inputOf,
  problemOf,
  withFirst,
  withLanguage,
  withoutLanguage,
  withText,
} from './macro-draft.ts';

const FRESH = draftOf(null, 'id', 'ko');
const MACRO = {
  __typename: 'Macro' as const,
  id: 'm',
  name: 'Label',
  texts: [
    { __typename: 'MacroText' as const, language: 'en', text: 'Dear {buyer.name}' },
    { __typename: 'MacroText' as const, language: 'ko', text: '{buyer.name}님' },
  ],
  asksForFiles: false,
  version: 3,
  used30Days: 0,
  lastUsedAt: null,
  archived: false,
};

describe('a macro draft', () => {
  it('begins in the language of the team and has to be named, written, and free of unknown variables', () => {
    expect(problemOf(FRESH)).toEqual({ kind: 'name' });
    const named = { ...FRESH, name: 'Label' };
    expect(problemOf(named)).toEqual({ kind: 'empty', language: 'ko' });
    const wrong = withText(named, 'ko', '{buyer.nam}님');
    expect(problemOf(wrong)).toEqual({ kind: 'unknown', language: 'ko', variable: 'buyer.nam' });
    expect(problemOf(withText(wrong, 'ko', '{buyer.name}님'))).toBeNull();
    expect(problemOf(withLanguage(withText(wrong, 'ko', '{buyer.name}님'), 'en'))).toEqual({
      kind: 'empty',
      language: 'en',
    });
  });
  it('is sent as it stands, based on the version that was read', () => {
    const draft = withFirst(draftOf(MACRO, 'other', 'ko'), 'ko');
    expect(inputOf(draft)).toEqual({
      id: 'm',
      name: 'Label',
      texts: [
        { language: 'ko', text: '{buyer.name}님' },
        { language: 'en', text: 'Dear {buyer.name}' },
      ],
      asksForFiles: false,
      basedOn: 3,
    });
    expect(withoutLanguage(draft, 'ko').texts.map(({ language }) => language)).toEqual(['en']);
  });
  it('brings a link when a text has a place for one', () => {
    expect(bringsLink(FRESH)).toBe(false);
    expect(bringsLink({ ...FRESH, asksForFiles: true })).toBe(true);
    expect(inputOf(withText(FRESH, 'ko', '{upload.link}')).asksForFiles).toBe(true);
  });
});
