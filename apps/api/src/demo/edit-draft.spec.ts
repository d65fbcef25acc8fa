import { editDraft } from './edit-draft.ts';

const DRAFT = {
  text: [
    'Dear Ana,',
    'Thank you for your message.',
    'Here is what we can confirm:\nThe MOQ is 100 units. [1]',
    'So that we can answer exactly, please tell us:\n- Which country?',
    'Best regards,\nHaneul Beauty',
  ].join('\n\n'),
  quotes: ['The MOQ is 100 units.'],
};

describe('editDraft', () => {
  it('keeps greeting and facts without marks, adds the own words and signs', () => {
    expect(editDraft(DRAFT, 'I will check the stock today.', 'Jiho Choi')).toBe(
      [
        'Dear Ana,',
        'Thank you for your message.',
        'Here is what we can confirm:\nThe MOQ is 100 units.',
        'I will check the stock today.',
        'Best regards,\nJiho Choi',
      ].join('\n\n'),
    );
  });

  it('leaves a draft without facts short', () => {
    const edited = editDraft({ ...DRAFT, quotes: [] }, 'I will ask our lab.', 'Jiho Choi');
    expect(edited).toBe('Dear Ana,\n\nThank you for your message.\n\nI will ask our lab.\n\nBest regards,\nJiho Choi');
  });
});
