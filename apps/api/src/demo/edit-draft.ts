/** A draft of the assistant, as far as a person who edits it looks at it. */
export interface EditableDraft {
  readonly text: string;
  /** What the draft quotes from the knowledge base. */
  readonly quotes: readonly string[];
}

/**
 * What a busy rep makes of a draft: greeting, thanks and the quoted facts stay, marks, questions and next steps go, a sentence
 * of their own is added, and they sign.
 */
export function editDraft(draft: EditableDraft, added: string, signer: string): string {
  const paragraphs = draft.text.split('\n\n');
  const opening = paragraphs.slice(0, 2);
  const facts = paragraphs.slice(2, -1).filter((paragraph) => draft.quotes.some((quote) => paragraph.includes(quote)));
  const [regards = ''] = (paragraphs.at(-1) ?? '').split('\n');
  return [...opening, ...facts.map(withoutMarks), added, `${regards}\n${signer}`].join('\n\n');
}

function withoutMarks(paragraph: string): string {
  return paragraph.replace(/ \[\d+\]/g, '');
}
