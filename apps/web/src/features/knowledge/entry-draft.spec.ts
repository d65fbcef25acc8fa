import { STARTER_QUESTIONS } from '@dangol/crm';
import { CATEGORIES, EMPTY_ENTRY, entryDraftFrom, entryFieldsOf, missingField } from './entry-draft.ts';

describe('entryFieldsOf', () => {
  it('takes one question a line and leaves empty ones out', () =>
    expect(entryFieldsOf({ ...EMPTY_ENTRY, questions: ' What?\n\n Why? ' }).questions).toEqual(['What?', 'Why?']));
  it('never lets an internal entry go out by itself', () => {
    expect(entryFieldsOf({ ...EMPTY_ENTRY, visibility: 'INTERNAL', autoReply: true }).autoReply).toBe(false);
    expect(entryFieldsOf({ ...EMPTY_ENTRY, autoReply: true }).autoReply).toBe(true);
  });
  it('sends nothing for what was left empty', () =>
    expect(entryFieldsOf(EMPTY_ENTRY)).toMatchObject({ titleKo: null, validUntil: null }));
});

describe('a common question', () => {
  it.each(STARTER_QUESTIONS.map((question) => [question.key, question] as const))(
    '%s lacks nothing but its answer, and keeps the question that marks it',
    (_key, question) => {
      const draft = entryDraftFrom(question);
      expect(missingField(draft)).toBe('answer');
      expect(entryFieldsOf(draft).questions[0]).toBe(question.questions[0]);
      expect(CATEGORIES).toContain(draft.category);
    },
  );
});
