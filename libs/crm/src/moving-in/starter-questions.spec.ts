import { STARTER_QUESTIONS } from './starter-questions.ts';

describe('STARTER_QUESTIONS', () => {
  it('are ten, among them the shipping and the returns policy', () => {
    expect(STARTER_QUESTIONS).toHaveLength(10);
    expect(STARTER_QUESTIONS.map(({ category }) => category)).toEqual(expect.arrayContaining(['shipping', 'returns']));
  });

  it('can be told apart by key and by first question, which marks the entry that answers it', () => {
    expect(new Set(STARTER_QUESTIONS.map(({ key }) => key)).size).toBe(10);
    expect(new Set(STARTER_QUESTIONS.map(({ questions }) => questions[0])).size).toBe(10);
  });
});
